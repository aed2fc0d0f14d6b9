import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openClassifier } from '../src/app/classify.ts';
import { loadCodebook, loadQuads } from '../src/app/coding.ts';
import { markedSentence } from '../src/app/marked.ts';
import type { RecordLine } from '../src/app/records.ts';
import { predict } from '../src/code/linear/linear-model.ts';
import { trainLogistic } from '../train/logistic.ts';
import { type Example, readJsonLines, relationExamples } from '../train/relation-examples.ts';
import { asModel, calibrated, crossValidated, OPTIONS, relationRows } from '../train/train-relation.ts';
import { calibrationError, confusion, interval, macroF1, type Pair } from './relations/macro.ts';

/**
 * `tsx scripts/measure-relations.ts [shared folder] [plv file]`: the type of the relation between two marked parties.
 * The rows of the public benchmark (recent news; nothing is trained on them; errors are studied on the even rows only),
 * rules alone and rules + linear, beside the two baselines; then the project's own sentences by cross-validation.
 */
const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'];
const codebook = loadCodebook();

interface Answer {
  readonly gold: string;
  readonly goldQuad: number;
  readonly found: string | undefined;
  readonly quad: number | undefined;
  readonly confidence: number;
}

/** The benchmark does not tell concessions in words from those in deeds. */
const merged = (type: string): string => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type);

function table(name: string, answers: readonly Answer[]): void {
  const roots = answers.map(({ gold, found }): Pair => ({ gold, found: found && merged(found) }));
  const quads = answers.map(
    ({ goldQuad, quad }): Pair => ({ gold: String(goldQuad), found: quad === undefined ? undefined : String(quad) }),
  );
  const side = (quad: number): string => (quad < 3 ? 'cooperation' : 'conflict');
  const sides = answers.map(
    ({ goldQuad, quad }): Pair => ({ gold: side(goldQuad), found: quad === undefined ? undefined : side(quad) }),
  );
  const cell = (pairs: readonly Pair[]): string => {
    const [low, high] = interval(pairs);
    return `${macroF1(pairs).toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
  };
  const error = calibrationError(
    answers
      .filter(({ found }) => found !== undefined)
      .map((a) => ({ confidence: a.confidence, right: a.gold === merged(a.found!) })),
  );
  console.log(
    `${name.padEnd(34)} n ${String(answers.length).padStart(4)}  root ${cell(roots)}  quad ${cell(quads)}  ` +
      `binary ${cell(sides)}  ECE ${error.toFixed(3)}`,
  );
}

async function benchmark(rows: readonly Record<string, unknown>[], coder: 'rule' | 'both'): Promise<Answer[]> {
  const classifier = openClassifier({ conventions: 'plv', coder, language: 'en' });
  const answers: Answer[] = [];
  for (const [i, record] of rows.entries()) {
    const line = { at: `row ${i + 1}`, record } as RecordLine;
    const { root, quad, confidence } = await classifier.classify(line);
    answers.push({
      gold: String(record['root']),
      goldQuad: Number(record['penta']),
      found: root ?? undefined,
      quad: quad ?? undefined,
      confidence,
    });
  }
  return answers;
}

/** A bag of words and pairs, told apart by whether they stand before, between or after the parties. */
function wordBag({ text, source, target }: Example['marked']): Map<string, number> {
  const [first, second] = [source ?? [0, 0], target ?? [text.length, text.length]].sort((a, b) => a[0] - b[0]);
  const bag = new Map<string, number>();
  const parts = [text.slice(0, first![0]), text.slice(first![1], second![0]), text.slice(second![1])];
  for (const [k, part] of parts.entries()) {
    const words = part.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const [i, word] of words.entries()) {
      bag.set(`${k}:${word}`, 1);
      bag.set(word, 1);
      if (i > 0) bag.set(`${k}:${words[i - 1]}_${word}`, 1);
    }
  }
  return bag;
}

function baselines(rows: readonly Record<string, unknown>[], examples: readonly Example[]): Map<string, Answer[]> {
  const quads = loadQuads(codebook, 'plv');
  const training = examples.map(({ marked, label }) => ({ features: wordBag(marked), label: merged(label) }));
  const model = asModel(trainLogistic(training, OPTIONS), 1);
  const counts = new Map<string, number>();
  for (const { label } of training) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]![0];
  const quadOf = (type: string): number => QUADS.indexOf(quads.get(type === 'YIELD' ? 'RETREAT' : type)!) + 1;
  const answer = (row: Record<string, unknown>, found: string, confidence: number): Answer => ({
    gold: String(row['root']),
    goldQuad: Number(row['penta']),
    found,
    quad: quadOf(found),
    confidence,
  });
  return new Map([
    ['most frequent type', rows.map((row) => answer(row, most, (counts.get(most) ?? 0) / training.length))],
    [
      'bag of words',
      rows.map((row) => {
        const { label, probability } = predict(model, wordBag(markedSentence(row, 'benchmark')));
        return answer(row, label, probability);
      }),
    ],
  ]);
}

async function measureBenchmark(path: string): Promise<void> {
  if (!existsSync(path)) {
    console.log(`No benchmark at ${path}: only the project's own sentences are measured.`);
    return;
  }
  const rows = readJsonLines(path);
  const examples = relationExamples('en');
  console.log(`Benchmark ${path}, --conventions plv; baselines trained on the same ${examples.length} own sentences`);
  const answers = new Map<string, Answer[]>([
    ...baselines(rows, examples),
    ['rules', await benchmark(rows, 'rule')],
    ['rules + linear', await benchmark(rows, 'both')],
  ]);
  for (const [name, list] of answers) {
    table(
      `${name}, even rows (studied)`,
      list.filter((_, i) => i % 2 === 0),
    );
    table(
      `${name}, odd rows`,
      list.filter((_, i) => i % 2 === 1),
    );
  }
  for (const name of ['rules', 'rules + linear']) {
    console.log(`\n${name}, all rows: gold type, F1, answers`);
    for (const line of confusion(
      answers.get(name)!.map(({ gold, found }) => ({ gold, found: found && merged(found) })),
    ))
      console.log(`  ${line}`);
  }
}

function measureOwn(language: string): void {
  const rows = relationRows(language);
  if (rows.length === 0) return;
  const rankings = calibrated(rows, crossValidated(rows));
  console.log(`\nOwn sentences, ${language}: rules alone, and rules + linear by cross-validation (root macro-F1)`);
  for (const set of ['relations', 'sentences', 'gsr', 'all']) {
    const kept = rows.flatMap((row, i) =>
      set === 'all' || row.example.set === set ? [{ row, best: rankings[i]![0]! }] : [],
    );
    if (kept.length === 0) continue;
    const rules = kept.map(({ row }): Pair => ({ gold: merged(row.label), found: row.rule && merged(row.rule) }));
    const both = kept.map(({ row, best }): Pair => ({ gold: merged(row.label), found: merged(best.label) }));
    const error = calibrationError(
      kept.map(({ row, best }) => ({ confidence: best.probability, right: best.label === row.label })),
    );
    const cell = (pairs: readonly Pair[]): string => {
      const [low, high] = interval(pairs);
      return `${macroF1(pairs).toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
    };
    console.log(
      `  ${set.padEnd(10)} n ${String(kept.length).padStart(4)}  rules ${cell(rules)}  both ${cell(both)}  ECE ${error.toFixed(3)}`,
    );
  }
}

const shared = process.argv[2] ?? '../shared';
await measureBenchmark(process.argv[3] ?? join(shared, 'gold/events/plv_train.jsonl'));
for (const language of ['en', 'ru', 'tr']) measureOwn(language);
