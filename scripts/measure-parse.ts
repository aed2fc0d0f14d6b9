import { existsSync, readFileSync } from 'node:fs';
import { type Language, type LanguageEntry, languages } from '../src/language/index.ts';
import { type Column, type Figures, measureModel } from '../train/figures.ts';
import { scoreRawText } from '../train/raw-text.ts';
import { recipes } from '../train/recipe.ts';
import { hasTreebanks, readTreebank, treebankFolder } from '../train/treebank.ts';

/**
 * `tsx scripts/measure-parse.ts`: every figure of the language models beside its gate and aim; exit code 1 below a gate.
 * Whether more text would raise them: scripts/learning-curve.ts.
 * Gold tokens with predicted tags unless it says raw text; label set and punctuation policy as on the model cards.
 */
interface Goal {
  readonly name: string;
  readonly language: string;
  readonly treebank: string;
  readonly column: Column;
  readonly gate: number;
  readonly aim: number;
}

const GOALS: readonly Goal[] = [
  { name: 'LAS', language: 'en', treebank: 'en/en_ewt-test', column: 'LAS', gate: 80, aim: 86 },
  { name: 'LAS', language: 'en', treebank: 'en/en_pud-ud-test', column: 'LAS', gate: 78, aim: 84 },
  { name: 'triples', language: 'en', treebank: 'en/en_pud-ud-test', column: 'triple F1', gate: 76, aim: 84 },
  { name: 'lemma', language: 'en', treebank: 'en/en_pud-ud-test', column: 'lemma', gate: 98, aim: 99 },
  { name: 'LAS', language: 'ru', treebank: 'ru/ru_pud-ud-test', column: 'LAS', gate: 75, aim: 82 },
  { name: 'LAS', language: 'ru', treebank: 'ru/ru_gsd-ud-test', column: 'LAS', gate: 74, aim: 80 },
  { name: 'triples', language: 'ru', treebank: 'ru/ru_pud-ud-test', column: 'triple F1', gate: 73, aim: 80 },
  { name: 'lemma', language: 'ru', treebank: 'ru/ru_pud-ud-test', column: 'lemma', gate: 95, aim: 97 },
  { name: 'roles', language: 'tr', treebank: 'tr/tr_boun-ud-test', column: 'role F1', gate: 55, aim: 70 },
  { name: 'lemma', language: 'tr', treebank: 'tr/tr_boun-ud-test', column: 'lemma', gate: 90, aim: 95 },
];

let failed = 0;

function report(name: string, value: number, gate: number, aim: number, lowerIsBetter = false): void {
  const better = (limit: number): boolean => (lowerIsBetter ? value <= limit : value >= limit);
  const verdict = better(aim) ? 'aim reached' : better(gate) ? 'gate passed' : 'BELOW THE GATE';
  if (!better(gate)) failed++;
  console.log(`${name.padEnd(44)} ${value.toFixed(2).padStart(10)}   gate ${gate}, aim ${aim}: ${verdict}`);
}

function load({ files, create }: LanguageEntry): Language {
  const model = readFileSync(`data/${files.model}`);
  const abbreviations = readFileSync(`data/${files.abbreviations}`, 'utf8');
  const closed = readFileSync(`data/${files.closed}`, 'utf8');
  if (files.dictionary === undefined) return create({ model, abbreviations, closed });
  return create({ model, abbreviations, closed, dictionary: readFileSync(`data/${files.dictionary}`) });
}

function measureCost(entry: LanguageEntry): Language {
  const sizes = [entry.files.model, entry.files.dictionary].filter((path) => path !== undefined);
  const bytes = sizes.reduce((sum, path) => sum + readFileSync(`data/${path}`).length, 0);
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const language = load(entry);
  const loading = performance.now() - started;
  report(`${entry.code} model and dictionary, MB`, bytes / 1e6, 4, 2, true);
  report(`${entry.code} load time, ms`, loading, 150, 60, true);
  report(`${entry.code} added memory, MB`, (process.memoryUsage().rss - before) / 1e6, 120, 60, true);
  return language;
}

/** Best of eight rounds, CPU time, tags + lemmas + feats + tree. */
function measureSpeed(language: Language, treebank: string): number {
  const sentences = readTreebank(treebank).map(({ forms }) => forms.map((form) => ({ start: 0, end: 0, form })));
  const tokens = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  let best = 0;
  for (let round = 0; round < 8; round++) {
    const start = process.cpuUsage();
    for (const sentence of sentences) language.analyse(sentence);
    best = Math.max(best, (tokens * 1e6) / process.cpuUsage(start).user);
  }
  return best;
}

/** The compiled program where there is one: running from source through a loader costs up to half the speed. */
async function builtLanguages(): Promise<readonly LanguageEntry[]> {
  const built = new URL('../dist/language/index.js', import.meta.url);
  if (!existsSync(built)) {
    console.log('No dist/: load time and speed are those of the loader; run `npm run build:ts` first');
    return languages;
  }
  const program = (await import(built.href)) as { readonly languages: readonly LanguageEntry[] };
  return program.languages;
}

async function main(): Promise<void> {
  if (!hasTreebanks()) {
    console.error(`No treebanks at ${treebankFolder()}: nothing measured`);
    process.exit(2);
  }
  const figures: Figures[] = [];
  const built = await builtLanguages();
  for (const entry of built) {
    const recipe = recipes.find(({ language }) => language === entry.code);
    if (recipe === undefined) continue;
    const language = measureCost(entry);
    const measured = measureModel(recipe, readFileSync(`data/${entry.files.model}`));
    figures.push(...measured);
    for (const { treebank, values } of measured) {
      console.log(
        `  ${treebank}: ${Object.entries(values)
          .map(([column, value]) => `${column} ${value}`)
          .join(', ')}`,
      );
      const raw = scoreRawText(language, readTreebank(treebank));
      const shares = `sentences ${raw.sentences.toFixed(2)}, words ${raw.words.toFixed(2)}, LAS ${raw.las.toFixed(2)}`;
      console.log(`  ${treebank} from raw text, F1: ${shares}`);
    }
    const speed = measureSpeed(language, recipe.test.at(-1)!);
    if (entry === built[0]) report(`${entry.code} tokens/s, one thread`, speed, 60_000, 100_000);
    else console.log(`${entry.code} tokens/s, one thread: ${speed.toFixed(0)}`);
  }
  for (const { name, language, treebank, column, gate, aim } of GOALS) {
    const row = figures.find((one) => one.treebank === treebank);
    if (row) report(`${language} ${name} on ${treebank}`, Number(row.values[column]), gate, aim);
  }
  if (failed > 0) process.exit(1);
}

await main();
