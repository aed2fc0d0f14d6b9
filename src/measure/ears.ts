export const definition =
  'How far this week lies above the mean of seven earlier weeks, leaving out the two weeks just before it.';
export const formula = 'C2 = (x_t - mean(x_t-9 … x_t-3)) / max(1, sd(x_t-9 … x_t-3))';
export const unit = 'standard deviations';
export const source =
  'Hutwagner et al. 2003, J. Urban Health 80 (EARS C2); also the baseline that the alarms are measured against';

const WINDOW = 7;
const GUARD = 2;

/** Rolling sums, linear in the series; 0 until nine weeks are known. */
export function ears(counts: Float64Array): Float64Array {
  const out = new Float64Array(counts.length);
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < counts.length; t++) {
    const entering = t - GUARD - 1;
    if (entering >= 0) {
      sum += counts[entering]!;
      squares += counts[entering]! ** 2;
    }
    const leaving = entering - WINDOW;
    if (leaving >= 0) {
      sum -= counts[leaving]!;
      squares -= counts[leaving]! ** 2;
    }
    if (t < WINDOW + GUARD) continue;
    const mean = sum / WINDOW;
    const variance = Math.max(0, (squares - sum * mean) / (WINDOW - 1));
    out[t] = (counts[t]! - mean) / Math.max(1, Math.sqrt(variance));
  }
  return out;
}
