import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../model/index.ts';
import { idealPointDistance } from './ideal-point.ts';
import { cinc, powerBalance } from './power.ts';
import { similarity } from './similarity.ts';

/** How often two states voted so in the UN General Assembly (1 yes, 2 abstain, 3 no): "13" is yes against no. Counts from dgrtwo/unvotes (MIT). */
const VOTES = {
  'RU CN 2018': { counts: { 11: 58, 12: 2, 13: 1, 21: 11, 22: 6, 31: 4, 32: 2, 33: 9 }, s: 0.731, pi: 0.632 },
  'US GB 2018': { counts: { 11: 19, 21: 8, 22: 2, 31: 29, 32: 10, 33: 27 }, s: 0.2, pi: 0.194 },
  'US RU 2018': { counts: { 11: 7, 12: 5, 13: 7, 21: 4, 22: 5, 23: 1, 31: 50, 32: 9, 33: 7 }, s: -0.4, pi: -0.534 },
  'US CN 2018': { counts: { 11: 7, 12: 6, 13: 6, 21: 8, 22: 1, 23: 1, 31: 58, 32: 3, 33: 3 }, s: -0.57, pi: -0.668 },
  'RU IR 2018': { counts: { 11: 52, 12: 3, 13: 3, 21: 13, 22: 6, 31: 8, 32: 1, 33: 6 }, s: 0.576, pi: 0.343 },
  'RU CN 2008': { counts: { 11: 66, 12: 1, 13: 1, 21: 14, 22: 8, 32: 2, 33: 5 }, s: 0.804, pi: 0.687 },
} as const;

describe('similarity', () => {
  it.each(Object.entries(VOTES))('gives the published S and pi of %s to three decimals', (_, { counts, s, pi }) => {
    const pairs = Object.entries(counts).flatMap(([key, n]) => Array.from({ length: n }, () => key));
    const result = similarity(
      pairs.map((key) => Number(key[0])),
      pairs.map((key) => Number(key[1])),
      { range: 2 },
    );
    expect(result!.s).toBeCloseTo(s, 3);
    expect(result!.pi).toBeCloseTo(pi, 3);
  });

  it('weighs partners and leaves out what one did not choose', () => {
    const weighed = similarity([0, 3, undefined], [0, 0, 3], { range: 3, weights: [0.9, 0.1, 5] });
    expect(weighed!.n).toBe(2);
    expect(weighed!.s).toBeCloseTo(0.8, 9);
  });

  it('has no answer without a shared choice, no pi where chance already agrees, an error for unequal lists', () => {
    expect(similarity([undefined], [1], { range: 2 })).toBeUndefined();
    expect(similarity([1, 1], [1, 1], { range: 2 })).toEqual({ s: 1, n: 2 });
    expect(() => similarity([1], [1, 2], { range: 2 })).toThrow(ChanceryError);
  });
});

describe('ideal points and power', () => {
  it('gives distances of session 74 to three decimals', () => {
    expect(idealPointDistance(2.694793, 0.1418769)).toBeCloseTo(2.553, 3);
    expect(idealPointDistance(1.726315, 1.255578)).toBeCloseTo(0.471, 3);
    expect(idealPointDistance(undefined, 1)).toBeUndefined();
  });

  it('balances the capabilities of 2022', () => {
    // China's six world shares and the published CINC of China, the United States and Russia (Correlates of War, NMC).
    expect(cinc([0.108346, 0.0978883, 0.538865, 0.302685, 0.178916, 0.177879])).toBeCloseTo(0.234, 3);
    expect(powerBalance([0.23409663, 0.038196992], [0.12356574])).toBeCloseTo(0.688, 3);
    expect(powerBalance([], [0.1])).toBeUndefined();
    expect(powerBalance([0], [0])).toBeUndefined();
    expect(cinc([0.1, 0.2, 0.3, 0.1, 0.2, 0.3])).toBeCloseTo(0.2, 9);
    expect(cinc([0.1, undefined, 0.3, 0.1, 0.2, 0.3])).toBeUndefined();
  });
});
