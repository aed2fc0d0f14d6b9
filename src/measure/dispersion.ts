export const definition = 'Whether many outlets carry it or one: a surge that rests on a single outlet is flagged.';
export const formula =
  'concentration = sum of squared shares of outlets (Herfindahl); entropy = -sum p ln p; effective outlets = exp(entropy)';
export const unit = 'concentration 0 to 1, 1 is a single outlet; effective outlets: a number of outlets';
export const source = 'Herfindahl 1950; Shannon 1948';

export interface Dispersion {
  readonly outlets: number;
  readonly concentration: number;
  readonly effectiveOutlets: number;
}

/** undefined when no outlet is known. */
export function dispersion(counts: readonly number[]): Dispersion | undefined {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (!(total > 0)) return undefined;
  const shares = counts.filter((n) => n > 0).map((n) => n / total);
  const entropy = shares.reduce((sum, p) => sum - p * Math.log(p), 0);
  return {
    outlets: shares.length,
    concentration: shares.reduce((sum, p) => sum + p * p, 0),
    effectiveOutlets: Math.exp(entropy),
  };
}
