import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Expected, Row } from '../scripts/article-score.ts';
import { goldArticles, learntArticles, openArticles } from '../scripts/records/articles.ts';
import { proseRecords, weightRecords } from '../scripts/records/files.ts';
import { wordRuns } from '../scripts/records/word-runs.ts';
import { ACTOR_CODES } from './actor-codes.ts';

const codebook = parse(readFileSync('data/codebook/plover.yaml', 'utf8')) as {
  types: Record<string, { readonly modes?: Record<string, unknown> }>;
};

/** A person's office and full name are six words already. */
const LONG = 8;

const textOf = (path: string): string => readFileSync(path, 'utf8');
const recordOf = (path: string): Expected => JSON.parse(readFileSync(path, 'utf8')) as Expected;
const own = goldArticles().filter(({ part }) => part !== 'demo');

/** Places only: what a failing test prints must not show the text. */
function faultsOf(row: Row, text: string, at: string): string[] {
  const sides = [row, ...(row.alternatives ?? [])].flatMap(({ actor = [], recipient = [] }) => [
    ...actor,
    ...recipient,
  ]);
  const types = row.event ?? [];
  const modes = types.flatMap((type) => Object.keys(codebook.types[type]?.modes ?? {}));
  const checks: [string, boolean][] = [
    ['anchor', text.split(row.anchor).length === 2],
    ['codes', sides.every((code) => ACTOR_CODES.has(code))],
    ['type', types.length > 0 && types.every((type) => type in codebook.types)],
    ['mode', (row.mode ?? []).every((mode) => modes.includes(mode))],
  ];
  return checks.filter(([, holds]) => !holds).map(([what]) => `${at}: ${what}`);
}

describe('articles with the record of a careful reader', () => {
  it.each(own)(
    '$slug: every anchor stands once, every code, type and mode exists',
    ({ source, expected, slug, part }) => {
      // those to learn from are of every kind: sport and courts tell few events
      const text = textOf(source);
      const { must, may } = recordOf(expected);
      const least = part === 'weights' ? 2 : 25;
      expect(must.length).toBeGreaterThanOrEqual(least);
      expect(may.length).toBeGreaterThanOrEqual(least);
      const rows = [...must.map((row, k) => [row, `must ${k + 1}`]), ...may.map((row, k) => [row, `may ${k + 1}`])];
      expect(rows.flatMap(([row, at]) => faultsOf(row as Row, text, `${slug} ${at}`))).toEqual([]);
    },
  );

  it.each(['en', 'ru', 'tr'])('%s: some are unseen and share nothing with what is learnt from', (language) => {
    const unseen = own.filter((one) => one.language === language && one.part === 'unseen');
    expect(unseen.length).toBeGreaterThanOrEqual(4);
    const open = [...openArticles(), ...learntArticles(language)].map(({ slug }) => slug);
    expect(unseen.filter(({ slug }) => open.includes(slug))).toEqual([]);
    const corpus = readdirSync('gold/sentences').filter((name) => name.startsWith(`${language}-`));
    const learnt = [
      ...[...corpus.map((name) => `gold/sentences/${name}`), weightRecords(language), proseRecords(language)].flatMap(
        (path) =>
          textOf(path)
            .trim()
            .split('\n')
            .map((line) => (JSON.parse(line) as { text: string }).text),
      ),
      ...learntArticles(language).map(({ source }) => textOf(source).replace(/<[^>]*>/g, ' ')),
    ];
    const runs = new Set(learnt.flatMap((text) => [...wordRuns(text, LONG)]));
    expect(runs.size).toBeGreaterThan(5000);
    const shared = unseen.flatMap(({ slug, source }) => {
      const count = [...wordRuns(textOf(source), LONG)].filter((run) => runs.has(run)).length;
      return count > 0 ? [`${slug}: ${count} runs`] : [];
    });
    expect(shared).toEqual([]);
  });
});
