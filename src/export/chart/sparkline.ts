const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** One character a value, scaled from 0 to the largest; a gap (undefined, NaN) is a space, all zeros a flat line. */
export function sparkline(values: readonly (number | undefined)[]): string {
  const finite = values.filter((v): v is number => v !== undefined && Number.isFinite(v));
  const largest = finite.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  return values
    .map((v) => {
      if (v === undefined || !Number.isFinite(v)) return ' ';
      if (largest === 0) return BARS[0];
      return BARS[Math.min(BARS.length - 1, Math.round((Math.abs(v) / largest) * (BARS.length - 1)))];
    })
    .join('');
}

/** Sums neighbouring values so that the line fits `width` characters; sums keep what a mean would hide. */
export function fitted(values: readonly number[], width: number): number[] {
  if (values.length <= width || width < 1) return [...values];
  const size = Math.ceil(values.length / width);
  const out: number[] = [];
  for (let i = 0; i < values.length; i += size) out.push(values.slice(i, i + size).reduce((sum, v) => sum + v, 0));
  return out;
}
