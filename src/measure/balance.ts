import { type Null, signNull } from './frustration.ts';
import type { SignedGraph } from './signed-graph.ts';

export const definition =
  "Triads in which a friend's friend is a friend and an enemy's enemy too. Only the excess over shuffled signs says anything.";
export const formula =
  'balanced share = (1 + tr(A^3) / tr(|A|^3)) / 2, A the signs; null: signs dealt out anew over the same ties, fixed seeds';
export const unit = 'share of triads, 0 to 1';
export const source = 'Heider 1946; Cartwright & Harary 1956; Doreian & Mrvar 2015 (no trend to balance 1946-1999)';

export interface Balance {
  readonly triads: number;
  /** undefined without any triad. */
  readonly balanced?: number;
  readonly null?: Null;
}

export function countTriads({ states, weights }: SignedGraph): { triads: number; balanced: number } {
  const n = states.length;
  let triads = 0;
  let balanced = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const first = weights[i * n + j]!;
      if (first === 0) continue;
      for (let k = 0; k < j; k++) {
        const product = first * weights[i * n + k]! * weights[j * n + k]!;
        if (product === 0) continue;
        triads++;
        if (product > 0) balanced++;
      }
    }
  }
  return { triads, balanced };
}

/** Share of balanced triads beside its sign-permutation null. */
export function balance(graph: SignedGraph, draws = 20): Balance {
  const { triads, balanced } = countTriads(graph);
  if (triads === 0) return { triads };
  const shareOf = (drawn: SignedGraph): number => countTriads(drawn).balanced / triads;
  return { triads, balanced: balanced / triads, null: signNull(graph, shareOf, draws) };
}
