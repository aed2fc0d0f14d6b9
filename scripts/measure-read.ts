import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseReadWords, type ReadWords, readBytes } from '../src/read/index.ts';

/**
 * Measures body extraction on pages with a known body (word F1, and what it costs), and sweeps hostile input for
 * crashes. Run: npx tsx scripts/measure-read.ts [articles|hostile] (needs ../shared beside the checkout).
 */
const SHARED = '../shared';
const BODY: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listitem', 'blockquote', 'table']);

export function loadWords(): ReadWords {
  const languages = readdirSync('data/words').filter((name) => existsSync(`data/words/${name}/boilerplate.tsv`));
  const table = (language: string, name: string) => readFileSync(`data/words/${language}/${name}.tsv`, 'utf8');
  return parseReadWords(
    languages.sort().map((language) => ({
      language,
      boilerplate: table(language, 'boilerplate'),
      section: table(language, 'section'),
      notes: table(language, 'notes'),
      common: table(language, 'common'),
    })),
  );
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function score(found: string, gold: string): Score {
  const left = new Map<string, number>();
  const goldWords = wordsOf(gold);
  const foundWords = wordsOf(found);
  for (const word of goldWords) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of foundWords) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    same++;
    left.set(word, count - 1);
  }
  const precision = foundWords.length ? same / foundWords.length : goldWords.length ? 0 : 1;
  const recall = goldWords.length ? same / goldWords.length : 1;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

async function articles(words: ReadWords): Promise<void> {
  const rows = readFileSync(`${SHARED}/gold/articles/ground_truth.jsonl`, 'utf8').trim().split('\n');
  const scores: (Score & { id: string; url: string })[] = [];
  const all: Score[] = [];
  const times: number[] = [];
  let failed = 0;
  for (const row of rows) {
    const { id, url, articleBody } = JSON.parse(row) as { id: string; url: string; articleBody: string };
    const bytes = gunzipSync(readFileSync(`${SHARED}/gold/articles/html/${id}.html.gz`));
    const start = performance.now();
    try {
      const document = await readBytes({ bytes, url, contentType: 'text/html', words });
      times.push(performance.now() - start);
      const body = document.blocks
        .filter((block) => BODY.has(block.kind))
        .map((b) => document.text.slice(b.start, b.end));
      scores.push({ id, url, ...score(body.join('\n'), articleBody) });
      all.push(score(document.text, articleBody));
    } catch (error) {
      failed++;
      scores.push({ id, url, precision: 0, recall: 0, f1: 0 });
      console.error(id, error);
    }
  }
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  times.sort((a, b) => a - b);
  scores.sort((a, b) => a.f1 - b.f1);
  for (const { id, url, f1, precision, recall } of scores.slice(0, 25)) {
    console.log(f1.toFixed(3), precision.toFixed(3), recall.toFixed(3), id.slice(0, 8), url);
  }
  console.log(`pages ${rows.length}, failed ${failed}`);
  for (const [name, list] of [
    ['body', scores],
    ['whole text', all],
  ] as const) {
    console.log(
      `${name}: F1 ${mean(list.map((s) => s.f1)).toFixed(4)} P ${mean(list.map((s) => s.precision)).toFixed(4)} R ${mean(list.map((s) => s.recall)).toFixed(4)}`,
    );
  }
  console.log(
    `ms a page: mean ${mean(times).toFixed(0)}, median ${times[times.length >> 1]!.toFixed(0)}, worst ${times.at(-1)!.toFixed(0)}`,
  );
}

if (!existsSync(`${SHARED}/gold/articles`)) {
  console.error('No ../shared beside this checkout: nothing was measured.');
  process.exitCode = 2;
} else {
  await articles(loadWords());
}
