import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gazetteerOf } from '../src/app/actors.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import { createSegmentation } from '../src/language/en/segmentation.ts';
import { resolveMentions, who } from '../src/resolve/actor/index.ts';

const splitter = createSegmentation({ abbreviations: readFileSync('data/words/en/abbreviations.tsv', 'utf8') });
const gazetteer = gazetteerOf('en');

/** `CODE/SECTOR` of a phrase that is asked for by itself. */
function asked(phrase: string): string {
  const { code, sector } = who({ phrase, on: '2022-10-01' }, gazetteer, splitter);
  return `${code ?? ''}/${sector ?? ''}`;
}

/** `text:CODE` of every mention with a state, tagged and parsed as the pipeline does it. */
function told(text: string): string[] {
  const language = languageOf('en');
  const sentences = language.sentences(text, 0, text.length).map(({ start, end }, index) => {
    const raw = language.tokenise(text, start, end);
    return { start, end, index, block: -1, tokens: language.analyse(raw, gazetteer.locked(raw)) };
  });
  return resolveMentions({ text, sentences, gazetteer, on: '2023-11-08' })
    .flat()
    .filter(({ actors }) => actors.length > 0)
    .map(({ text: form, actors }) => `${form}:${actors.map(({ code }) => code).join('+')}`);
}

describe('a phrase asked for by itself', () => {
  it.each([
    ['Tuareg', '/CVL'],
    ['a Ukrainian', 'UKR/CVL'],
    ['the Dutch', 'NLD/CVL'],
    ['Bangladesh', 'BGD/'],
    ['homes in Kharkiv', 'UKR/CVL'],
    ['Belarusian celebrities', 'BLR/CVL'],
    ['partygoers', '/CVL'],
    ['Russian airstrikes', 'RUS/MIL'],
    ['mortar fire', '/MIL'],
    ['Turkish steelworkers', 'TUR/LAB'],
    ['Kenyan flower growers', 'KEN/AGR'],
    ['a breakaway region', '/PRE'],
    ['an independent commission', '/GOV'],
    ['accomplices', '/CRM'],
    ['invaders', '/UAF'],
    ['the disciples of a monk', '/REL'],
    ['Serbian tennis player Novak Djokovic', 'SRB/CVL'],
    ['Naomi Osaka', 'JPN/CVL'],
    ['Finland', 'FIN/'],
    ['Russian gas', 'RUS/'],
    ['Nazarbayev University', 'KAZ/EDU'],
    ['Germán Vargas', '/'],
    ['Federal Security Council', '/GOV'],
    ['National Union of Teachers', '/LAB'],
    ['Western Military District', '/MIL'],
    ['US CDC', 'USA/MED'],
    ['the Mapuche leader', 'CHL/GOV'],
    ['Sierra Leonean ... refugees', 'SLE/REF'],
    ['a Colombian social leader', 'COL/CVL'],
    ['South Sudanese cattle raiders', 'SSD/CRM'],
    ['a Tongan rugby captain', 'TON/CVL'],
    ['locust control teams', '/GOV'],
    ['an Irish data watchdog', 'IRL/GOV'],
    ['Burkinabe triple jumper Hugues Zango', 'BFA/CVL'],
    ['former guerrilla leader Xanana Gusmao', 'TLS/ELI'],
    ['Somalia state news agency', 'SOM/GOV'],
    ['Icelandic volcanologists', 'ISL/EDU'],
    ['homemakers', '/CVL'],
    ['Bulgarian interior minister Kalin Stoyanov', 'BGR/GOV'],
  ])('%s: %s', (phrase, answer) => expect(asked(phrase)).toBe(answer));

  it('has the sector of most phrases that were read for errors', () => {
    const rows = readFileSync('gold/actors/phrases.en.jsonl', 'utf8').trim().split('\n');
    const studied = rows
      .map((row) => JSON.parse(row) as { part: string; phrase: string; on: string; sectors: string[] })
      .filter(({ part, sectors }) => part === 'study' && sectors.length > 0);
    const right = studied.filter(({ phrase, on, sectors }) => {
      const { sector } = who({ phrase, on: on || '2022-10-01' }, gazetteer, splitter);
      return sectors.includes(sector ?? '');
    });
    expect(studied.length).toBeGreaterThan(1100);
    expect(right.length / studied.length).toBeGreaterThan(0.85);
  });

  it('names no head of state behind a people’s adjective', () =>
    expect(who({ phrase: 'the Mapuche leader' }, gazetteer, splitter).office).toBeNull());
});

describe('who is meant', () => {
  it.each([
    [
      'the company spoken of',
      'Gazprom cut its prices. Viktor Yushchenko accused the company of blackmail.',
      ['Gazprom:RUS', 'Viktor Yushchenko:UKR', 'company:RUS'],
    ],
    [
      'not who mediates',
      'Thailand shelled Cambodia. Malaysia offered to mediate between the neighbours.',
      ['Thailand:THA', 'Cambodia:KHM', 'Malaysia:MYS', 'the neighbours:THA+KHM'],
    ],
    [
      'not who calls on both',
      'India and Pakistan traded fire. Washington called on both sides to stop.',
      ['India:IND', 'Pakistan:PAK', 'Washington:USA', 'both sides:IND+PAK'],
    ],
    ['nobody on television', 'Saad Hariri resigned on television.', ['Saad Hariri:LBN']],
    ['no celebrity', 'Novak Djokovic played on.', []],
    [
      'the emir of the state that has one',
      'Iraqi tanks rolled into Kuwait. The emir escaped.',
      ['Iraqi tanks:IRQ', 'Kuwait:KWT', 'emir:KWT'],
    ],
    [
      'people of the ground in front',
      'Swedish voters chose. In Basra, crowds burned tyres.',
      ['Swedish voters:SWE', 'Basra:IRQ', 'crowds:IRQ'],
    ],
    ['nobody’s chief', 'Boris Johnson paid. The head of Grombex resigned.', ['Boris Johnson:GBR']],
    ['verbs of dances and watches', 'Iranians danced. Moscow watches.', ['Iranians:IRN', 'Moscow:RUS']],
    [
      'nobody’s head',
      'Pakistani troops fled. Somebody put a price on the head of Aideed.',
      ['Pakistani troops:PAK', 'Aideed:SNAL'],
    ],
    [
      'an alliance that is one',
      'NATO met in Vilnius. The G7 leaders left early. Kyiv thanked the alliance.',
      ['NATO:NATO', 'Vilnius:LTU', 'G7 leaders:G7', 'Kyiv:UKR', 'the alliance:NATO'],
    ],
    [
      'both of what follows',
      'Somalia thanked Kenya. Washington met both warlords.',
      ['Somalia:SOM', 'Kenya:KEN', 'Washington:USA'],
    ],
    ['what rebels hold is not theirs', 'Syria shelled rebel-held Idlib.', ['Syria:SYR', 'Idlib:SYR']],
    ['who is only backed', 'The UN-backed government in Tripoli spoke.', ['UN:UN', 'government:LBY', 'Tripoli:LBY']],
    ['no kitchen', 'Crowds attacked Japanese restaurants.', []],
    ['nameless criminals', 'Boris Yeltsin resigned. Hijackers left the plane.', ['Boris Yeltsin:RUS']],
    [
      'Belgium’s Brussels',
      'Belgian paratroopers were killed. Brussels considered a withdrawal.',
      ['Belgian paratroopers:BEL', 'Brussels:BEL'],
    ],
  ])('%s', (_why, text, mentions) => expect(told(text)).toEqual(mentions));
});
