import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetScore } from '../model/index.ts';
import { alignment, eigenScore } from './alignment.ts';
import { balance } from './balance.ts';
import { blocPath } from './bloc-path.ts';
import { blocsOf, exactTwoBlocs, frustrationOf, twoBlocs, withShuffledSigns } from './frustration.ts';
import { network } from './network.ts';
import { seeded } from './random.ts';
import { type PairSum, relationMatrix, type SignedGraph } from './signed-graph.ts';

function graphOf(values: readonly number[], n: number): SignedGraph {
  const weights = new Float64Array(n * n);
  let k = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) weights[i * n + j] = weights[j * n + i] = values[k++] ?? 0;
  return { states: Array.from({ length: n }, (_, i) => `S${i}`), weights };
}

/** Two camps of friends under so much politeness that every raw sign is positive. */
function politeCamps(): PairSum[] {
  const pairs: PairSum[] = [];
  for (let i = 0; i < 24; i++) {
    for (let j = 0; j < i; j++)
      pairs.push({ a: `S${i}`, b: `S${j}`, net: 50 + (i % 2 === j % 2 ? 20 : -20) + (i % 5), mass: 100 });
  }
  return pairs;
}

describe('alignment', () => {
  it('finds two camps where every raw sign is friendly', () => {
    const matrix = relationMatrix(politeCamps());
    const z = alignment(matrix);
    const camp = (state: string): number => Number(state.slice(1)) % 2;
    const { blocs } = twoBlocs(z);
    expect(new Set(z.states.map((state, i) => `${camp(state)}${blocs[i]}`)).size).toBe(2);
    const raw = twoBlocs({ states: matrix.states, weights: matrix.net });
    expect(new Set(raw.blocs).size).toBe(1);
    const places = eigenScore(z);
    expect(new Set(z.states.map((state, i) => `${camp(state)}${places[i]! > 0}`)).size).toBe(2);
  });

  it('stays finite for empty, single and silent states', () => {
    for (const pairs of [[], [{ a: 'A', b: 'B', net: 0, mass: 0 }], [{ a: 'A', b: 'B', net: -3, mass: 3 }]]) {
      const z = alignment(relationMatrix(pairs));
      expect([...z.weights, ...eigenScore(z)].every(Number.isFinite)).toBe(true);
      expect(twoBlocs(z).share).toBe(0);
    }
  });
});

describe('frustration', () => {
  it('local search finds the exact optimum of small graphs', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 45, maxLength: 45 });
    fc.assert(
      fc.property(values, (list) => {
        const exact = exactTwoBlocs(graphOf(list, 10));
        // Ten lonely states make the graph too large for the exact way and change nothing.
        const padded = graphOf(list, 10);
        const weights = new Float64Array(400);
        for (let i = 0; i < 10; i++) for (let j = 0; j < 10; j++) weights[i * 20 + j] = padded.weights[i * 10 + j]!;
        const local = twoBlocs({ states: Array.from({ length: 20 }, (_, i) => `S${i}`), weights });
        expect(local.exact).toBe(false);
        expect(local.frustration).toBeCloseTo(exact.frustration, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('is 0 for two hostile camps and rises with each tie across', () => {
    const camps = graphOf([1, -1, -1, -1, -1, 1], 4);
    expect(exactTwoBlocs(camps)).toMatchObject({ blocs: [0, 0, 1, 1], frustration: 0, share: 0, exact: true });
    expect(frustrationOf(camps, [0, 1, 1, 1])).toBe(3);
  });

  it('finds three blocs that two cannot hold', () => {
    const values: number[] = [];
    for (let i = 0; i < 9; i++) for (let j = 0; j < i; j++) values.push(i % 3 === j % 3 ? 1 : -1);
    const graph = graphOf(values, 9);
    expect(blocsOf(graph, 3).frustration).toBe(0);
    expect(twoBlocs(graph).frustration).toBeGreaterThan(0);
  });
});

describe('balance', () => {
  it('stands beside a null that keeps the number of positive and negative ties', () => {
    const values: number[] = [];
    for (let i = 0; i < 12; i++) for (let j = 0; j < i; j++) values.push(i < 6 === j < 6 ? 1 : -1);
    const graph = graphOf(values, 12);
    const result = balance(graph);
    expect(result.balanced).toBe(1);
    expect(result.null!.mean).toBeLessThan(0.6);
    const count = (g: SignedGraph): number => g.weights.filter((w) => w > 0).length;
    expect(count(withShuffledSigns(graph, 7))).toBe(count(graph));
    expect(balance(graph)).toEqual(result);
  });

  it('says that there is no triad instead of dividing by zero', () => {
    expect(balance(graphOf([1], 2))).toEqual({ triads: 0 });
  });
});

describe('network', () => {
  it('is empty for no events and the same for any order', () => {
    expect(network({ events: [] })).toMatchObject({ nodes: [], edges: [] });
    const random = seeded(3);
    const scores = Array.from({ length: 300 }, () => ({
      week: '2022-02-21',
      a: `S${Math.floor(random() * 9)}`,
      b: `T${Math.floor(random() * 9)}`,
      net: Math.round(random() * 200 - 100),
      days: 7,
    }));
    expect(network({ scores: [...scores].reverse() })).toEqual(network({ scores }));
    expect(JSON.stringify(network({ scores }))).not.toMatch(/null|NaN/);
  });
});

describe('blocs over time', () => {
  /** Two hostile camps in each year; from 2021 on D has gone over to the other side. */
  const year = (y: number, camps: readonly (readonly string[])[]): NetScore[] =>
    camps.flatMap((camp, c) =>
      camp.flatMap((a) =>
        camps.flatMap((other, d) =>
          other
            .filter((b) => a < b)
            .map((b): NetScore => ({ week: `${y}-06-07`, a, b, net: c === d ? 100 : -100, days: 7 })),
        ),
      ),
    );
  const scores = [
    ...year(2019, [
      ['A', 'B', 'C', 'D'],
      ['X', 'Y', 'Z'],
    ]),
    ...year(2020, [
      ['A', 'B', 'C', 'D'],
      ['X', 'Y', 'Z'],
    ]),
    ...year(2021, [
      ['A', 'B', 'C'],
      ['D', 'X', 'Y', 'Z'],
    ]),
  ];

  it('keep their number from period to period, so that who crosses over stands out', () => {
    const path = blocPath({ scores }, { by: 'year' });
    expect(path.map(({ period, changed }) => [period, changed])).toEqual([
      ['2019', []],
      ['2020', []],
      ['2021', ['D']],
    ]);
    for (const { blocs } of path) {
      expect(blocs['A']).toBe(path[0]!.blocs['A']);
      expect(blocs['X']).not.toBe(blocs['A']);
    }
    expect(path[1]!.frustrationNull.mean).toBeGreaterThan(path[1]!.frustration);
  });

  it('are none where there is no tie, and end with the window', () => {
    expect(blocPath({ events: [] }, { by: 'month' })).toEqual([]);
    expect(blocPath({ scores }, { by: 'year', to: '2019-12-31' })).toHaveLength(1);
  });
});
