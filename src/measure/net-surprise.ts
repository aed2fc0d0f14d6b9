import { logStudentTail } from './student.ts';

export const definition =
  "How unusually low (conflict) or high (cooperation) a published weekly net score is against the pair's own discounted past.";
export const formula =
  't = (x - m) / (max(s, floor) sqrt(1 + 1/n)), n the discounted number of weeks; surprise = -log10 P(T >= ±t); m, s learn from values pulled to ±3.5 s, discount .97';
export const unit =
  'minus log10 of a probability; the floor is 100 score points a week, so that quiet pairs do not cry wolf';
export const source = 'West & Harrison 1997 (discounted normal-gamma model)';

const DISCOUNT = 0.97;
const WINSOR = 3.5;
const LEARNING_WEEKS = 4;

export interface NetForecast {
  readonly surprise: Float64Array;
  readonly expected: Float64Array;
  /** Scale of the forecast; a 90 % interval is about ±1.7 of it. */
  readonly scale: Float64Array;
}

export interface NetOptions {
  /** -1 looks for low values, 1 for high ones. */
  readonly direction: 1 | -1;
  readonly floor?: number;
}

/** Strictly online. `observed[t]` 0 marks a week that the source does not cover: no surprise, no learning. */
export function netSurprise(
  values: Float64Array,
  observed: Float64Array,
  { direction, floor = 100 }: NetOptions,
): NetForecast {
  const weeks = values.length;
  const out = { surprise: new Float64Array(weeks), expected: new Float64Array(weeks), scale: new Float64Array(weeks) };
  let mean = 0;
  let weight = 0;
  let squares = 0;
  for (let t = 0; t < weeks; t++) {
    out.expected[t] = mean;
    if (!(observed[t]! > 0)) continue;
    let x = values[t]!;
    if (weight >= LEARNING_WEEKS * DISCOUNT ** LEARNING_WEEKS) {
      const scale = Math.sqrt(Math.max(squares / weight, floor * floor) * (1 + 1 / weight));
      const z = ((x - mean) / scale) * direction;
      if (z > 0) out.surprise[t] = Math.min(300, -logStudentTail(z, weight) / Math.LN10);
      out.scale[t] = scale;
      x = Math.max(mean - WINSOR * scale, Math.min(mean + WINSOR * scale, x));
    }
    weight = DISCOUNT * weight + 1;
    const error = x - mean;
    squares = DISCOUNT * squares + error * error * (1 - 1 / weight);
    mean += error / weight;
  }
  return out;
}
