import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadCodebook, loadRelationWords } from '../src/app/coding.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import { type Marked, type RelationTools, readRelation } from '../src/app/relation.ts';
import { type Row, type Trained, trainLogistic } from './logistic.ts';

/**
 * `tsx train/train-relation.ts [language …]` rebuilds data/models/relation.<language>.json from the project's own
 * relation sentences, the study part of the open corpus and, for English, the PLOVER gold standard records (CC BY-SA 4.0:
 * so are the weights).
 */
const OPTIONS = { epochs: 15, rate: 0.3, decay: 2e-3, minCount: 2 };
const MERGED = 'YIELD';

interface Labelled {
  readonly marked: Marked;
  readonly label: string;
}

function lines(path: string): Record<string, unknown>[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function place(text: string, source: unknown, target: unknown): Marked | undefined {
  if (typeof source !== 'string' || typeof target !== 'string') return undefined;
  const s = text.indexOf(source);
  const t = text.indexOf(target, s >= 0 && text.indexOf(target) === s ? s + source.length : 0);
  if (s < 0 || t < 0) return undefined;
  return { text, source: [s, s + source.length], target: [t, t + target.length] };
}

function examples(language: string): Labelled[] {
  const found: Labelled[] = [];
  const add = (marked: Marked | undefined, label: unknown): void => {
    if (marked && typeof label === 'string') found.push({ marked, label });
  };
  for (const row of lines(`gold/relations/${language}.jsonl`))
    add(place(String(row['sentence']), row['source'], row['target']), row['root']);
  for (let n = 1; n < 60; n++) {
    for (const row of lines(`gold/sentences/${language}-${String(n).padStart(2, '0')}.jsonl`)) {
      if (row['part'] === 'unseen') continue;
      for (const event of (row['events'] ?? []) as Record<string, unknown>[]) {
        add(place(String(row['text']), event['source'], event['target']), (event['type'] as string[] | undefined)?.[0]);
      }
    }
  }
  if (language === 'en') {
    for (const row of lines('gold/gsr/gsr.jsonl')) {
      const mention = (list: unknown, k: number): unknown => (list as { text: string }[] | undefined)?.[k]?.text;
      const target = row['symmetric'] === true ? mention(row['source'], 1) : mention(row['target'], 0);
      add(place(String(row['text']), mention(row['source'], 0), target), row['root']);
    }
  }
  return found;
}

function rowsOf(language: string): Row[] {
  const codebook = loadCodebook();
  const tools: RelationTools = { language: languageOf(language), tools: loadRelationWords(language, codebook) };
  return examples(language).flatMap(({ marked, label }) => {
    const read = readRelation(marked, tools);
    if (!read) return [];
    const rule = read.rule?.outcome.type;
    // the merged label is told apart by what the rules say
    const split = label === MERGED ? (rule === 'RETREAT' ? 'RETREAT' : 'CONCEDE') : label;
    return [{ features: read.features, label: split }];
  });
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

for (const language of process.argv.length > 2 ? process.argv.slice(2) : ['en', 'ru', 'tr']) {
  const rows = rowsOf(language);
  if (rows.length === 0) continue;
  const trained = trainLogistic(rows, OPTIONS);
  const text = pack(trained, 1);
  writeFileSync(`data/models/relation.${language}.json`, text);
  console.log(`${language}: ${rows.length} relations, ${trained.weights.size} features, ${text.length} bytes`);
}
