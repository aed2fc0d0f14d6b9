import { norm, softmax } from '../src/code/linear/linear-model.ts';

export interface Row {
  readonly features: ReadonlyMap<string, number>;
  readonly label: string;
  readonly weight?: number;
}

export interface Trained {
  readonly labels: readonly string[];
  readonly bias: number[];
  readonly weights: Map<string, Float64Array>;
}

export interface Options {
  readonly epochs: number;
  readonly rate: number;
  /** L2 strength per step. */
  readonly decay: number;
  /** Features seen in fewer rows are dropped. */
  readonly minCount: number;
}

/** Multinomial logistic regression by AdaGrad in a fixed order: same rows, same weights, bit for bit. */
export function trainLogistic(rows: readonly Row[], options: Options): Trained {
  const labels = [...new Set(rows.map((row) => row.label))].sort();
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of row.features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const weights = new Map<string, Float64Array>();
  const squares = new Map<string, Float64Array>();
  for (const [name, count] of counts) {
    if (count < options.minCount) continue;
    weights.set(name, new Float64Array(labels.length));
    squares.set(name, new Float64Array(labels.length).fill(1e-2));
  }
  const bias = new Array<number>(labels.length).fill(0);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let r = 0; r < rows.length; r++) {
      // a fixed permutation that differs from epoch to epoch
      const row = rows[(r * 7919 + epoch * 104_729) % rows.length]!;
      step(row, labels, { weights, squares, bias }, options);
    }
  }
  return { labels, bias, weights };
}

interface State {
  readonly weights: Map<string, Float64Array>;
  readonly squares: Map<string, Float64Array>;
  readonly bias: number[];
}

function step(row: Row, labels: readonly string[], { weights, squares, bias }: State, options: Options): void {
  const length = norm(row.features);
  const scores = [...bias];
  const active: [Float64Array, Float64Array, number][] = [];
  for (const [name, value] of row.features) {
    const w = weights.get(name);
    if (!w) continue;
    active.push([w, squares.get(name)!, value / length]);
    for (let k = 0; k < scores.length; k++) scores[k] = scores[k]! + w[k]! * (value / length);
  }
  const p = softmax(scores);
  for (let k = 0; k < labels.length; k++) {
    const error = ((labels[k] === row.label ? 1 : 0) - p[k]!) * (row.weight ?? 1);
    bias[k] = bias[k]! + 0.01 * error;
    for (const [w, s, value] of active) {
      const gradient = error * value - options.decay * w[k]!;
      s[k] = s[k]! + gradient * gradient;
      w[k] = w[k]! + (options.rate * gradient) / Math.sqrt(s[k]!);
    }
  }
}
