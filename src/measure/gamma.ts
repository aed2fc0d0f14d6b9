/** Special functions behind the counts: log-gamma (Lanczos, g = 7), tails and quantiles. Relative error below 1e-13. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum = LANCZOS[0]!;
  for (let i = 1; i < 9; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Negative binomial: failures before success `size`, success probability `p`. */
export interface NegativeBinomial {
  readonly size: number;
  readonly p: number;
}

/** log P(X >= k), by the series from k upwards or, far in the bulk, by the sum below k: linear in k at worst. */
export function logUpperTail(k: number, { size, p }: NegativeBinomial): number {
  if (k <= 0) return 0;
  const mean = (size * (1 - p)) / p;
  // Below the mean nothing is surprising: past 5,000 the sum is not worth its time.
  if (k < mean && k > 5000) return 0;
  if (k < mean) return Math.log1p(-Math.min(lowerSum(k, { size, p }), 1 - 1e-15));
  const logMass = logGamma(k + size) - logGamma(size) - logGamma(k + 1) + size * Math.log(p) + k * Math.log1p(-p);
  let sum = 1;
  let term = 1;
  for (let j = k; term > 1e-12 * sum && j < k + 5_000_000; j++) {
    term *= ((j + size) / (j + 1)) * (1 - p);
    sum += term;
  }
  return Math.min(0, logMass + Math.log(sum));
}

/** P(X < k). */
function lowerSum(k: number, { size, p }: NegativeBinomial): number {
  let mass = Math.exp(size * Math.log(p));
  if (mass === 0) return lowerSumFromTop(k, { size, p });
  let sum = 0;
  for (let j = 0; j < k; j++) {
    sum += mass;
    mass *= ((j + size) / (j + 1)) * (1 - p);
  }
  return sum;
}

/** For large sizes the mass at zero underflows: sum downwards from k - 1. */
function lowerSumFromTop(k: number, { size, p }: NegativeBinomial): number {
  const top = k - 1;
  let mass = Math.exp(
    logGamma(top + size) - logGamma(size) - logGamma(top + 1) + size * Math.log(p) + top * Math.log1p(-p),
  );
  let sum = 0;
  for (let j = top; j >= 0 && mass > 1e-15 * (sum || 1e-300); j--) {
    sum += mass;
    mass *= j / ((j - 1 + size) * (1 - p));
  }
  return sum;
}

/** Smallest k with P(X <= k) >= q. Large means use the normal approximation with a skewness term (Cornish-Fisher). */
export function quantile(q: number, { size, p }: NegativeBinomial): number {
  const mean = (size * (1 - p)) / p;
  if (mean > 400) {
    const sd = Math.sqrt(mean / p);
    const z = normalQuantile(q);
    return Math.max(0, Math.round(mean + sd * (z + ((z * z - 1) * (2 - p)) / (6 * Math.sqrt(size * (1 - p))))));
  }
  let mass = Math.exp(size * Math.log(p));
  let sum = mass;
  let k = 0;
  while (sum < q && k < 100_000) {
    mass *= ((k + size) / (k + 1)) * (1 - p);
    k++;
    sum += mass;
  }
  return k;
}

/** Acklam's rational approximation, absolute error below 1.2e-9. */
export function normalQuantile(q: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const horner = (terms: readonly number[], x: number): number => terms.reduce((sum, term) => sum * x + term, 0);
  if (q <= 0) return -Infinity;
  if (q >= 1) return Infinity;
  if (q < 0.02425) {
    const r = Math.sqrt(-2 * Math.log(q));
    return horner(c, r) / (horner(d, r) * r + 1);
  }
  if (q > 1 - 0.02425) return -normalQuantile(1 - q);
  const r = q - 0.5;
  const s = r * r;
  return (horner(a, s) * r) / (horner(b, s) * s + 1);
}
