import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { main } from '../src/cli/main.ts';

const folder = join(import.meta.dirname, 'fixtures/no-limits');
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => join(folder, name));

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: () => {},
    outIsTerminal: false,
    errIsTerminal: false,
  });
  return { code, out };
}

interface Card {
  readonly dyad: readonly string[];
  readonly week: string;
  readonly channel: string;
  readonly level: string;
  readonly says?: string;
  readonly evidence?: readonly { readonly quote: string }[];
}

const cardsOf = (out: string): Card[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line): Card => JSON.parse(line));

/** Codes the texts with the coder as it is and asks for the alarms between China and Russia. */
async function alarmsOf(store: string, names: readonly string[]): Promise<Card[]> {
  const { code } = await run('ingest', ...names, '--store', store);
  expect(code).toBe(0);
  return cardsOf((await run('warn', '--store', store, '--dyad', 'CHN', 'RUS', '--now', '2022-12-31')).out);
}

describe('the week of 4 February 2022 on a record made from own texts', () => {
  const stores = mkdtempSync(join(tmpdir(), 'chancery-no-limits-'));
  let cards: Card[] = [];
  beforeAll(async () => {
    cards = await alarmsOf(join(stores, 'all.sqlite'), texts);
  }, 60_000);

  it('is flagged by first-of-its-kind, on the sentence that says so', () => {
    expect(texts.length).toBeGreaterThanOrEqual(10);
    const week = cards.filter((card) => card.week === '2022-01-31' && card.level === 'alarm');
    expect(week).toMatchObject([
      {
        dyad: ['CHN', 'RUS'],
        channel: 'first-of-its-kind',
        says: expect.stringContaining('without limits'),
        evidence: [{ quote: expect.stringContaining('friendship has no limits') }],
      },
    ]);
  });

  it('is the only week flagged: no count of this warm pair shows it, and no earlier treaty or drill is taken for it', () => {
    expect(cards.map(({ week, channel }) => `${week} ${channel}`)).toEqual(['2022-01-31 first-of-its-kind']);
  });

  it('holds more acts when undated ones count on the day of publication, and is flagged as before', async () => {
    const store = join(stores, 'all.sqlite');
    const acts = async (...more: string[]): Promise<number> => {
      const { out } = await run(
        'dyad',
        'CHN',
        'RUS',
        '--store',
        store,
        '--from',
        '2021-01-01',
        '--by',
        'year',
        ...more,
      );
      return out
        .split('\n')
        .filter(Boolean)
        .reduce((sum, line) => sum + Number(JSON.parse(line).n), 0);
    };
    expect(await acts('--undated', 'published')).toBeGreaterThan(await acts());
    const { out } = await run('warn', '--store', store, '--undated', 'published', '--channel', 'first-of-its-kind');
    expect(cardsOf(out).map(({ week, says }) => `${week} ${says}`)).toContain(
      '2022-01-31 first treaty: partnership or friendship without limits',
    );
  });

  it('is not flagged by the same record without the statement', async () => {
    const others = texts.filter((name) => !name.includes('joint-statement'));
    expect(await alarmsOf(join(stores, 'without.sqlite'), others)).toEqual([]);
  });
});
