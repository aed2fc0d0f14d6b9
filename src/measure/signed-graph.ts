/** Parties and a symmetric matrix of signed weights, row by row; the diagonal is 0. */
export interface SignedGraph {
  readonly states: readonly string[];
  readonly weights: Float64Array;
}

export interface PairSum {
  readonly a: string;
  readonly b: string;
  readonly net: number;
  /** Sum of absolute scores, at least |net|. */
  readonly mass: number;
}

export interface RelationMatrix {
  readonly states: readonly string[];
  readonly net: Float64Array;
  readonly mass: Float64Array;
}

/** Sums by undirected pair into matrices over the named states, or over the `most` busiest (by mass, then name). */
export function relationMatrix(
  pairs: readonly PairSum[],
  choice: { readonly states?: readonly string[]; readonly most?: number } = {},
): RelationMatrix {
  const states = [...(choice.states ?? busiest(pairs, choice.most ?? 40))];
  const index = new Map(states.map((state, i) => [state, i]));
  const n = states.length;
  const net = new Float64Array(n * n);
  const mass = new Float64Array(n * n);
  for (const pair of pairs) {
    const i = index.get(pair.a);
    const j = index.get(pair.b);
    if (i === undefined || j === undefined || i === j || !Number.isFinite(pair.net) || !(pair.mass >= 0)) continue;
    net[i * n + j]! += pair.net;
    net[j * n + i]! += pair.net;
    mass[i * n + j]! += pair.mass;
    mass[j * n + i]! += pair.mass;
  }
  return { states, net, mass };
}

export function busiest(pairs: readonly PairSum[], most: number): string[] {
  const totals = new Map<string, number>();
  for (const { a, b, mass } of pairs) {
    if (a === b) continue;
    totals.set(a, (totals.get(a) ?? 0) + mass);
    totals.set(b, (totals.get(b) ?? 0) + mass);
  }
  return [...totals]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([state]) => state)
    .sort();
}
