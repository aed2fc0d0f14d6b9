import { seeded, shuffle } from './random.ts';
import type { SignedGraph } from './signed-graph.ts';

export const definition =
  'The weight of ties that cross the best division into blocs: friends apart and foes together. Falling frustration is growing polarisation.';
export const formula =
  'L = min over partitions of (sum of positive weights between blocs + sum of negative weights within); share = L / sum |weights|';
export const unit = 'share of all weight, 0 to 1, beside the same for shuffled signs';
export const source =
  'Aref & Wilson 2018, 2019 (frustration index); Axelrod & Bennett 1993 (landscape); Doreian & Mrvar 1996 (k blocs)';

export interface Partition {
  /** Bloc of each state, numbered from 0 in order of the states. */
  readonly blocs: readonly number[];
  /** Weight of frustrated ties and its share of all weight; share 0 when there is no weight. */
  readonly frustration: number;
  readonly share: number;
  readonly exact: boolean;
}

const STARTS = 200;
/** Up to this many states the two-bloc optimum is found by looking at every division. */
const EXACT_UP_TO = 18;

export function frustrationOf(graph: SignedGraph, blocs: readonly number[]): number {
  const n = graph.states.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const w = graph.weights[i * n + j]!;
      if (blocs[i] === blocs[j] ? w < 0 : w > 0) sum += Math.abs(w);
    }
  }
  return sum;
}

export function totalWeight({ states, weights }: SignedGraph): number {
  const n = states.length;
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) sum += Math.abs(weights[i * n + j]!);
  return sum;
}

/** Best division into two blocs: exact for small graphs, else the best of 200 seeded local searches (equal to the exact optimum where checked). */
export function twoBlocs(graph: SignedGraph, seed = 1): Partition {
  if (graph.states.length <= EXACT_UP_TO) return exactTwoBlocs(graph);
  const n = graph.states.length;
  const random = seeded(seed);
  const side = new Float64Array(n);
  const field = new Float64Array(n);
  let best = new Float64Array(n).fill(1);
  let bestGain = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < STARTS; start++) {
    for (let i = 0; i < n; i++) side[i] = start === 0 || random() < 0.5 ? 1 : -1;
    const gain = descend(graph.weights, side, field);
    if (gain > bestGain + 1e-12) {
      bestGain = gain;
      best = side.slice();
    }
  }
  return partition(graph, numbered([...best]), false);
}

/** Turns single states over while that helps. `field[i]` is the pull on i; each turn updates it in one row. */
function descend(weights: Float64Array, side: Float64Array, field: Float64Array): number {
  const n = side.length;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += weights[i * n + j]! * side[j]!;
    field[i] = sum;
  }
  for (;;) {
    let worst = -1;
    let least = -1e-12;
    for (let i = 0; i < n; i++) {
      const pull = field[i]! * side[i]!;
      if (pull < least) {
        least = pull;
        worst = i;
      }
    }
    if (worst < 0) break;
    side[worst] = -side[worst]!;
    for (let j = 0; j < n; j++) field[j]! += 2 * side[worst]! * weights[worst * n + j]!;
  }
  return side.reduce((sum, s, i) => sum + s * field[i]!, 0);
}

/** Every division once, in Gray-code order: one state changes sides at each step. */
export function exactTwoBlocs(graph: SignedGraph): Partition {
  const n = graph.states.length;
  const side = new Float64Array(n).fill(1);
  const field = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) field[i]! += graph.weights[i * n + j]!;
  let gain = 0;
  let bestGain = 0;
  let best = side.slice();
  const divisions = n === 0 ? 0 : 2 ** (n - 1);
  for (let code = 1; code < divisions; code++) {
    const flip = 31 - Math.clz32(code & -code);
    gain -= 2 * side[flip]! * field[flip]!;
    side[flip] = -side[flip]!;
    for (let j = 0; j < n; j++) field[j]! += 2 * side[flip]! * graph.weights[flip * n + j]!;
    if (gain > bestGain + 1e-12) {
      bestGain = gain;
      best = side.slice();
    }
  }
  return partition(graph, numbered([...best]), true);
}

/** Best division into at most k blocs by seeded local search: a state moves where it helps most. */
export function blocsOf(graph: SignedGraph, k: number, seed = 1): Partition {
  if (k === 2) return twoBlocs(graph, seed);
  const n = graph.states.length;
  const random = seeded(seed);
  let best: number[] = new Array<number>(n).fill(0);
  let least = frustrationOf(graph, best);
  for (let start = 0; start < STARTS; start++) {
    const blocs = Array.from({ length: n }, () => Math.floor(random() * Math.max(1, k)));
    settle(graph, blocs, Math.max(1, k));
    const cost = frustrationOf(graph, blocs);
    if (cost < least - 1e-12) {
      least = cost;
      best = blocs;
    }
  }
  return partition(graph, numbered(best), false);
}

function settle({ weights }: SignedGraph, blocs: number[], k: number): void {
  const n = blocs.length;
  const pull = new Float64Array(k);
  for (let round = 0, moved = true; moved && round < 100; round++) {
    moved = false;
    for (let i = 0; i < n; i++) {
      pull.fill(0);
      for (let j = 0; j < n; j++) pull[blocs[j]!]! += weights[i * n + j]!;
      let to = blocs[i]!;
      for (let bloc = 0; bloc < k; bloc++) if (pull[bloc]! > pull[to]! + 1e-12) to = bloc;
      if (to !== blocs[i]) {
        blocs[i] = to;
        moved = true;
      }
    }
  }
}

/** Names blocs 0, 1, … in order of first appearance, so that equal divisions are equal arrays. */
function numbered(labels: readonly number[]): number[] {
  const known = new Map<number, number>();
  return labels.map((label) => {
    if (!known.has(label)) known.set(label, known.size);
    return known.get(label)!;
  });
}

function partition(graph: SignedGraph, blocs: readonly number[], exact: boolean): Partition {
  const frustration = frustrationOf(graph, blocs);
  const total = totalWeight(graph);
  return { blocs, frustration, share: total > 0 ? frustration / total : 0, exact };
}

/** The same graph with the signs of its ties dealt out anew: what chance alone gives. */
export function withShuffledSigns(graph: SignedGraph, seed: number): SignedGraph {
  const n = graph.states.length;
  const places: number[] = [];
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (graph.weights[i * n + j] !== 0) places.push(i * n + j);
  const signs = Float64Array.from(places, (at) => Math.sign(graph.weights[at]!));
  shuffle(signs, seeded(seed));
  const weights = new Float64Array(n * n);
  places.forEach((at, k) => {
    const value = Math.abs(graph.weights[at]!) * signs[k]!;
    weights[at] = value;
    weights[(at % n) * n + Math.floor(at / n)] = value;
  });
  return { states: graph.states, weights };
}

export interface Null {
  readonly mean: number;
  readonly sd: number;
  readonly draws: number;
}

/** A statistic over sign permutations with fixed seeds 1 … draws. */
export function signNull(graph: SignedGraph, statistic: (graph: SignedGraph) => number, draws = 20): Null {
  const values = Array.from({ length: draws }, (_, draw) => statistic(withShuffledSigns(graph, draw + 1)));
  const mean = values.reduce((sum, v) => sum + v, 0) / draws;
  const sd = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / Math.max(1, draws - 1));
  return { mean, sd, draws };
}
