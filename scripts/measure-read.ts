import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ChanceryError } from '../src/model/index.ts';
import { type ReadWords, readBytes } from '../src/read/index.ts';
import { resolveNotes } from '../src/resolve/note/index.ts';
import { judge, loadNotePages } from '../test/note-pages.ts';
import { loadNoteWords, loadReadWords } from '../test/word-tables.ts';

/**
 * Measures body extraction on pages with a known body (word F1, and what it costs), and sweeps hostile input for
 * crashes. Run: npx tsx scripts/measure-read.ts [notes|articles|hostile] (all but the notes need ../shared beside the checkout).
 */
const SHARED = '../shared';
const BODY: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listitem', 'blockquote', 'table']);

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

/** The files of a gzipped tar archive whose name matches, in memory. */
function* filesIn(archive: string, name: RegExp): Generator<{ name: string; bytes: Buffer }> {
  const tar = gunzipSync(readFileSync(archive));
  for (let at = 0; at + 512 <= tar.length; ) {
    const header = tar.subarray(at, at + 512);
    const path = header.subarray(0, 100).toString('utf8').replace(/\0.*$/, '');
    if (path === '') return;
    const size = Number.parseInt(header.subarray(124, 136).toString('latin1'), 8) || 0;
    if (header[156] === 48 && name.test(path)) yield { name: path, bytes: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** Every case of the archives is a page of its own; anything but a document or a named error is a crash. */
async function hostile(words: ReadWords): Promise<void> {
  const noteWords = loadNoteWords();
  const counts = { pages: 0, read: 0, named: 0, crashed: 0, worst: 0 };
  const offer = async (source: string, bytes: Uint8Array) => {
    for (const name of ['page.html', 'page.txt']) {
      counts.pages++;
      const start = performance.now();
      try {
        resolveNotes(await readBytes({ bytes, name, words }), noteWords);
        counts.read++;
      } catch (error) {
        if (error instanceof ChanceryError) counts.named++;
        else {
          counts.crashed++;
          console.error(source, error);
        }
      }
      counts.worst = Math.max(counts.worst, performance.now() - start);
    }
  };
  for (const { name, bytes } of filesIn(`${SHARED}/hostile/html5lib-tests.tar.gz`, /tree-construction\/.*\.dat$/)) {
    for (const part of bytes.toString('utf8').split('#data\n').slice(1))
      await offer(name, Buffer.from(part.split('\n#errors')[0] ?? ''));
  }
  for (const { name, bytes } of filesIn(
    `${SHARED}/hostile/html5lib-tests.tar.gz`,
    /(?:encoding|tokenizer)\/.*\.(?:dat|test)$/,
  ))
    await offer(name, bytes);
  for (const { name, bytes } of filesIn(`${SHARED}/hostile/blns.tar.gz`, /blns\.json$/)) {
    for (const text of JSON.parse(bytes.toString('utf8')) as string[]) await offer(name, Buffer.from(text));
  }
  for (const { name, bytes } of filesIn(`${SHARED}/hostile/payloads.tar.gz`, /Intruder/i)) {
    for (const text of bytes.toString('utf8').split('\n')) if (text.trim() !== '') await offer(name, Buffer.from(text));
  }
  for (const archive of ['tika', 'epubcheck', 'feedparser']) {
    for (const { name, bytes } of filesIn(`${SHARED}/hostile/${archive}.tar.gz`, /./)) await offer(name, bytes);
  }
  const { pages, read, named, crashed, worst } = counts;
  if (pages === 0) throw new Error('the archives held nothing');
  console.log(
    `hostile: ${pages} readings, ${read} documents, ${named} named errors, ${crashed} crashes, worst ${worst.toFixed(0)} ms`,
  );
}

async function notes(): Promise<void> {
  const parts = new Map<string, [number, number]>();
  for (const page of loadNotePages()) {
    const { right, total } = await judge(page);
    const sum = parts.get(page.part) ?? [0, 0];
    parts.set(page.part, [sum[0] + right, sum[1] + total]);
  }
  for (const [part, [right, total]] of parts)
    console.log(`notes, ${part} pages: ${right} of ${total} (${((100 * right) / total).toFixed(1)}%)`);
}

const words = loadReadWords();
const what = process.argv[2];
if (what === undefined || what === 'notes') await notes();
if (!existsSync(`${SHARED}/gold/articles`)) {
  console.error('No ../shared beside this checkout: only the notes were measured.');
  process.exitCode = 2;
} else {
  if (what === undefined || what === 'articles') await articles(words);
  if (what === undefined || what === 'hostile') await hostile(words);
}
