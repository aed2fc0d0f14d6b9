import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerDyad } from './dyad.ts';
import { registerNetwork } from './network.ts';
import { registerWarn } from './warn.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-measure-'));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const result = { code: -1, out: '', err: '' };
  const io = {
    out: (text: string) => {
      result.out += text;
    },
    err: (text: string) => {
      result.err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
  };
  const program = new Command('chancery').exitOverride();
  for (const register of [registerWarn, registerDyad, registerNetwork]) {
    register(program, io, (code) => {
      result.code = code;
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return result;
}

/** Talk every week and, in the last week, a quarrel; codes are WEIS although the caller says CAMEO. */
function kedsFile(): string {
  const day = (week: number, offset: number): string =>
    new Date(Date.UTC(1990, 0, 1 + week * 7 + offset)).toISOString().slice(0, 10);
  const rows = ['date,source,target,code'];
  for (let week = 0; week < 40; week++) rows.push(`${day(week, 1)},IRQ,KUW,031`, `${day(week, 2)},KUWGOV,IRQMIL,023`);
  for (const code of ['223', '222', '211', '150', '160', '121']) rows.push(`${day(40, 3)},IRQ,KUW,${code}`);
  const file = join(folder, 'keds.csv.gz');
  writeFileSync(file, gzipSync(rows.join('\n')));
  return file;
}

const names = join(folder, 'names.csv');
writeFileSync(names, 'code,name\nIRQ,Iraq\nKUW,Kuwait\nKWT,Kuwait\n');
const FILE = ['--events', kedsFile(), '--profile', 'keds', '--names', names];
const KEDS = [...FILE, '--codes', 'weis'];

/** One act a line in the project's own form, with a sentence. */
function nativeFile(name: string, acts: readonly { on: string; quote: string; id?: string }[]): string {
  const file = join(folder, name);
  const lines = acts.map(({ on, quote, id = on }) =>
    JSON.stringify({
      ...{ id, type: 'CONSULT', quad: 'verbal-cooperation', score: 2.5, actor: [{ code: 'CHN' }] },
      ...{ recipient: [{ code: 'RUS' }], when: { from: on, to: on }, evidence: { quote } },
      document: { id: `sha256:${id}`, url: 'https://www.example.org/a' },
    }),
  );
  writeFileSync(file, lines.join('\n'));
  return file;
}

const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

describe('chancery warn', () => {
  it('reads gzipped KEDS rows, sees that they are WEIS, and prints the alarm of the contract', async () => {
    const { code, out, err } = await run('warn', ...FILE, '--codes', 'cameo', '--channel', 'conflict');
    expect(code).toBe(1);
    expect(err).toContain('read as WEIS');
    const [alarm, ...more] = jsonLines(out);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      dyad: ['IRQ', 'KWT'],
      names: ['Iraq', 'Kuwait'],
      week: '1990-10-08',
      channel: 'conflict',
      observed: 6,
      level: 'alarm',
    });
    for (const key of ['expected', 'interval', 'rank', 'events']) expect(alarm).toHaveProperty(key);
  });

  it('lays the sentences, their outlets and the past of the method beside an alarm', async () => {
    const file = nativeFile('native.jsonl', [
      { on: '2021-02-04', quote: 'Xi met Putin.' },
      { on: '2022-02-04', quote: 'Their friendship has no limits.' },
    ]);
    const { out, err } = await run('warn', '--events', file);
    expect(jsonLines(out)).toMatchObject([
      {
        week: '2022-01-31',
        channel: 'first-of-its-kind',
        evidence: [{ date: '2022-02-04', quote: 'Their friendship has no limits.', outlet: 'example.org' }],
        method: { hits: 5, shocks: 14, unlabelledPerDyadYear: 0.28 },
      },
    ]);
    expect(err).toContain('conflict found 13 of 14 shocks at 0.22 other alarms a pair-year');
    const table = (await run('warn', '--events', file, '--format', 'table')).out;
    expect(table).toContain('2022-02-04  Their friendship has no limits.  [example.org]');
  });

  it('draws the pair that was asked for against what was expected', async () => {
    const svg = join(folder, 'week.svg');
    await run('warn', ...KEDS, '--dyad', 'KWT', 'IRQ', '--svg', svg);
    expect(readFileSync(svg, 'utf8')).toContain('expected, 90 % interval');
    await expect(run('warn', ...KEDS, '--svg', svg)).rejects.toMatchObject({ code: 'DYAD' });
  });

  it('says nothing and exits 0 where nothing happens', async () => {
    const { code, out } = await run('warn', ...KEDS, '--to', '1990-09-01');
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });

  it('refuses a file that is not there by name', async () => {
    await expect(run('warn', '--events', join(folder, 'none.csv'), '--profile', 'keds')).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
    });
  });

  it('takes a record with nothing in it for what it is', async () => {
    const file = join(folder, 'empty.jsonl');
    writeFileSync(file, '');
    await expect(run('warn', '--events', file)).rejects.toMatchObject({ code: 'EVENTS_EMPTY' });
  });
});

describe('rows that no measure can use', () => {
  const good = { type: 'CONSULT', quad: 'verbal-cooperation', actor: [{ code: 'CHN' }], recipient: [{ code: 'RUS' }] };
  const rows = [
    { ...good, id: 'no score', when: { from: '2022-02-04', to: '2022-02-04' }, contexts: ['military'] },
    { ...good, id: 'absurd score', score: -99, when: { from: '2022-03-04', to: '2022-03-04' } },
    { ...good, id: 'not yet', score: 2, when: { from: '2999-03-04', to: '2999-03-04' } },
    { ...good, id: 'no date', score: 2, when: { from: '2022-02-30', to: '2022-02-30' } },
    { ...good, id: 'no number', score: 'high', when: { from: 2022, to: 2023 } },
    { ...good, id: 'no list', actor: 'CHN' },
    [1],
  ];
  const odd = join(folder, 'odd.jsonl');
  writeFileSync(odd, rows.map((row) => JSON.stringify(row)).join('\n'));

  it('are left out and counted, and what is left carries no NaN', async () => {
    const svg = join(folder, 'odd.svg');
    const { code, out, err } = await run(
      'dyad',
      'CHN',
      'RUS',
      '--events',
      odd,
      '--balanced',
      '--by',
      'week',
      '--svg',
      svg,
    );
    expect(code).toBe(0);
    expect(jsonLines(out).map(({ n }) => n)).toEqual([1, 0, 0, 0, 1]);
    expect(err.trim().split('\n')).toEqual([
      'left out: 1 without a date',
      'left out: 3 that is no event',
      'left out: 1 dated in the future',
    ]);
    await run('warn', '--events', odd, '--dyad', 'CHN', 'RUS', '--svg', join(folder, 'odd-weeks.svg'));
    const drawn = [svg, join(folder, 'odd-weeks.svg')].map((file) => readFileSync(file, 'utf8'));
    const graph = (await run('network', '--events', odd, '--format', 'gexf')).out;
    for (const text of [out, graph, ...drawn]) expect(text).not.toMatch(/NaN|Infinity|undefined|2999/);
  });

  it('do not hide that a question asks for what is not there', async () => {
    expect((await run('dyad', '--events', odd, '--context', 'naval')).err).toContain(
      'no act has the context "naval" (found: military)',
    );
    const backwards = ['--from', '2023-01-01', '--to', '2022-01-01'];
    for (const command of ['dyad', 'network', 'warn'])
      await expect(run(command, '--events', odd, ...backwards)).rejects.toMatchObject({ code: 'OPTION_PERIOD' });
  });
});

describe('chancery dyad and network', () => {
  it('tabulate a pair and draw it', async () => {
    const svg = join(folder, 'pair.svg');
    const { code, out } = await run('dyad', 'IRQ', 'KWT', ...KEDS, '--by', 'quarter', '--format', 'csv', '--svg', svg);
    expect(code).toBe(0);
    expect(out.split('\r\n')).toHaveLength(6);
    expect(readFileSync(svg, 'utf8')).toContain('n = 86 · keds events, keds.csv.gz');
  });

  it('name a code that no act names, and the one that was meant', async () => {
    expect(await run('dyad', 'irq', 'Kuwait', ...KEDS)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/no act names "irq"; did you mean IRQ\?\nno act names "Kuwait"; did you mean KWT\?/),
    });
    expect((await run('network', '--state', 'IRQ', 'XYZ', ...KEDS)).err).toContain('no act names "XYZ"\n');
    await expect(run('dyad', 'IRQ', 'IRQ', ...KEDS)).rejects.toMatchObject({ code: 'DYAD' });
  });

  it('export the network as GraphML', async () => {
    const { out } = await run('network', ...KEDS, '--format', 'graphml');
    expect(out).toContain('<edge id="e0" source="IRQ" target="KWT">');
  });

  it('follow blocs over time, which no graph file can hold', async () => {
    const { out } = await run('network', ...KEDS, '--by', 'quarter');
    expect(jsonLines(out).map(({ period }) => period)).toEqual(['1990-Q1', '1990-Q2', '1990-Q3', '1990-Q4']);
    await expect(run('network', ...KEDS, '--by', 'year', '--format', 'gexf')).rejects.toMatchObject({
      code: 'OPTION_BY',
    });
  });
});
