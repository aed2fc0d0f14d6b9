import { writeFileSync } from 'node:fs';
import { loadCodebook, loadRelationWords } from '../src/app/coding.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import { type RelationTools, readRelation } from '../src/app/relation.ts';
import { type LinearModel, predict } from '../src/code/linear/linear-model.ts';
import { type Row, type Trained, trainLogistic } from './logistic.ts';
import { type Example, partOf, relationExamples } from './relation-examples.ts';

/**
 * `tsx train/train-relation.ts [language …]` rebuilds data/models/relation.<language>.json from the project's own
 * relation sentences, the study part of the open corpus and, for English, the PLOVER gold standard records (CC BY-SA 4.0:
 * so are the weights).
 */
/** Chosen by cross-validation of the sentences it is trained on. */
export const OPTIONS = { epochs: 25, rate: 0.2, decay: 1e-4, minCount: 2 };
const PARTS = 5;
/** The relation gold does not tell concessions in words from those in deeds; the rules do. */
const MERGED = 'YIELD';

export interface RelationRow extends Row {
  readonly example: Example;
  /** What the rules alone say under the manual. */
  readonly rule: string | undefined;
}

export function relationTools(language: string): RelationTools {
  return { language: languageOf(language), tools: loadRelationWords(language, loadCodebook()) };
}

export function relationRows(language: string, tools: RelationTools = relationTools(language)): RelationRow[] {
  return relationExamples(language).flatMap((example) => {
    const read = readRelation(example.marked, tools);
    if (!read) return [];
    const rule = read.rule?.outcome.type;
    const label = example.label === MERGED ? (rule === 'RETREAT' ? 'RETREAT' : 'CONCEDE') : example.label;
    return [{ features: read.features, label, example, rule }];
  });
}

export function asModel({ labels, bias, weights }: Trained, temperature: number): LinearModel {
  return { labels, temperature, bias, rows: new Map([...weights].map(([name, row]) => [name, [...row]])) };
}

/** Probabilities for every row from a model that has not seen its sentence: one list per row, in the order of `labels`. */
export function crossValidated(
  rows: readonly RelationRow[],
): { readonly label: string; readonly probability: number }[][] {
  const found: { label: string; probability: number }[][] = new Array(rows.length);
  for (let part = 0; part < PARTS; part++) {
    const inside = (row: RelationRow): boolean => partOf(row.example.group, PARTS) === part;
    const model = asModel(
      trainLogistic(
        rows.filter((row) => !inside(row)),
        OPTIONS,
      ),
      1,
    );
    for (const [i, row] of rows.entries()) if (inside(row)) found[i] = [...predict(model, row.features).ranking];
  }
  return found;
}

/** The temperature that makes the unseen answers most likely. */
export function bestTemperature(
  rows: readonly RelationRow[],
  rankings: readonly (readonly { readonly label: string; readonly probability: number }[])[],
): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 8; step <= 40; step++) {
    const temperature = step / 20;
    let loss = 0;
    for (const [i, row] of rows.entries()) {
      const powers = rankings[i]!.map(({ probability }) => probability ** (1 / temperature));
      const k = rankings[i]!.findIndex(({ label }) => label === row.label);
      const total = powers.reduce((a, b) => a + b, 0);
      loss -= Math.log(Math.max(1e-9, (powers[k] ?? 0) / total));
    }
    if (loss < least) [best, least] = [temperature, loss];
  }
  return best;
}

function pack({ labels, bias, weights }: Trained, temperature: number): string {
  let top = 0;
  for (const row of weights.values()) for (const value of row) top = Math.max(top, Math.abs(value));
  const scale = top / 127;
  const rows: Record<string, number[]> = {};
  for (const name of [...weights.keys()].sort()) {
    const row = [...weights.get(name)!].map((value) => Math.round(value / scale));
    if (row.some((value) => value !== 0)) rows[name] = row;
  }
  return `${JSON.stringify({ labels, temperature, bias, scale, rows })}\n`;
}

function train(language: string): void {
  const rows = relationRows(language);
  if (rows.length === 0) return;
  const rankings = crossValidated(rows);
  const temperature = bestTemperature(rows, rankings);
  const right = rows.filter((row, i) => rankings[i]![0]!.label === row.label).length;
  const trained = trainLogistic(rows, OPTIONS);
  const text = pack(trained, temperature);
  writeFileSync(`data/models/relation.${language}.json`, text);
  const share = ((100 * right) / rows.length).toFixed(1);
  console.log(
    `${language}: ${rows.length} relations, ${share} % right by cross-validation, temperature ${temperature}, ` +
      `${trained.weights.size} features, ${text.length} bytes`,
  );
}

if (process.argv[1]?.endsWith('train-relation.ts')) {
  for (const language of process.argv.length > 2 ? process.argv.slice(2) : ['en', 'ru', 'tr']) train(language);
}
