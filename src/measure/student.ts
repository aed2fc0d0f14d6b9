import { logGamma } from './gamma.ts';

/** Continued fraction of the incomplete beta function (Lentz). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / Math.max(tiny, Math.abs(1 - ((a + b) * x) / (a + 1)));
  if (1 - ((a + b) * x) / (a + 1) < 0) d = -d;
  let h = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-13) break;
  }
  return h;
}

/** log of the regularised incomplete beta I_x(a, b), exact far into the tail. */
function logIncompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return -Infinity;
  if (x >= 1) return 0;
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  if (x < (a + 1) / (a + b + 2)) return front + Math.log(betaFraction(x, a, b) / a);
  return Math.log1p(-Math.min(1 - 1e-16, Math.exp(front) * (betaFraction(1 - x, b, a) / b)));
}

/** log P(T >= t) of Student's t with `df` degrees of freedom. */
export function logStudentTail(t: number, df: number): number {
  const half = logIncompleteBeta(df / (df + t * t), df / 2, 0.5) - Math.LN2;
  return t >= 0 ? half : Math.log1p(-Math.exp(half));
}
