export const definition =
  'Cooperation and conflict, each as the sum of its own scores, kept apart because their difference hides a crisis full of talks; net and mean beside them.';
export const formula =
  'P = sum max(g, 0); N = sum max(-g, 0); net = P - N; mean = net / n; g: conflict-cooperation score, -10 to 10';
export const unit = 'score points a period; mean: points an act';
export const source =
  'Goldstein 1992, J. Conflict Resolution 36(2); PLOVER manual 2021, table of conflict-cooperation scores';

export interface Intensity {
  readonly cooperation: number;
  readonly conflict: number;
  readonly net: number;
  /** undefined when no act had a score. */
  readonly mean?: number;
  /** Acts that had a score. */
  readonly scored: number;
}

export function intensity(cooperation: number, conflict: number, scored: number): Intensity {
  const net = cooperation - conflict;
  return { cooperation, conflict, net, scored, ...(scored > 0 ? { mean: net / scored } : {}) };
}
