import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-context-'));
const store = join(folder, 'record.sqlite');
const fixture = (name: string): string => join(import.meta.dirname, 'fixtures/context', name);

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await main(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
  });
  return { code, ...said };
}

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

/** Russia and China in the General Assembly of 2018: how often they voted so ("13": yes against no). Counts from dgrtwo/unvotes (MIT). */
const VOTES_2018 = { 11: 58, 12: 2, 13: 1, 21: 11, 22: 6, 31: 4, 32: 2, 33: 9 };

function votesFile(): string {
  const pairs = Object.entries(VOTES_2018).flatMap(([votes, n]) => Array.from({ length: n }, () => votes));
  const rows = pairs.flatMap((votes, k) => [`${k},365,73,1,${votes[0]}`, `${k},710,73,1,${votes[1]}`, `${k},2,73,1,8`]);
  const file = join(folder, 'UNVotes.csv');
  writeFileSync(file, ['rcid,ccode,session,member,vote', ...rows].join('\n'));
  return file;
}

/** One act of each year, as ICEWS publishes it. */
function eventsFile(): string {
  const rows = ['2010', '2018', '2019', '2022'].flatMap((year, k) => [
    `${year}-02-04,CHN,RUS,040,4,${k}`,
    `${year}-03-04,PRK,CHN,040,4,${k}9`,
  ]);
  const file = join(folder, 'events.csv');
  writeFileSync(file, ['date,source_state,target_state,code,goldstein,event_id', ...rows].join('\n'));
  return file;
}

describe('chancery context', () => {
  let first: { code: number; out: string; err: string };
  beforeAll(async () => {
    const files = ['alliances.csv', 'ideal-points.csv', 'capabilities.csv'].map(fixture);
    first = await run('context', ...files, votesFile(), join(folder, 'none.csv'), '--store', store);
  });

  it('tells kinds by their headers, keeps what is right and says which line is wrong, and why', () => {
    expect(first.code).toBe(3);
    expect(lines(first.out)).toEqual([
      { kind: 'alliances', from: 1949, to: 2012, years: 64, states: 7 },
      { kind: 'cinc', from: 2022, to: 2022, years: 1, states: 3 },
      { kind: 'ideal-points', from: 2019, to: 2019, years: 1, states: 3 },
      { kind: 'un-votes', from: 2018, to: 2018, years: 1, states: 2 },
    ]);
    const faults = first.err.split('\n').filter((line) => /^(CONTEXT|INPUT)/.test(line));
    expect(
      faults.map((line) => line.replace(/^(\S+) .*?([\w-]+\.csv(?::\d+)?): .*found ([^)]*)\).*/, '$1 $2 $3')),
    ).toEqual([
      expect.stringMatching(/^INPUT_UNREADABLE none\.csv ENOENT/),
      'CONTEXT_YEAR alliances.csv:8 2005 to 1999',
      'CONTEXT_STATE alliances.csv:7 "999"',
      'CONTEXT_VALUE alliances.csv:9 "2"',
      'CONTEXT_VALUE ideal-points.csv:5 "far left"',
      'CONTEXT_YEAR capabilities.csv:6 "2o20"',
    ]);
    for (const line of faults) expect(line).toMatch(/expected|INPUT/);
    expect(first.err).toContain('left out: 1 rows before 1945');
  });

  it('changes nothing when it is run again, and lists what is held without a file', async () => {
    const again = await run('context', fixture('capabilities.csv'), '--store', store);
    expect(again.out).toBe(first.out);
    expect(await run('context', '--store', store)).toEqual({ code: 0, out: first.out, err: '' });
  });

  it('exits 2 when nothing in a file can be used, 1 when nothing is held', async () => {
    const odd = join(folder, 'odd.csv');
    writeFileSync(odd, 'a,b\n1,2\n');
    const { code, err } = await run('context', odd, '--store', join(folder, 'other.sqlite'));
    expect(code).toBe(2);
    expect(err).toMatch(/^CONTEXT_COLUMNS .*odd\.csv: .*found a, b/);
    expect((await run('context', '--store', join(folder, 'other.sqlite'))).code).toBe(1);
  });

  it('needs the list of roll calls for votes without a year, and takes it in any order', async () => {
    const votes = join(folder, 'votes.csv');
    const calls = join(folder, 'calls.csv');
    writeFileSync(
      votes,
      'rcid,country,country_code,vote\n7,Russia,RU,yes\n7,"Côte d’Ivoire",CI,no\n7,Ukraine,UA,abstain\n',
    );
    writeFileSync(calls, 'rcid,session,date\n7,15,1960-10-08\n');
    const other = join(folder, 'votes.sqlite');
    expect((await run('context', votes, '--store', other)).err).toContain('CONTEXT_ROLL_CALLS');
    const { code, out } = await run('context', votes, calls, '--store', other);
    expect(code).toBe(0);
    expect(lines(out)).toEqual([{ kind: 'un-votes', from: 1960, to: 1960, years: 1, states: 3 }]);
  });

  it('puts S, pi, ideal points and power beside the acts of a pair, each in its year', async () => {
    const events = ['--events', eventsFile(), '--profile', 'icews', '--store', store];
    const { out } = await run('dyad', 'CHN', 'RUS', ...events, '--by', 'year');
    const rows = lines(out).map(({ period, imported }) => [period, imported]);
    const close = (value: number): unknown => expect.closeTo(value, 3);
    expect(rows).toEqual([
      ['2010', { allianceS: expect.any(Number), alliancePi: expect.any(Number) }],
      ['2018', { voteS: close(0.731), votePi: close(0.632), votes: 93 }],
      ['2019', { idealPointDistance: close(0.476) }],
      ['2022', { powerBalance: close(0.86) }],
    ]);
    const table = (await run('dyad', 'CHN', 'RUS', ...events, '--by', 'year', '--format', 'table')).out;
    expect(table).toMatch(/2018 +– +– +0\.731 +0\.632 +93 /);
    const csv = (await run('dyad', 'CHN', 'RUS', ...events, '--by', 'year', '--format', 'csv')).out;
    expect(csv.split('\r\n')[2]).toMatch(/,,,0\.731,0\.632,93,,$/);
  });

  it('shows of a table that ended before the acts its last year, named', async () => {
    const { out } = await run(
      ...['dyad', 'CHN', 'RUS', '--events', eventsFile(), '--profile', 'icews', '--store', store],
      ...['--from', '2019-01-01', '--format', 'table'],
    );
    expect(out).toMatch(/\n2012 +\d\.\d{3}/);
    expect(out).toContain('alliances 1949 to 2012');
  });

  it.each([
    ['SUN', 'DDR', '1970', /\n1970 +1\.000 +1\.000 /],
    ['USA', 'DEU', '1970', /\n1970 +0\.9\d\d /],
    ['RUS', 'BLR', '1970', /Nothing of RUS and BLR/],
    ['RUS', 'BLR', '2000', /\n2000 +1\.000 +1\.000 /],
  ])('gives a number that two states had in turn to the one of the year: %s and %s in %s', async (a, b, year, says) => {
    const source = ['--events', eventsFile(), '--profile', 'icews', '--store', store];
    const { code, out } = await run('dyad', a, b, ...source, '--to', `${year}-12-31`, '--format', 'table');
    expect(code).toBe(1);
    expect(out).toMatch(says);
  });

  it('puts the same figures on the ties and nodes of the network', async () => {
    const events = ['--events', eventsFile(), '--profile', 'icews', '--store', store];
    const net: { edges: { source: string; target: string; imported?: object }[]; imported: object } = JSON.parse(
      (await run('network', ...events)).out,
    );
    expect(net.imported).toEqual({ alliances: 2012, cinc: 2022, 'ideal-points': 2019, 'un-votes': 2018 });
    expect(net.edges.find(({ source, target }) => source === 'CHN' && target === 'RUS')?.imported).toMatchObject({
      votePi: expect.closeTo(0.632, 3),
      powerBalance: expect.closeTo(0.86, 3),
    });
    for (const format of ['graphml', 'gexf']) {
      const { out } = await run('network', ...events, '--format', format);
      for (const name of ['alliancePi', 'votePi', 'idealPointDistance', 'powerBalance', 'cinc'])
        expect(out).toMatch(new RegExp(`(attr\\.name|title)="${name}"`));
      expect(out).not.toMatch(/NaN|undefined/);
    }
  });
});
