import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreArticle } from '../scripts/article-score.ts';
import { openArticles } from '../scripts/records/articles.ts';
import { openRecords } from '../scripts/records/files.ts';
import { evaluate, rates, toGold } from '../src/app/evaluate.ts';
import { openWorkbench } from '../src/app/workbench.ts';

interface Floors {
  readonly articles: Readonly<
    Record<string, { readonly must: number; readonly falsePositives: number; readonly quotes: number }>
  >;
  readonly records: Readonly<
    Record<string, { readonly precision: number; readonly recall: number; readonly emptyCoded: number }>
  >;
}

const root = new URL('..', import.meta.url);
const path = (name: string): string => new URL(name, root).pathname;
const floors = JSON.parse(readFileSync(path('gold/floors.json'), 'utf8')) as Floors;

describe('scores do not fall', () => {
  it('has a floor for the open articles of every language and every gold file of records', () => {
    const languages = openArticles(path('')).map(({ slug }) => slug.slice(0, 2));
    expect(Object.keys(floors.articles).sort()).toEqual([...new Set(languages)].sort());
    expect(Object.keys(floors.records).sort()).toEqual(openRecords());
  });

  // sums: whatever is learnt anew moves an event in one article or another, which says nothing
  it.each(Object.entries(floors.articles))('articles: %s', async (language, floor) => {
    const lines: string[] = [];
    const sums = { must: 0, falsePositives: 0, quotes: 0 };
    for (const { slug, source, expected } of openArticles(path('')).filter((one) => one.slug.startsWith(language))) {
      const score = await scoreArticle(slug, source, expected);
      lines.push(score.line);
      sums.must += score.found.filter((one) => one.event).length;
      sums.falsePositives += score.falsePositives.length;
      sums.quotes += score.quotes.filter((one) => one.right).length;
    }
    expect(sums.must, lines.join('\n')).toBeGreaterThanOrEqual(floor.must);
    expect(sums.falsePositives, lines.join('\n')).toBeLessThanOrEqual(floor.falsePositives);
    expect(sums.quotes, lines.join('\n')).toBeGreaterThanOrEqual(floor.quotes);
  });

  it.each(Object.entries(floors.records))('gold/records/%s', async (file, floor) => {
    const workbench = openWorkbench();
    const language = file.replace('.jsonl', '');
    const pairs = [];
    for (const [i, line] of readFileSync(path(`gold/records/${file}`), 'utf8')
      .trim()
      .split('\n')
      .entries()) {
      const record = JSON.parse(line) as Record<string, unknown>;
      const at = `${file}:${i + 1}`;
      const { events } = await workbench.codeRecord({ at, record }, { language });
      pairs.push({ gold: toGold(record, at), events });
    }
    const result = evaluate(pairs);
    const { precision, recall } = rates(result.record);
    expect(precision).toBeGreaterThanOrEqual(floor.precision);
    expect(recall).toBeGreaterThanOrEqual(floor.recall);
    expect(result.emptyCoded).toBeLessThanOrEqual(floor.emptyCoded);
  });
});
