import { ChanceryError } from '../../model/index.ts';

/**
 * A multinomial log-linear model over hashed features: p(label | features) = softmax(bias + Σ weights).
 * File (JSON): labels, temperature and, per feature name, one row of 8-bit weights with a scale.
 */
export interface LinearModel {
  readonly labels: readonly string[];
  /** Divides the scores, so that the probabilities are calibrated. */
  readonly temperature: number;
  readonly bias: readonly number[];
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

export interface Prediction {
  readonly label: string;
  readonly probability: number;
  /** All labels with their probabilities, best first. */
  readonly ranking: readonly { readonly label: string; readonly probability: number }[];
  /** The features that spoke most for the winning label. */
  readonly because: readonly { readonly feature: string; readonly weight: number }[];
}

interface RawModel {
  labels: string[];
  temperature: number;
  bias: number[];
  scale: number;
  rows: Record<string, number[]>;
}

/** Reads the JSON text of data/models/relation-*.json. */
export function parseLinearModel(text: string): LinearModel {
  const raw = JSON.parse(text) as RawModel;
  if (!Array.isArray(raw.labels) || raw.labels.length === 0) {
    throw new ChanceryError('MODEL_LABELS', 'the model has no labels', { hint: 'Rebuild it with npm run train' });
  }
  const rows = new Map<string, number[]>();
  for (const [name, row] of Object.entries(raw.rows))
    rows.set(
      name,
      row.map((value) => value * raw.scale),
    );
  return { labels: raw.labels, temperature: raw.temperature, bias: raw.bias, rows };
}

/** Scores a bag of features (name -> value). Unknown features are ignored. */
export function predict(model: LinearModel, features: ReadonlyMap<string, number>): Prediction {
  const scores = [...model.bias];
  const length = norm(features);
  for (const [name, value] of features) {
    const row = model.rows.get(name);
    if (!row) continue;
    for (let k = 0; k < scores.length; k++) scores[k] = scores[k]! + (row[k]! * value) / length;
  }
  const probabilities = softmax(scores.map((score) => score / model.temperature));
  const order = model.labels.map((_, k) => k).sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
  const best = order[0]!;
  const because = [...features]
    .map(([feature, value]) => ({ feature, weight: ((model.rows.get(feature)?.[best] ?? 0) * value) / length }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1))
    .slice(0, 5);
  const ranking = order.map((k) => ({ label: model.labels[k]!, probability: probabilities[k]! }));
  return { label: model.labels[best]!, probability: probabilities[best]!, ranking, because };
}

/** Rows are scaled to unit length so that long sentences do not shout. */
export function norm(features: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const value of features.values()) sum += value * value;
  return Math.sqrt(sum) || 1;
}

export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
