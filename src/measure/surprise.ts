import { logUpperTail, type NegativeBinomial, quantile } from './gamma.ts';

export const definition =
  'How unlikely this many events are, given the recent past of the same pair: a discounted Gamma-Poisson forecast made before the week is seen.';
export const formula =
  'X ~ NB(a, b/(b+E)); surprise = -log10 P(X >= x); then a <- .93 a + min(x, q.995) + .035, b <- .93 b + E + .07 (E: coverage offset)';
export const unit =
  'minus log10 of a probability; 2.5 is about 3 in 1,000 by the model (heavy tails: see the empirical rank)';
export const source =
  'West & Harrison 1997, Bayesian Forecasting and Dynamic Models (discounting); Noufaily et al. 2013 (winsorised baselines)';

export interface Forecast {
  /** -log10 P(X >= x), 0 upwards. */
  readonly surprise: Float64Array;
  /** Mean of the forecast. */
  readonly expected: Float64Array;
  /** Size and probability of the forecast, to derive intervals on demand. */
  readonly size: Float64Array;
  readonly p: Float64Array;
}

export interface SurpriseOptions {
  readonly discount?: number;
  readonly priorShape?: number;
  readonly priorRate?: number;
  /** Counts above this predictive quantile are pulled down to it before learning, so that one war does not become normal at once. */
  readonly winsor?: number;
}

/**
 * One pass, strictly online: week t is judged by weeks before t. `offset[t]` 0 means that nothing was observed: no surprise, no learning.
 */
export function surprise(counts: Float64Array, offset: Float64Array, options: SurpriseOptions = {}): Forecast {
  const { discount = 0.93, priorShape = 0.5, priorRate = 1, winsor = 0.995 } = options;
  const weeks = counts.length;
  const out = {
    surprise: new Float64Array(weeks),
    expected: new Float64Array(weeks),
    size: new Float64Array(weeks),
    p: new Float64Array(weeks),
  };
  let shape = priorShape;
  let rate = priorRate;
  for (let t = 0; t < weeks; t++) {
    const exposure = offset[t]!;
    const x = counts[t]!;
    const law: NegativeBinomial = { size: shape, p: rate / (rate + exposure) };
    out.size[t] = law.size;
    out.p[t] = law.p;
    out.expected[t] = (shape / rate) * exposure;
    if (exposure <= 0) continue;
    if (x > 0) out.surprise[t] = -logUpperTail(x, law) / Math.LN10;
    const learned = x <= 2 ? x : Math.min(x, Math.max(quantile(winsor, law), 2));
    shape = discount * shape + learned + (1 - discount) * priorShape;
    rate = discount * rate + exposure + (1 - discount) * priorRate;
  }
  return out;
}

/** 90 % interval of the forecast for week t. */
export function intervalAt(forecast: Forecast, t: number): [number, number] {
  const law = { size: forecast.size[t]!, p: forecast.p[t]! };
  return [quantile(0.05, law), quantile(0.95, law)];
}
