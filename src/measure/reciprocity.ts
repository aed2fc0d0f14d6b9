export const definition =
  'Who is warmer: what the first gives the second less what it gets back; and how far today follows the other side of yesterday.';
export const formula =
  'difference = net(i to j) - net(j to i); response = slope of net(i to j) at t on net(j to i) at t - 1 (least squares)';
export const unit = 'score points a period; response: points a point';
export const source = 'Goldstein & Freeman 1990, Three-Way Street; Goldstein 1992';

/** undefined with fewer than four periods or when the other side never varies. */
export function response(mine: readonly number[], theirs: readonly number[]): number | undefined {
  const n = Math.min(mine.length, theirs.length) - 1;
  if (n < 3) return undefined;
  const x = theirs.slice(0, n);
  const y = mine.slice(1, n + 1);
  const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const mx = mean(x);
  const my = mean(y);
  const variance = x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
  if (variance < 1e-9) return undefined;
  return x.reduce((sum, v, t) => sum + (v - mx) * (y[t]! - my), 0) / variance;
}
