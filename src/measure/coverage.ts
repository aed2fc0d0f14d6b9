export const definition =
  'How much was read this week against the usual: more reports of everything must not look like more conflict.';
export const formula =
  'E_t = clip((V_t / mean_.95(V before t))^0.5, 0.4, 2.5); V: all coded events of the week, mean_.95: exponential mean';
export const unit = 'times the usual';
export const source =
  'offset of a Poisson rate; the power 0.5 was measured: 1 loses shocks, 0 doubles the false alarms when coverage doubles';

const MEMORY = 0.95;

export interface Coverage {
  /** Multiplier of the expectation; 0 in weeks without any document. */
  readonly offset: Float64Array;
  /** V_t over its usual level; 1 while nothing is known. */
  readonly ratio: Float64Array;
  readonly usual: Float64Array;
}

/** `usual` at week t knows weeks before t only. */
export function coverage(total: Float64Array, power = 0.5): Coverage {
  const weeks = total.length;
  const offset = new Float64Array(weeks);
  const ratio = new Float64Array(weeks).fill(1);
  const usual = new Float64Array(weeks);
  let weighted = 0;
  let weight = 0;
  for (let t = 0; t < weeks; t++) {
    const volume = total[t]!;
    usual[t] = weight > 0 ? weighted / weight : volume;
    if (!(volume > 0)) {
      ratio[t] = 0;
      continue;
    }
    ratio[t] = volume / usual[t]!;
    offset[t] = Math.min(2.5, Math.max(0.4, ratio[t]! ** power));
    weighted = MEMORY * weighted + volume;
    weight = MEMORY * weight + 1;
  }
  return { offset, ratio, usual };
}
