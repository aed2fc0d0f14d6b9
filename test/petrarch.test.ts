import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPetrarchDictionary } from '../src/app/petrarch-dictionary.ts';
import { readPetrarchVerbs, verbTable } from '../src/app/petrarch-verbs.ts';
import { openWorkbench, Workbench } from '../src/app/workbench.ts';
import { main } from '../src/cli/main.ts';
import type { Event } from '../src/model/index.ts';

const petrarch = openWorkbench(undefined, 'both', 'petrarch');

async function dyads(text: string, workbench = petrarch): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'en', published: '2024-05-08' });
  return events.map(shown).sort();
}

function shown({ actor, recipient, cameo }: Event): string {
  const side = (list: Event['actor']): string => list.map(({ code, sector }) => `${code}${sector ?? ''}`).join('+');
  return `${side(actor)}>${side(recipient)} ${cameo}`;
}

const AGREED = 'Chad and Niger agreed that disputes should be resolved through arbitration.';

describe('the conventions of PETRARCH', () => {
  it.each([
    ['a future act keeps the code of the act', 'Poland will provide aid to Moldova.', ['POL>MDA 070']],
    ['what is promised is an intention', 'Poland promised aid to Moldova.', ['POL>MDA 033']],
    ['what is asked for is an appeal', 'Poland asked Norway to provide aid.', ['POL>NOR 023']],
    ['criticism is told apart from disapproval', 'Poland condemned Belarus.', ['POL>BLR 111']],
    ['a signature is an agreement', 'Poland signed a treaty with Norway.', ['POL>NOR 057']],
    ['who meets does it to each other', 'Poland met with Norway in April.', ['NOR>POL 040', 'POL>NOR 040']],
    ['who visits is received', 'The Polish president visited Norway.', ['NOR>POLGOV 040', 'POLGOV>NOR 040']],
    ['the subject renews ties', 'Poland restored diplomatic ties with Chad.', ['POL>TCD 050']],
    ['named together they do it to each other', 'Poland and Chad restored diplomatic ties.', ['POL+TCD>POL+TCD 050']],
    [
      'a clause of time is not coded beside the main one',
      'Poland restored ties with Chad five years after Chadian troops shelled Niger.',
      ['POL>TCD 050'],
    ],
    ['a noun inside a coded act is no second event', 'Poland condemned the attack by Chad on Niger.', ['POL>TCD 111']],
    ['what is wanted against somebody rallies opposition', 'Chad called for a boycott of Niger.', ['TCD>NER 113']],
    ['who opposes disapproves', 'Chad was opposed by Niger.', ['NER>TCD 110']],
    ['a clash over plans is of words', 'Chad’s president clashed over the budget of Niger.', ['TCDGOV>NER 110']],
    ['threatened force', 'Chad threatened to bomb Niger.', ['TCD>NER 138']],
    ['a boycott is a sanction', 'Kenya boycotted Niger.', ['KEN>NER 163']],
    ['a code comes from the words of its phrase', 'Chad is poor, and the government asked Niger for a loan.', []],
    ['a role beside another', 'The Danish media and government warned Niger.', ['DNKJRN+---GOV>NER 130']],
    [
      'a party of a side clause is none of the main one',
      'Chad is about to restore ties with Xland, several years after Nigerien crowds burned its embassy.',
      [],
    ],
    ['a verb of the dictionary CAMEO.2.0 that no line knows', 'Chad departed from Niger.', ['TCD>NER 040']],
    ['allowing is yielding', 'Chad allowed that Niger has a good port.', ['TCD>NER 080']],
    ['a misspelt word is no verb', 'Chad departx from Niger.', []],
    ['who agree that something is so do it to each other', AGREED, ['TCD+NER>TCD+NER 050']],
    ['whoever one agrees with', 'Chad agreed with Niger that borders should be open.', ['TCD>NER 030']],
    [
      'a treaty with whom it is to serve',
      'Chad signed an accord on Thursday to supply Niger with wheat.',
      ['TCD>NER 057'],
    ],
    ['a passive without a doer', 'Chad was criticized over its territorial dispute with Niger.', ['NER>TCD 111']],
    ['resolutions are adopted with somebody', 'Chad will adopt a set of resolutions with Niger.', ['TCD>NER 057']],
    ['who does not criticise cooperates', 'Chad did not criticize Niger.', ['TCD>NER 050']],
    ['who does not yield rejects', 'Chad did not allow Niger to fish.', ['TCD>NER 124']],
    ['what is not supported is no event', 'Chad did not support Niger.', []],
    [
      'the target named first',
      'Chad’s president left for Niger for talks with Kenya.',
      ['NER>TCDGOV 040', 'TCDGOV>NER 040'],
    ],
    ['praise', 'Chad praised Niger for its elections.', ['TCD>NER 051']],
    ['condolences', 'Chad offered its condolences to Niger.', ['TCD>NER 018']],
    ['an apology', 'Chad apologized to Niger.', ['TCD>NER 055']],
    ['a call', 'Chad’s president telephoned the president of Niger.', ['NERGOV>TCDGOV 041', 'TCDGOV>NERGOV 041']],
    ['trade', 'Chad exported wheat to Niger.', ['TCD>NER 061']],
    ['aid by its kind', 'Chad provided economic aid to Niger.', ['TCD>NER 071']],
    ['food', 'Chad delivered medicine to Niger.', ['TCD>NER 073']],
    ['offered aid', 'Chad offered financial aid to Niger.', ['TCD>NER 033']],
    ['sanctions that end', 'Chad lifted its sanctions against Niger.', ['TCD>NER 085']],
    ['a demand to yield', 'Chad demanded that Niger withdraw its troops.', ['TCD>NER 105']],
    ['a refused meeting', 'Chad refused to meet the ambassador of Niger.', ['TCD>NERGOV 125']],
    ['a veto', 'Chad vetoed a resolution of Niger.', ['TCD>NER 129']],
    ['ties', 'Chad severed ties with Niger.', ['TCD>NER 161']],
    ['aid that ends', 'Chad halted aid to Niger.', ['TCD>NER 162']],
    ['forces called up', 'Chad massed troops on the border with Niger.', ['TCD>NER 154']],
    ['a single party makes no event', 'Thousands of Poles protested in the streets.', []],
  ])('%s', async (_, text, expected) => {
    expect(await dyads(text)).toEqual(expected);
  });

  it('leave the manual alone', async () => {
    const { events } = await openWorkbench().codeText({ text: 'Poland will provide aid to Moldova.', language: 'en' });
    expect(events.map(({ type, stance }) => [type, stance])).toEqual([['AGREE', 'planned']]);
  });

  it('are known for English only', async () => {
    const text = 'Польша осудила Белоруссию в среду.';
    await expect(petrarch.codeText({ text, language: 'ru' })).rejects.toThrow(/no conventions "petrarch"/);
  });
});

const ACTORS = `<!-- invented -->
ELDMARK_ [ELD]
+HIGH_HOLM
+ELDMARKER

VESTERBY [VES]

OLGA_RAND # steward, later a rebel
	[ELDGOV 19900101 - 20000101]
	[ELDREB >20000102]
NOBODY [---]
`;
const AGENTS = `!PERSON! = MAN, WOMAN
STEWARD [~GOV] # of a hall
CONGRESS!PERSON! [~LEG]
ARMED_FORCES {} [~MIL]
CITY_WATCH {CITY_WATCHES} [~COP]
`;

const VERBS = `&TIETYPES
+MILITARY
+CULTURAL
+TOP SECRET

--- FORSAKE  [345]  ---  # a scheme of its own
FORSAKE {FORSOOK FORSAKEN }
+WALK_OUT [161]
- * EFFORT  [080]
- * {&TIETYPES TIES} [120]
- * (WITH HOSTILITY) [110]
- * HARVEST [---]
- * VINTAGE [###] # none either [080]

--- CELEBRATE [051] ---
CELEBRATE
- * {MAY DAY} $ [017]
- TANKS * [152]
- * HEROES OF + [050]

--- SAY [010] ---
SAY
`;

describe('dictionaries of PETRARCH', () => {
  it('are read with synonyms and times', () => {
    const names = readPetrarchDictionary(ACTORS).map(({ form, code, kind, from, to }) => [form, code, kind, from, to]);
    expect(names).toEqual([
      ['Eldmark', 'ELD', 'state', '', ''],
      ['High Holm', 'ELD', 'state', '', ''],
      ['Eldmarker', 'ELD', 'state', '', ''],
      ['Vesterby', 'VES', 'state', '', ''],
      ['Olga Rand', 'ELDGOV', 'organisation', '1990-01-01', '2000-01-01'],
      ['Olga Rand', 'ELDREB', 'organisation', '2000-01-02', ''],
    ]);
  });

  it('are read with plurals and substitutions', () => {
    const names = readPetrarchDictionary(AGENTS).map(({ form, sector }) => `${form} ${sector}`);
    expect(names).toEqual([
      'steward GOV',
      'stewards GOV',
      'congressman LEG',
      'congresswoman LEG',
      'armed forces MIL',
      'city watch COP',
      'city watches COP',
    ]);
  });

  it('of verbs are read with their sets and patterns', () => {
    const { lines, left } = readPetrarchVerbs(VERBS);
    expect(lines.map(({ pattern, type, cameo }) => [pattern, type, cameo])).toEqual([
      // a code outside CAMEO is told under the type of a neighbour
      ['forsake.V -harvest -vintage', 'SANCTION', '345'],
      ['walk.V +out -harvest -vintage', 'SANCTION', '161'],
      ['forsake.V +effort', 'CONCEDE', '080'],
      ['forsake.V +military|cultural +ties|tie', 'REJECT', '120'],
      ['forsake.V +top +secret +ties|tie', 'REJECT', '120'],
      ['forsake.V +with +hostility', 'ACCUSE', '110'],
      ['walk.V +out +effort', 'CONCEDE', '080'],
      ['walk.V +out +military|cultural +ties|tie', 'REJECT', '120'],
      ['walk.V +out +top +secret +ties|tie', 'REJECT', '120'],
      ['walk.V +out +with +hostility', 'ACCUSE', '110'],
      ['celebrate.V', 'SUPPORT', '051'],
      ['celebrate.V +may +day A:obj|with|from|in|at|of|by|for|to|on R:subj', 'SUPPORT', '017'],
      ['celebrate.V {=tanks|tank}', 'MOBILIZE', '152'],
    ]);
    // an adposition that no bracket marks, and a statement; patterns without a code are none of them
    expect(left).toBe(2);
  });

  it('of verbs go before the shipped lines', async () => {
    const own = {
      path: 'p.actors.tsv',
      names: [],
      verbs: { path: 'p.verbs.tsv', text: verbTable(readPetrarchVerbs(VERBS).lines) },
    };
    const workbench = new Workbench(own, undefined, 'petrarch');
    expect(await dyads('Chad forsook Niger.', workbench)).toEqual(['TCD>NER 345']);
    expect(await dyads('Chad will forsake its old military ties with Niger.', workbench)).toEqual(['TCD>NER 120']);
    expect(await dyads('Chad will celebrate May Day with Niger.', workbench)).toEqual(['NER>TCD 017']);
    expect(await dyads('Chad condemned Niger.', workbench)).toEqual(['TCD>NER 111']);
    // a noun in capitals that is no party, and several who do it together to somebody else
    const feast = 'Chad and Kenya celebrated HARVEST with Niger.';
    expect(await dyads(feast, workbench)).toEqual(['TCD+KEN>NER 051']);
  });

  it('are taken over by the command and stand alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'petrarch-'));
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const texts: string[] = [];
    const io = {
      out: (text: string) => void texts.push(text),
      err: () => {},
      outIsTerminal: false,
      errIsTerminal: false,
    };
    const store = process.env['CHANCERY_STORE'];
    process.env['CHANCERY_STORE'] = join(folder, 'r.sqlite');
    try {
      const dictionaries = [file('actors.txt', ACTORS), file('agents.txt', AGENTS), file('verbs.txt', VERBS)];
      expect(await main(['dict', 'import', '--alone', ...dictionaries], io)).toBe(0);
      const said = [
        'The Eldmark steward condemned the Vesterby armed forces.',
        'Vesterby condemned Olga Rand.',
        'Poland condemned Eldmark.',
        'Eldmark forsook Vesterby.',
      ];
      const records = said.map((text, i) =>
        JSON.stringify({ id: `${i}`, text, language: 'en', published: '2001-05-05' }),
      );
      texts.length = 0;
      await main(['code', '--records', file('r.jsonl', records.join('\n')), '--conventions', 'petrarch'], io);
      const events = texts
        .join('')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Event);
      expect(events.map(shown)).toEqual(['ELDGOV>VESMIL 111', 'VES>ELDREB 111', 'ELD>VES 345']);
    } finally {
      if (store === undefined) delete process.env['CHANCERY_STORE'];
      else process.env['CHANCERY_STORE'] = store;
    }
  });
});
