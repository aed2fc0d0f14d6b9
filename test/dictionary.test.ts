import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRecordStore } from '../src/app/record-store.ts';
import { main } from '../src/cli/main.ts';

interface Answer {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly err: string;
}

async function chancery(...args: readonly string[]): Promise<Answer> {
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
  };
  const code = await main(args, io);
  const lines = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, lines, err };
}

/** An invented commander in an English and a Russian text, and a text without her. */
const TEXTS = {
  'en.txt': `News from the border

Georgia condemned Russia on Monday. Commander Zelda Vashkelin warned Russia. On Tuesday Zelda Vashkelin accused Russia of shelling villages.
`,
  'ru.txt': `Новости

Грузия осудила Россию. Во вторник Россия обвинила Вашкелин в обстрелах. Турция осудила Россию.
`,
  'other.txt': `Other news

France condemned Iran on Monday. Germany recalled its ambassador from Tehran.
`,
};

async function record(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dict-'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
  const store = join(folder, 'r.sqlite');
  const { code } = await chancery('ingest', folder, '--store', store, '--published', '2024-05-08');
  expect(code).toBe(0);
  return store;
}

function events(store: string): Map<string, { id: string; actors: string; quote: string; document: string }> {
  const open = openRecordStore(store, { readOnly: true });
  try {
    const { items } = open.events({ limit: 100 });
    return new Map(
      items.map(({ id, actor, recipient, evidence, document }) => [
        id,
        {
          id,
          actors: [...actor, ...recipient].map((one) => `${one.code}/${one.sector ?? ''}`).join(' '),
          quote: evidence.quote,
          document: document.id,
        },
      ]),
    );
  } finally {
    open.close();
  }
}

describe('chancery dict', () => {
  it('suggests the names nobody knows, with places that cut them out, and no known one', async () => {
    const store = await record();
    const { code, lines } = await chancery('dict', 'suggest', '--store', store);
    expect(code).toBe(0);
    const forms = lines.map(({ form }) => form);
    expect(forms[0]).toBe('Zelda Vashkelin');
    expect(forms).toContain('Вашкелин');
    for (const known of ['Georgia', 'Russia', 'Monday', 'Tehran', 'Турция', 'Iran']) expect(forms).not.toContain(known);
    const [first] = lines as unknown as {
      seen: number;
      guess: { sector: string };
      contexts: { start: number; end: number; text: string }[];
    }[];
    expect(first?.seen).toBe(2);
    expect(first?.guess.sector).toBe('MIL');
    for (const { start, end, text } of first?.contexts ?? []) expect(TEXTS['en.txt'].slice(start, end)).toBe(text);
  });

  it('codes the documents that have an added name again, and nothing else', async () => {
    const store = await record();
    const before = events(store);
    const { code, lines } = await chancery(
      ...['dict', 'add', 'Zelda Vashkelin', '--of', 'GEO', '--sector', 'MIL', '--store', store],
    );
    expect(code).toBe(0);
    const [result] = lines as unknown as {
      concerned: string[];
      recoded: string[];
      gained: string[];
      changed: string[];
    }[];
    const after = events(store);
    const hers = [...after.values()].filter(({ quote }) => quote.startsWith('On Tuesday'));
    expect(hers.map(({ actors }) => actors)).toEqual(['GEO/MIL RUS/']);
    expect(result?.concerned).toEqual([hers[0]?.document]);
    expect(result?.recoded).toEqual(result?.concerned);
    expect([...(result?.gained ?? []), ...(result?.changed ?? [])]).toContain(hers[0]?.id);
    for (const event of before.values())
      if (event.document !== hers[0]?.document) expect(after.get(event.id)).toEqual(event);
    expect(openReport(store)).toEqual([]);
  });

  it('knows an added name in its inflected forms, in the language it was added for', async () => {
    const store = await record();
    await chancery(...['dict', 'add', 'Zelda Vashkelin', '--of', 'GEO', '--sector', 'MIL', '--store', store]);
    const { lines } = await chancery(
      ...['dict', 'add', 'Вашкелин', '--as', 'zelda-vashkelin', '--language', 'ru', '--store', store],
    );
    const [result] = lines as unknown as { concerned: string[] }[];
    expect(result?.concerned).toHaveLength(1);
    const about = [...events(store).values()].filter(({ quote }) => quote.includes('Вашкелин'));
    // the reproach, and the shelling that is claimed in it
    expect(about.map(({ actors }) => actors)).toEqual(['RUS/ GEO/MIL', 'GEO/MIL RUS/']);
  });

  it('keeps corrections: reading the same files again changes nothing, judgements stay', async () => {
    const store = await record();
    const kept = [...events(store).values()].find(({ quote }) => quote.startsWith('Georgia condemned'));
    const open = openRecordStore(store);
    open.judge({ event: kept?.id ?? '', verdict: 'accept', by: 'reader', at: '2024-05-09T00:00:00Z' });
    open.close();
    await chancery(...['dict', 'add', 'Zelda Vashkelin', '--of', 'GEO', '--sector', 'MIL', '--store', store]);
    const after = events(store);
    const again = openRecordStore(store);
    expect(after.has(kept?.id ?? '')).toBe(true);
    expect(again.judgements(kept?.id ?? '')).toHaveLength(1);
    again.close();
    await chancery('ingest', join(store, '..', 'en.txt'), '--store', store, '--published', '2024-05-08');
    expect(events(store)).toEqual(after);
  });

  it('lets the own dictionary correct a shipped name, and says where it is written', async () => {
    const store = await record();
    const shipped = await chancery('who', 'Wagner Group', '--store', store);
    expect(shipped.lines[0]).toMatchObject({ code: 'WAGNER' });
    const said = ['--of', 'RUS', '--sector', 'MIL', '--kind', 'body', '--as', 'russia-wagner-corps'];
    await chancery('dict', 'add', 'Wagner Group', ...said, '--store', store);
    const own = await chancery('who', 'Wagner Group', '--store', store);
    expect(own.lines[0]).toMatchObject({ code: 'RUS', sector: 'MIL' });
    expect(own.lines[0]?.['why']).toContain('r.actors.tsv:2');
  });

  it('is a plain table that grows line by line, one line a name', async () => {
    const store = await record();
    const add = (sector: string) =>
      chancery('dict', 'add', 'Zelda Vashkelin', '--of', 'GEO', '--sector', sector, '--store', store);
    await add('GOV');
    await add('MIL');
    const text = readFileSync(store.replace('.sqlite', '.actors.tsv'), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
    expect((await chancery('dict', 'list', '--store', store)).lines[0]).toMatchObject({
      form: 'Zelda Vashkelin',
      sector: 'MIL',
    });
  });

  it.each([
    [['Nobody', '--of', 'XQX', '--sector', 'GOV'], 'DICT_OWNER'],
    [['Nobody', '--of', 'RUS', '--sector', 'KING'], 'DICT_SECTOR'],
    [['Nobody', '--sector', 'GOV'], 'DICT_OWNER'],
    [['Vladimir Putin', '--of', 'RUS', '--sector', 'GOV'], 'DICT_KNOWN'],
    [['Nobody', '--of', 'RUS', '--sector', 'GOV', '--from', 'yesterday'], 'DICT_DATE'],
    [['12', '--of', 'RUS', '--sector', 'GOV'], 'DICT_NAME'],
  ])('refuses %j and says what it wanted', async (args, wanted) => {
    const store = join(mkdtempSync(join(tmpdir(), 'dict-')), 'none.sqlite');
    const { code, err } = await chancery('dict', 'add', ...args, '--store', store);
    expect(code).toBe(2);
    expect(err).toContain(wanted);
  });
});

function openReport(store: string): unknown {
  const open = openRecordStore(store, { readOnly: true });
  try {
    return open.check();
  } finally {
    open.close();
  }
}
