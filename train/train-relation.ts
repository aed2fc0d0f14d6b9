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

export type Ranking = readonly { readonly label: string; readonly probability: number }[];

/** Probabilities at temperature 1 for every row from a model that has not seen its sentence, the likeliest first. */
export function crossValidated(rows: readonly RelationRow[]): Ranking[] {
  const found: Ranking[] = new Array(rows.length);
  for (let part = 0; part < PARTS; part++) {
    const inside = (row: RelationRow): boolean => partOf(row.example.group, PARTS) === part;
    const model = asModel(
      trainLogistic(
        rows.filter((row) => !inside(row)),
        OPTIONS,
      ),
      1,
    );
    for (const [i, row] of rows.entries()) if (inside(row)) found[i] = predict(model, row.features).ranking;
  }
  return found;
}

/** The same rankings with the confidence that is shipped, each with a temperature chosen without its own part. */
export function calibrated(rows: readonly RelationRow[], rankings: readonly Ranking[]): Ranking[] {
  const parts = rows.map((row) => partOf(row.example.group, PARTS));
  const temperatures = Array.from({ length: PARTS }, (_, part) => {
    const outside = (_: unknown, i: number): boolean => parts[i] !== part;
    return bestTemperature(rows.filter(outside), rankings.filter(outside));
  });
  return rankings.map((ranking, i) => tempered(ranking, temperatures[parts[i]!]!));
}

function tempered(ranking: Ranking, temperature: number): Ranking {
  const powers = ranking.map(({ probability }) => probability ** (1 / temperature));
  const total = powers.reduce((a, b) => a + b, 0);
  return ranking.map(({ label }, k) => ({ label, probability: powers[k]! / total }));
}

const TEMPERATURES = Array.from({ length: 33 }, (_, k) => (8 + k) / 20);

/** The temperature that makes the unseen answers most likely. */
export function bestTemperature(rows: readonly RelationRow[], rankings: readonly Ranking[]): number {
  const loss = (temperature: number): number =>
    rows.reduce((sum, { label }, i) => {
      const given = tempered(rankings[i]!, temperature).find((one) => one.label === label)?.probability ?? 0;
      return sum - Math.log(Math.max(1e-9, given));
    }, 0);
  const tried = TEMPERATURES.map((temperature) => ({ temperature, loss: loss(temperature) }));
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best)).temperature;
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
