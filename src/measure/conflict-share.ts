export const definition =
  "Share of conflict among all acts, pulled towards the pair's own level so that three acts do not make a trend.";
export const formula =
  'c = (n3 + n4 + 20 p) / (n + 20); p: share of conflict in all acts of the pair up to this period, (conflict + 1) / (all + 2)';
export const unit = 'share, 0 to 1';
export const source = 'empirical Bayes shrinkage with prior weight 20';

export const PRIOR_WEIGHT = 20;

export function conflictShare(conflict: number, n: number, ownLevel: number): number {
  return (conflict + PRIOR_WEIGHT * ownLevel) / (n + PRIOR_WEIGHT);
}

/** Share so far, with one imagined act of each kind. */
export function ownLevel(conflictSoFar: number, allSoFar: number): number {
  return (conflictSoFar + 1) / (allSoFar + 2);
}
