import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Evaluation, evaluate, type GoldRecord, rates, type Score, toGold } from '../src/app/evaluate.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import type { Event } from '../src/model/index.ts';
import { scoreArticle } from './article-score.ts';
import { type GoldArticle, goldArticles, openArticles } from './records/articles.ts';
import { addConfusion, type Confusion, confusionLines } from './records/confusion.ts';
import { blindRecords, plainRecords, proseRecords } from './records/files.ts';
import { interval95 } from './resample.ts';

/**
 * Whole records (type, both actors, stance) on the project's gold by the rules alone and by both layers, and the articles row
 * by row. The log-linear layer is trained on everything but the parts called unseen.
 */
const both = openWorkbench();
const rules = openWorkbench(undefined, 'rule');

interface Pair {
  readonly gold: GoldRecord;
  readonly events: readonly Event[];
  readonly byRules: readonly Event[];
  readonly record: Readonly<Record<string, unknown>>;
}

async function codeFile(path: string, language: string): Promise<{ part: string; pair: Pair }[]> {
  const found: { part: string; pair: Pair }[] = [];
  for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const record = JSON.parse(line) as Record<string, unknown>;
    const at = `${path}:${i + 1}`;
    const { events } = await both.codeRecord({ at, record }, { language });
    const { events: byRules } = await rules.codeRecord({ at, record }, { language });
    const pair = { gold: toGold(record, at), events, byRules, record };
    found.push({ part: String(record['part'] ?? 'studied'), pair });
  }
  return found;
}

function interval(pairs: readonly Pair[]): string {
  const [low, high] = interval95(pairs.length, (places) => rates(evaluate(places.map((i) => pairs[i]!)).record).f1);
  return `${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)}`;
}

const line = (score: Score): string => {
  const { precision, recall, f1 } = rates(score);
  return `P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${(100 * f1).toFixed(1)}`;
};

function summarise(coder: string, { record, type, parties, emptyCoded, empty }: Evaluation): void {
  console.log(
    `  ${coder} record ${line(record)}   type ${line(type)}   parties ${line(parties)}   events on texts without any: ${emptyCoded} of ${empty}`,
  );
}

function report(name: string, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return;
  const result = evaluate(pairs);
  console.log(`${name}: ${pairs.length} records`);
  summarise('rules', evaluate(pairs.map(({ gold, byRules }) => ({ gold, events: byRules }))));
  summarise('both ', result);
  console.log(`  95 % of the F1 of both ${interval(pairs)}`);
  if (!name.includes('sentences')) return;
  console.log('  by type, whole records:');
  for (const [type, score] of [...result.byType].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`    ${type.padEnd(10)} ${line(score)} (${score.truePositive + score.falseNegative})`);
  console.log('  type found on the words of each gold event, "-" for none:');
  const confusion: Confusion = new Map();
  for (const { record, events } of pairs) addConfusion(confusion, record, events);
  for (const row of confusionLines(confusion)) console.log(row);
}

/** The gold files of a language, each with the name of its set; of the blind and plain ones only sums are ever told. */
function setsOf(language: string): { path: string; set: string }[] {
  const corpus = existsSync('gold/sentences') ? readdirSync('gold/sentences').sort() : [];
  return [
    { path: `gold/records/${language}.jsonl`, set: 'records' },
    { path: blindRecords(language), set: 'records blind' },
    { path: plainRecords(language), set: 'records plain' },
    { path: proseRecords(language), set: 'records prose' },
    ...corpus
      .filter((name) => name.startsWith(`${language}-`))
      .map((name) => ({ path: `gold/sentences/${name}`, set: 'sentences' })),
  ].filter(({ path }) => existsSync(path));
}

for (const language of ['en', 'ru', 'tr']) {
  const byPart = new Map<string, Pair[]>();
  for (const { path, set } of setsOf(language)) {
    for (const { part, pair } of await codeFile(path, language)) {
      const name = / (blind|plain)$/.test(set) ? `${language} ${set}` : `${language} ${set} ${part}`;
      byPart.set(name, [...(byPart.get(name) ?? []), pair]);
    }
  }
  for (const name of [...byPart.keys()].sort()) report(name, byPart.get(name)!);
}

const SEED = '../shared/cases/seed';
if (existsSync(SEED))
  console.log((await scoreArticle('seed article', `${SEED}/article.txt`, `${SEED}/expected.json`)).line);
else console.log('../shared is not here: the seed article is not scored');
for (const { slug, source, expected } of openArticles()) console.log((await scoreArticle(slug, source, expected)).line);
const unseen = goldArticles().filter(({ part }) => part === 'unseen');
const [older, newer] = [false, true].map((is) => unseen.filter(({ slug }) => isNew(slug) === is));
for (const language of ['en', 'ru', 'tr']) {
  console.log(await sumOf(`${language} articles unseen`, language, older!));
  console.log(await sumOf(`${language} articles new unseen`, language, newer!));
}

/** Of the hands of 2026-11-30 (gold/articles/README.md): nothing was chosen by sums over these. */
function isNew(slug: string): boolean {
  const first = { en: 25, ru: 15, tr: 15 }[slug.slice(0, 2)] ?? Number.POSITIVE_INFINITY;
  return Number(slug.slice(-2)) >= first;
}

/** Articles whose errors nobody has read, as one sum. */
async function sumOf(name: string, language: string, among: readonly GoldArticle[]): Promise<string> {
  const articles = among.filter((one) => one.language === language);
  const sum = { found: 0, must: 0, wrong: 0 };
  for (const { slug, source, expected } of articles) {
    const { found, falsePositives } = await scoreArticle(slug, source, expected);
    sum.found += found.filter(({ event }) => event).length;
    sum.must += found.length;
    sum.wrong += falsePositives.length;
  }
  const precision = (100 * sum.found) / Math.max(1, sum.found + sum.wrong);
  const recall = (100 * sum.found) / Math.max(1, sum.must);
  return `${name} (${articles.length}): ${sum.found} of ${sum.must} must events, ${sum.wrong} false positives; P ${precision.toFixed(1)} R ${recall.toFixed(1)}`;
}
