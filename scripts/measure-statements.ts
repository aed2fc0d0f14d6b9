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
import type { Event, Span, Statement } from '../src/model/index.ts';
import { readText } from './shared-data.ts';
import { baseline } from './statements/baseline.ts';
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

interface DeedRow {
  readonly id: string;
  readonly text: string;
  /** The word of the deed. */
  readonly deed: string;
  readonly attributed: boolean;
  readonly speaker: string | null;
}

/** A deed inside somebody's words must not end up as the narrator's fact, nor the other way about. */
function measureDeeds(language: string): void {
  const rows = rowsOf<DeedRow>(`gold/statements/deeds.${language}.jsonl`);
  if (!rows) return;
  const count = { inside: 0, insideSpan: 0, own: 0, ownSpan: 0, coded: 0, lost: 0, invented: 0, narrated: 0 };
  for (const row of rows) {
    const { statements, events } = workbench.code(documentOf({ text: row.text, language }));
    const start = row.text.indexOf(row.deed);
    if (start < 0) throw new Error(`${row.id}: no "${row.deed}"`);
    const place = { start, end: start + row.deed.length };
    const inside = statements.some((statement: Statement) =>
      statement.content.some((span) => span.start <= place.start && place.end <= span.end),
    );
    const event = events.find(({ trigger }: Event) => trigger.start < place.end && place.start < trigger.end);
    if (row.attributed) {
      count.inside += 1;
      if (inside) count.insideSpan += 1;
      if (event) count.coded += 1;
      if (event && !event.attribution) count.lost += 1;
    } else {
      count.own += 1;
      if (!inside) count.ownSpan += 1;
      if (event) count.narrated += 1;
      if (event?.attribution) count.invented += 1;
    }
    if (errors && (row.attributed ? !inside || (event && !event.attribution) : inside || event?.attribution))
      console.log(
        `  ${row.id} ${row.attributed ? 'claimed' : 'narrated'} span=${inside} event=${event?.type ?? '-'} ${row.text}`,
      );
  }
  const share = (a: number, b: number): string => `${b === 0 ? '-' : ((100 * a) / b).toFixed(1)}% (${a}/${b})`;
  console.log(`deeds ${language}: ${rows.length} sentences`);
  console.log(`  claimed deeds inside a statement: ${share(count.insideSpan, count.inside)}`);
  console.log(`  claimed deeds coded as the narrator's fact: ${share(count.lost, count.coded)} of those coded`);
  console.log(
    `  narrated deeds outside all statements: ${share(count.ownSpan, count.own)}; coded with a speaker: ${share(count.invented, count.narrated)}`,
  );
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
