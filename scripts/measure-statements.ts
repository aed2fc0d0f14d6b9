/**
 * Who said what, measured: PolNeAR's dev part from ../shared (left out, with a word, when absent) beside a baseline of
 * regular expressions, the project's own gold/statements (attributions and deeds) and the seed article's quotations.
 * Content overlap is counted in characters: intersection over union, and intersection over the gold's length beside it.
 * Run: npx tsx scripts/measure-statements.ts [--part dev|train] [--errors] [shared folder]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf } from '../src/app/records.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import type { Span } from '../src/model/index.ts';
import { readText } from './shared-data.ts';
import { baseline } from './statements/baseline.ts';
import { countDeed, type DeedRow, deedsText, emptyDeeds, type Told } from './statements/deeds.ts';
import { type Attribution, emptyScore, measure, toText } from './statements/score.ts';

const args = process.argv.slice(2);
const errors = args.includes('--errors');
const part = args.includes('--part') ? (args[args.indexOf('--part') + 1] ?? 'dev') : 'dev';
const shared = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--part')[0] ?? '../shared';
const workbench = openWorkbench();

function rowsOf<T>(path: string): T[] | undefined {
  if (!existsSync(path)) {
    console.log(`${path} is absent: not measured`);
    return undefined;
  }
  const lines = readText(path).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as T);
}

interface Article {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly attributions: readonly Partial<Record<'source' | 'cue' | 'content', readonly [number, number][]>>[];
}

/** PolNeAR counts code points. */
function goldOf({ text, attributions }: Article): Attribution[] {
  const units: number[] = [];
  let unit = 0;
  for (const point of text) {
    units.push(unit);
    unit += point.length;
  }
  units.push(unit);
  const spans = (pairs: readonly [number, number][] = []): Span[] =>
    pairs.map(([start, end]) => ({ start: units[start]!, end: units[end]! }));
  return attributions
    .map(({ source, content }) => ({ source: spans(source), content: spans(content) }))
    .filter(({ content }) => content.length > 0);
}

function measurePolnear(): void {
  const articles = rowsOf<Article>(join(shared, `gold/quotes/polnear_${part}.jsonl.gz`));
  if (!articles) return;
  workbench.code(documentOf({ text: 'He said so.', language: 'en' }));
  const ours = emptyScore();
  const plain = emptyScore();
  let sentences = 0;
  let ms = 0;
  for (const article of articles) {
    const gold = goldOf(article);
    const started = performance.now();
    const coded = workbench.code(documentOf({ text: article.text, language: 'en', published: article.date }));
    ms += performance.now() - started;
    sentences += coded.sentences.length;
    measure(article.text, gold, coded.statements, ours);
    measure(article.text, gold, baseline(article.text), plain);
  }
  console.log(`PolNeAR ${part}: ${articles.length} articles, ${ours.gold} attributions`);
  console.log(toText('this', ours));
  console.log(toText('regular expressions', plain));
  console.log(
    `${Math.round((sentences / ms) * 1000)} sentences/s for the whole path, events included (${sentences} sentences)`,
  );
}

interface OwnRow {
  readonly id: string;
  readonly part: 'seen' | 'unseen';
  readonly text: string;
  /** Quoted strings of the text; a string that occurs more than once is taken at its first place after `after`. */
  readonly attributions: readonly { readonly source: string | null; readonly content: readonly string[] }[];
}

function ownGold({ text, attributions, id }: OwnRow): Attribution[] {
  const find = (quote: string): Span => {
    const start = text.indexOf(quote);
    if (start < 0) throw new Error(`${id}: "${quote}" is not in the text`);
    return { start, end: start + quote.length };
  };
  return attributions.map(({ source, content }) => ({
    source: source === null ? [] : all(text, source),
    content: content.map(find),
  }));
}

/** Every place of a source: a name that comes twice in a short text is the same person. */
function all(text: string, quote: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    spans.push({ start: at, end: at + quote.length });
  if (spans.length === 0) throw new Error(`source "${quote}" is not in the text`);
  return spans;
}

function measureOwn(language: string): void {
  const rows = rowsOf<OwnRow>(`gold/statements/${language}.jsonl`);
  if (!rows) return;
  for (const which of ['seen', 'unseen'] as const) {
    const score = emptyScore();
    const chosen = rows.filter((row) => row.part === which);
    for (const row of chosen) {
      const { statements } = workbench.code(documentOf({ text: row.text, language }));
      const gold = ownGold(row);
      const missed = measure(row.text, gold, statements, score);
      if (errors && which === 'seen') report(row.id, row.text, missed);
    }
    console.log(`own gold ${language}, ${which} part: ${chosen.length} texts, ${score.gold} attributions`);
    console.log(toText('this', score));
  }
}

function report(
  id: string,
  text: string,
  found: { missed: readonly Attribution[]; extra: readonly Attribution[] },
): void {
  const cut = (spans: readonly Span[]): string => spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  for (const one of found.missed) console.log(`  ${id} missed [${cut(one.source)}] {${cut(one.content)}}`);
  for (const one of found.extra) console.log(`  ${id} extra  [${cut(one.source)}] {${cut(one.content)}}`);
}

function tell(text: string, language: string): Told {
  return workbench.code(documentOf({ text, language }));
}

/** A deed inside somebody's words must not end up as the narrator's fact, nor the other way about. */
function measureDeeds(language: string): void {
  const rows = rowsOf<DeedRow>(`gold/statements/deeds.${language}.jsonl`);
  if (!rows) return;
  for (const part of ['seen', 'unseen'] as const) {
    const count = emptyDeeds();
    const chosen = rows.filter((row) => row.part === part);
    for (const row of chosen) {
      const wrong = countDeed(row, tell(row.text, language), count);
      if (errors && wrong && part === 'seen') console.log(`  ${row.id} ${wrong} ${row.text}`);
    }
    console.log(deedsText(`deeds ${language}, ${part} part: ${chosen.length} sentences`, count));
  }
}

interface Expected {
  readonly quotes: readonly { readonly anchor: string; readonly speaker: string }[];
}

async function measureSeed(): Promise<void> {
  const folder = join(shared, 'cases/seed');
  if (!existsSync(folder)) {
    console.log(`${folder} is absent: not measured`);
    return;
  }
  const { quotes } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const { listInputs } = await import('../src/app/inputs.ts');
  const { document } = await workbench.read(listInputs([join(folder, 'article.txt')])[0]!);
  const { statements } = workbench.code(document);
  let right = 0;
  for (const { anchor, speaker } of quotes) {
    const start = document.text.indexOf(anchor);
    const holding = statements.filter(({ content }) =>
      content.some((span) => span.start <= start && start + anchor.length <= span.end),
    );
    if (holding.some((statement) => statement.speaker?.name === speaker)) right += 1;
    else
      console.log(
        `  seed: "${anchor}" by ${holding.map((one) => one.speaker?.name ?? one.why).join(' / ') || 'nobody'}`,
      );
  }
  console.log(`seed article: ${right} of ${quotes.length} quotations with their speaker`);
}

if (!args.includes('--own')) measurePolnear();
for (const language of ['ru', 'tr']) measureOwn(language);
for (const language of ['en', 'ru', 'tr']) measureDeeds(language);
await measureSeed();
