import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreArticle } from '../scripts/article-score.ts';
import { bibliographyOf } from '../src/app/bibliography.ts';
import { openWorkbench } from '../src/app/workbench.ts';

/**
 * A real think-tank article whose text may not be redistributed: scored where it lies beside the checkout. The demo
 * documents, written in its shape, hold the same claims everywhere (floors.test.ts).
 */
const SEED = new URL('../../shared/cases/seed/', import.meta.url).pathname;
const OWN = new URL('../', import.meta.url).pathname;
const here = existsSync(`${SEED}article.txt`);
const source = here ? `${SEED}article.txt` : `${OWN}data/demo/en-partners-without-a-treaty.html`;
const expected = here ? `${SEED}expected.json` : `${OWN}gold/articles/en-partners-without-a-treaty/expected.json`;

describe('a think-tank article', () => {
  it('gives most of what a careful reader records, and little else', async () => {
    const score = await scoreArticle('article', source, expected);
    const must = score.found.filter((one) => one.event).length;
    expect(must / score.found.length, score.line).toBeGreaterThanOrEqual(here ? 14 / 16 : 0.45);
    expect(score.falsePositives.length, score.line).toBeLessThanOrEqual(here ? 1 : 12);
    if (here) expect(score.quotes.filter((one) => one.right).length, score.line).toBe(7);
  });

  it('is read with its title, section, author, notes and key points, and none of the page around it', async () => {
    const { document } = await openWorkbench().read({ kind: 'file', name: source });
    const { document: facts } = JSON.parse(readFileSync(expected, 'utf8')) as {
      document: {
        title: string;
        section: string;
        authors: string[];
        language: string;
        alternates: string[];
        notBody?: string[];
        footnotes: { n: number; resolvesTo?: number }[];
      };
    };
    expect(document.title).toBe(facts.title);
    expect(document.authors).toEqual(facts.authors);
    expect(document.language).toBe(facts.language);
    expect(document.alternates.map((one) => one.language).sort()).toEqual([...facts.alternates].sort());
    for (const text of facts.notBody ?? []) expect(document.text).not.toContain(text);
    const resolved = facts.footnotes.filter((note) => {
      const found = document.notes.find((one) => one.mark === String(note.n));
      return note.resolvesTo === undefined || found?.resolvesTo === String(note.resolvesTo);
    });
    expect(resolved.length).toBe(facts.footnotes.length);
  });

  it('counts witnesses, not citations', async () => {
    const workbench = openWorkbench();
    const { document } = await workbench.read({ kind: 'file', name: source });
    const { works, origins } = bibliographyOf(document, workbench.code(document).events);
    expect(document.notes.length).toBeGreaterThan(works.length);
    expect(origins.length).toBeLessThanOrEqual(works.length);
    if (here) expect(origins).toEqual(['GV Wire', 'South China Morning Post']);
  });
});
