import type { Interaction } from '../model/index.ts';
import { type Period, parseDay, periodOf } from './calendar.ts';

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

/**
 * How much was read of all pairs in each period against the usual of the periods before (V_t over its exponential mean):
 * index of the period -> times the usual. The first period has nothing to compare with and is left out.
 */
export function coverageByPeriod(events: readonly Interaction[], period: Period): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { date } of events) {
    const day = parseDay(date);
    if (day === undefined) continue;
    const index = periodOf(day, period);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  const indices = [...counts.keys()].sort((a, b) => a - b);
  const first = indices[0] ?? 0;
  const total = new Float64Array(indices.length === 0 ? 0 : indices.at(-1)! - first + 1);
  for (const [index, n] of counts) total[index - first] = n;
  const { ratio } = coverage(total);
  return new Map([...ratio].slice(1).map((value, t) => [first + t + 1, value]));
}
