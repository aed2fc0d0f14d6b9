/** Macro-F1 over the labels that occur in the gold, as ../shared/gold/score.mjs counts it; an abstention is undefined. */
export interface Pair {
  readonly gold: string;
  readonly found: string | undefined;
}

export function labelScores(pairs: readonly Pair[]): Map<string, number> {
  const counts = new Map<string, [right: number, found: number, gold: number]>();
  const of = (label: string): [number, number, number] => {
    const known = counts.get(label) ?? [0, 0, 0];
    counts.set(label, known);
    return known;
  };
  for (const { gold, found } of pairs) {
    of(gold)[2] += 1;
    if (found !== undefined) of(found)[1] += 1;
    if (gold === found) of(gold)[0] += 1;
  }
  const scores = new Map<string, number>();
  for (const [label, [right, found, gold]] of counts) {
    if (gold > 0) scores.set(label, right === 0 ? 0 : (2 * right) / (found + gold));
  }
  return scores;
}

/** In percent. */
export function macroF1(pairs: readonly Pair[]): number {
  const scores = [...labelScores(pairs).values()];
  return (100 * scores.reduce((a, b) => a + b, 0)) / scores.length;
}

const SAMPLES = 400;

/** 95 % interval of the macro-F1 by resampling rows with a fixed generator. */
export function interval(pairs: readonly Pair[]): [number, number] {
  let state = 20_261;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const values = Array.from({ length: SAMPLES }, () =>
    macroF1(pairs.map(() => pairs[Math.floor(next() * pairs.length)]!)),
  ).sort((a, b) => a - b);
  return [values[Math.floor(SAMPLES * 0.025)]!, values[Math.floor(SAMPLES * 0.975)]!];
}

/** Expected calibration error over ten bands of confidence. */
export function calibrationError(rows: readonly { readonly confidence: number; readonly right: boolean }[]): number {
  let error = 0;
  for (let band = 0; band < 10; band++) {
    const inside = rows.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const share = inside.filter(({ right }) => right).length / inside.length;
    error += (Math.abs(mean - share) * inside.length) / rows.length;
  }
  return error;
}

/** Gold types down, answers across; only cells that are not empty. */
export function confusion(pairs: readonly Pair[]): string[] {
  const rows = new Map<string, Map<string, number>>();
  for (const { gold, found } of pairs) {
    const row = rows.get(gold) ?? new Map<string, number>();
    row.set(found ?? '-', (row.get(found ?? '-') ?? 0) + 1);
    rows.set(gold, row);
  }
  const scores = labelScores(pairs);
  return [...rows.keys()].sort().map((gold) => {
    const cells = [...rows.get(gold)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const f1 = (100 * (scores.get(gold) ?? 0)).toFixed(0).padStart(3);
    return `${gold.padEnd(10)} F1 ${f1}  ${cells.map(([label, n]) => `${label} ${n}`).join(', ')}`;
  });
}
