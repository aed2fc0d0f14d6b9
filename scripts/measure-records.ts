import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { evaluate, type GoldRecord, rates, type Score, toGold } from '../src/app/evaluate.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import type { Event } from '../src/model/index.ts';
import { scoreArticle } from './article-score.ts';
import { addConfusion, type Confusion, confusionLines } from './records/confusion.ts';
import { interval95 } from './resample.ts';

/** Whole records (type, both actors, stance) on the project's gold, and the articles row by row. */
const workbench = openWorkbench();

interface Pair {
  readonly gold: GoldRecord;
  readonly events: readonly Event[];
  readonly record: Readonly<Record<string, unknown>>;
}

async function codeFile(path: string, language: string): Promise<{ part: string; pair: Pair }[]> {
  const found: { part: string; pair: Pair }[] = [];
  for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const record = JSON.parse(line) as Record<string, unknown>;
    const at = `${path}:${i + 1}`;
    const { events } = await workbench.codeRecord({ at, record }, { language });
    found.push({ part: String(record['part'] ?? 'studied'), pair: { gold: toGold(record, at), events, record } });
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

function report(name: string, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return;
  const result = evaluate(pairs);
  console.log(`${name}: ${pairs.length} records`);
  console.log(
    `  record ${line(result.record)} (95 % ${interval(pairs)})   type ${line(result.type)}   parties ${line(result.parties)}`,
  );
  console.log(`  events on texts without any: ${result.emptyCoded} of ${result.empty}`);
  if (!name.includes('sentences')) return;
  console.log('  by type, whole records:');
  for (const [type, score] of [...result.byType].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`    ${type.padEnd(10)} ${line(score)} (${score.truePositive + score.falseNegative})`);
  console.log('  type found on the words of each gold event, "-" for none:');
  const confusion: Confusion = new Map();
  for (const { record, events } of pairs) addConfusion(confusion, record, events);
  for (const row of confusionLines(confusion)) console.log(row);
}

for (const language of ['en', 'ru', 'tr']) {
  const files = [
    `gold/records/${language}.jsonl`,
    ...(existsSync('gold/sentences')
      ? readdirSync('gold/sentences')
          .filter((name) => name.startsWith(`${language}-`))
          .sort()
          .map((name) => `gold/sentences/${name}`)
      : []),
  ].filter((path) => existsSync(path));
  const byPart = new Map<string, Pair[]>();
  for (const path of files) {
    for (const { part, pair } of await codeFile(path, language)) {
      const name = `${language} ${path.startsWith('gold/sentences') ? 'sentences' : 'records'} ${part}`;
      byPart.set(name, [...(byPart.get(name) ?? []), pair]);
    }
  }
  for (const name of [...byPart.keys()].sort()) report(name, byPart.get(name)!);
}

const SEED = '../shared/cases/seed';
if (existsSync(SEED))
  console.log((await scoreArticle('seed article', `${SEED}/article.txt`, `${SEED}/expected.json`)).line);
else console.log('../shared is not here: the seed article is not scored');
for (const slug of readdirSync('gold/articles').sort()) {
  const source = ['html', 'txt'].map((ending) => `data/demo/${slug}.${ending}`).find((path) => existsSync(path));
  if (source) console.log((await scoreArticle(slug, source, `gold/articles/${slug}/expected.json`)).line);
}
