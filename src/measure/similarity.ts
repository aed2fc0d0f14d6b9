import { ChanceryError } from '../model/index.ts';

export const definition =
  'How alike two states choose (alliances or votes): S by distance alone, pi corrected for what chance gives.';
export const formula =
  "S = 1 - 2 sum_k w_k |p_ik - p_jk| / (dmax sum_k w_k); pi = 1 - sum d^2 observed / sum d^2 expected from both states' pooled choices";
export const unit = '-1 to 1; 1 is identical';
export const source =
  'Signorino & Ritter 1999, Int. Studies Quarterly 43 (S); Scott 1955; Häge 2011, Political Analysis 19 (pi for foreign policy)';

export interface Similarity {
  readonly s: number;
  /** undefined when both always choose the same one thing: chance agreement is then certain. */
  readonly pi?: number;
  /** Choices that both made. */
  readonly n: number;
}

/** Choices as numbers on a common scale (votes: 1 yes, 2 abstain, 3 no; alliances: 0 none to 3 defence); undefined where one did not choose. */
export type Choices = readonly (number | undefined)[];

export interface SimilarityOptions {
  /** Largest possible distance: 2 for votes, 3 for alliances. */
  readonly range: number;
  readonly weights?: readonly number[];
}

/** undefined when the two share no choice. Throws SIMILARITY_LENGTH when the lists differ in length. */
export function similarity(
  first: Choices,
  second: Choices,
  { range, weights }: SimilarityOptions,
): Similarity | undefined {
  if (first.length !== second.length || (weights && weights.length !== first.length)) {
    throw new ChanceryError('SIMILARITY_LENGTH', 'the lists of choices differ in length', {
      expected: `${first.length}`,
      found: `${second.length}${weights ? `, ${weights.length} weights` : ''}`,
    });
  }
  const shared: { a: number; b: number; w: number }[] = [];
  first.forEach((a, k) => {
    const b = second[k];
    const w = weights?.[k] ?? 1;
    if (a !== undefined && b !== undefined && Number.isFinite(a) && Number.isFinite(b) && w > 0)
      shared.push({ a, b, w });
  });
  const total = shared.reduce((sum, { w }) => sum + w, 0);
  if (!(total > 0) || !(range > 0)) return undefined;
  const distance = shared.reduce((sum, { a, b, w }) => sum + w * Math.abs(a - b), 0);
  const observed = shared.reduce((sum, { a, b, w }) => sum + w * (a - b) ** 2, 0) / total;
  const expected = chanceDistance(shared, total);
  return {
    s: 1 - (2 * distance) / (range * total),
    n: shared.length,
    ...(expected > 0 ? { pi: 1 - observed / expected } : {}),
  };
}

/** Mean squared distance of two draws from the pooled choices: twice their variance. */
function chanceDistance(shared: readonly { a: number; b: number; w: number }[], total: number): number {
  const mean = shared.reduce((sum, { a, b, w }) => sum + w * (a + b), 0) / (2 * total);
  const square = shared.reduce((sum, { a, b, w }) => sum + w * (a * a + b * b), 0) / (2 * total);
  const variance = square - mean * mean;
  return variance > 1e-12 ? 2 * variance : 0;
}
