export const definition =
  'This week against the mean of the four weeks before: the rule of thumb that alarms are measured against.';
export const formula = 'R = (x_t + 1) / (mean(x_t-4 … x_t-1) + 1)';
export const unit = 'times the recent level';
export const source = 'naive baseline';

export function ratio(counts: Float64Array): Float64Array {
  const out = new Float64Array(counts.length);
  for (let t = 4; t < counts.length; t++) {
    const mean = (counts[t - 1]! + counts[t - 2]! + counts[t - 3]! + counts[t - 4]!) / 4;
    out[t] = (counts[t]! + 1) / (mean + 1);
  }
  return out;
}
