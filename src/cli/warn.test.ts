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

describe('chancery warn', () => {
  it('reads gzipped KEDS rows, sees that they are WEIS, and prints the alarm of the contract', async () => {
    const { code, out, err } = await run(
      'warn',
      '--events',
      kedsFile(),
      '--profile',
      'keds',
      '--codes',
      'cameo',
      '--names',
      names,
      '--channel',
      'conflict',
    );
    expect(code).toBe(1);
    expect(err).toContain('read as WEIS');
    const [alarm, ...more] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
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

  it('draws the pair that was asked for against what was expected', async () => {
    const svg = join(folder, 'week.svg');
    const args = ['--events', kedsFile(), '--profile', 'keds', '--codes', 'weis', '--names', names];
    await run('warn', ...args, '--dyad', 'KWT', 'IRQ', '--svg', svg);
    expect(readFileSync(svg, 'utf8')).toContain('expected, 90 % interval');
    await expect(run('warn', ...args, '--svg', svg)).rejects.toMatchObject({ code: 'DYAD' });
  });

  it('says nothing and exits 0 where nothing happens', async () => {
    const { code, out } = await run(
      'warn',
      '--events',
      kedsFile(),
      '--profile',
      'keds',
      '--codes',
      'weis',
      '--names',
      names,
      '--to',
      '1990-09-01',
    );
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

describe('chancery dyad and network', () => {
  it('tabulate a pair and draw it', async () => {
    const svg = join(folder, 'pair.svg');
    const { code, out } = await run(
      'dyad',
      'IRQ',
      'KWT',
      '--events',
      kedsFile(),
      '--profile',
      'keds',
      '--codes',
      'weis',
      '--names',
      names,
      '--by',
      'quarter',
      '--format',
      'csv',
      '--svg',
      svg,
    );
    expect(code).toBe(0);
    expect(out.split('\r\n')).toHaveLength(6);
    expect(readFileSync(svg, 'utf8')).toContain('n = 86 · keds events, keds.csv.gz');
  });

  it('export the network as GraphML', async () => {
    const { out } = await run(
      'network',
      '--events',
      kedsFile(),
      '--profile',
      'keds',
      '--codes',
      'weis',
      '--names',
      names,
      '--format',
      'graphml',
    );
    expect(out).toContain('<edge id="e0" source="IRQ" target="KWT">');
  });
});
