import { normalQuantile } from './gamma.ts';

export const definition = 'How far a count or a sum would move if the same rate were drawn again.';
export const formula =
  'count: 5 % and 95 % of Gamma(n + 1/2, 1) (Jeffreys); sum: net ± 1.645 sqrt(sum g²) (compound Poisson)';
export const unit = 'the unit of the measure; 90 % interval';
export const source =
  'Brown, Cai & DasGupta 2003 (Jeffreys interval for a Poisson rate); Wilson & Hilferty 1931 (quantile)';

const Z = normalQuantile(0.95);

/** 90 % interval of a Poisson rate after n were seen; the lower end is 0 for n = 0. */
export function countInterval(n: number): [number, number] {
  const shape = n + 0.5;
  const at = (z: number): number => Math.max(0, shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3);
  return [n === 0 ? 0 : at(-Z), at(Z)];
}

export function netInterval(net: number, sumOfSquares: number): [number, number] {
  const half = Z * Math.sqrt(sumOfSquares);
  return [net - half, net + half];
}
