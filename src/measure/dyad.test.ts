import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChanceryError, type Interaction, QUADS } from '../model/index.ts';
import { coverageByPeriod } from './coverage.ts';
import { dyadTable } from './dyad.ts';

const act = (date: string, source: string, target: string, more: Partial<Interaction> = {}): Interaction => ({
  id: `${date}${source}${target}`,
  date,
  source,
  target,
  kind: 'visit',
  quad: 'verbal-cooperation',
  score: 4,
  contexts: [],
  ...more,
});

const conflict = { kind: 'strike', quad: 'material-conflict', score: -9 } as const;

describe('dyad table', () => {
  it('keeps cooperation and conflict apart, by month, whichever side acted', () => {
    const { rows } = dyadTable([
      act('2022-02-03', 'RUS', 'CHN'),
      act('2022-02-04', 'CHN', 'RUS'),
      act('2022-02-20', 'CHN', 'RUS', conflict),
      act('2022-03-01', 'CHN', 'RUS'),
    ]);
    expect(
      rows.map((row) => [row.source, row.target, row.period, row.n, row.cooperation, row.conflict, row.net]),
    ).toEqual([
      ['CHN', 'RUS', '2022-02', 3, 8, 9, -1],
      ['CHN', 'RUS', '2022-03', 1, 4, 0, 4],
    ]);
    expect(rows[0]!.quads).toEqual([2, 0, 0, 1]);
  });

  it('keeps directions apart when asked, and gives a symmetric act to both', () => {
    const { rows } = dyadTable(
      [act('2022-02-03', 'RUS', 'CHN'), act('2022-02-04', 'CHN', 'RUS', { symmetric: true, kind: 'drill' })],
      { directed: true },
    );
    expect(rows.map((row) => [row.source, row.target, row.n])).toEqual([
      ['CHN', 'RUS', 1],
      ['RUS', 'CHN', 2],
    ]);
  });

  it('counts a report repeated on one day once, all reports, or each origin', () => {
    const same = [1, 2, 3].map((k) =>
      act('2022-02-03', 'RUS', 'CHN', {
        id: `r${k}`,
        origin: k === 3 ? 'TASS' : 'Xinhua',
        reports: k,
        outlet: `o${k}`,
      }),
    );
    expect(dyadTable(same).rows[0]!.n).toBe(1);
    expect(dyadTable(same, { count: 'reports' }).rows[0]!.n).toBe(6);
    expect(dyadTable(same, { count: 'reports' }).rows[0]!.dispersion).toMatchObject({
      outlets: 3,
      concentration: (1 + 4 + 9) / 36,
    });
    expect(dyadTable(same, { count: 'origins' }).rows[0]!.n).toBe(2);
  });

  it('pulls a share from three acts towards the level of the pair', () => {
    const calm = Array.from({ length: 60 }, (_, k) =>
      act(`2020-0${(k % 9) + 1}-1${k % 7}`, 'GRC', 'TUR', { kind: `k${k}` }),
    );
    const { rows } = dyadTable([...calm, act('2021-01-05', 'GRC', 'TUR', conflict)], { period: 'year' });
    expect(rows[1]!.conflictShare).toBeLessThan(0.1);
    expect(rows[1]!.nInterval[0]).toBeLessThan(1);
    expect(rows[1]!.nInterval[1]).toBeGreaterThan(1);
  });

  it('shows periods without acts when asked', () => {
    const { rows } = dyadTable([act('2021-01-05', 'GRC', 'TUR'), act('2021-12-05', 'GRC', 'TUR')], {
      period: 'quarter',
      balanced: true,
    });
    expect(rows.map((row) => [row.period, row.n])).toEqual([
      ['2021-Q1', 1],
      ['2021-Q2', 0],
      ['2021-Q3', 0],
      ['2021-Q4', 1],
    ]);
  });

  it('narrows to a context, and says what it leaves out', () => {
    const events = [
      act('2022-02-03', 'RUS', 'CHN', { contexts: ['military'] }),
      act('2022-02-05', 'RUS', 'CHN'),
      act('2031-01-01', 'RUS', 'CHN'),
      act('2022-02-31', 'RUS', 'CHN'),
    ];
    const { rows, skipped } = dyadTable(events, { contexts: ['military'], now: '2026-01-01' });
    expect(rows).toHaveLength(1);
    expect(Object.fromEntries(skipped)).toEqual({ 'dated in the future': 1, 'with a date that is none': 1 });
  });

  it('keeps an act that is only known to the month out of the weeks', () => {
    const vague = act('2019-10-01', 'RUS', 'CHN', { until: '2019-10-31' });
    expect(dyadTable([vague], { period: 'week' }).rows).toEqual([]);
    expect(dyadTable([vague], { period: 'month' }).rows).toHaveLength(1);
  });

  it('refuses a period that ends before it begins', () => {
    expect(() => dyadTable([], { from: '2022-02-01', to: '2021-01-01' })).toThrow(ChanceryError);
  });

  it('adds up: no act is lost or counted twice, and no number is NaN', () => {
    const list = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 1, max: 12 }),
        pair: fc.constantFrom(['A', 'B'], ['B', 'A'], ['A', 'C']),
        quad: fc.nat({ max: 3 }),
        score: fc.option(fc.double({ min: -10, max: 10, noNaN: false }), { nil: undefined }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(list, (parts) => {
        const events = parts.map(({ day, month, pair, quad, score }, i): Interaction => {
          const two = (n: number): string => String(n).padStart(2, '0');
          const event = act(`2020-${two(month)}-${two(day)}`, pair[0]!, pair[1]!, {
            kind: `k${i}`,
            quad: QUADS[quad]!,
          });
          const { score: _, ...rest } = event;
          return score === undefined ? rest : { ...rest, score };
        });
        const { rows } = dyadTable(events);
        expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(events.length);
        expect(JSON.stringify(rows)).not.toMatch(/null|NaN/);
      }),
    );
  });
});

describe('coverage by period', () => {
  it('compares each period with the ones before, a gap included, and the first with nothing', () => {
    const read = (month: string, n: number): Interaction[] =>
      Array.from({ length: n }, (_, k) => act(`2022-${month}-1${k % 9}`, 'A', `B${k}`));
    const times = coverageByPeriod([...read('01', 10), ...read('02', 10), ...read('04', 30)], 'month');
    const month = (m: number): number => 2022 * 12 + m - 1;
    expect(times.has(month(1))).toBe(false);
    expect([2, 3, 4].map((m) => times.get(month(m)))).toEqual([1, 0, 3]);
    expect(coverageByPeriod([], 'week').size).toBe(0);
  });
});
