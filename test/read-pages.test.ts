import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldArticles } from '../scripts/records/articles.ts';
import type { Document } from '../src/model/index.ts';
import { readBytes } from '../src/read/index.ts';
import { resolveNotes } from '../src/resolve/note/index.ts';
import { judge, loadNotePages } from './note-pages.ts';
import { asPages } from './page-styles.ts';
import { loadNoteWords, loadReadWords } from './word-tables.ts';

interface Footnote {
  readonly n: number;
  readonly publisher?: string;
  readonly published?: string;
  readonly accessed?: string;
  readonly resolvesTo: number | null;
}

interface Expected {
  readonly title: string;
  readonly section: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly language: string;
  readonly alternates: readonly string[];
  readonly keyPoints: number;
  readonly notBody: readonly string[];
  readonly footnotes: readonly Footnote[];
}

const words = loadReadWords();
const noteWords = loadNoteWords();

async function read(text: string | Uint8Array, name: string): Promise<Document> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const document = await readBytes({ bytes, name, words });
  return { ...document, notes: resolveNotes(document, noteWords) };
}

function expectWhole(document: Document): void {
  expect(document.text).toBe(document.text.normalize('NFC'));
  let last = 0;
  for (const block of document.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(last);
    expect(document.text.slice(last, block.start).trim()).toBe('');
    last = block.end;
  }
  expect(last).toBe(document.text.length);
}

function expectPage(document: Document, expected: Expected): void {
  expectWhole(document);
  expect(document.title).toBe(expected.title);
  expect(document.section).toBe(expected.section);
  expect(document.authors).toEqual(expected.authors);
  if (expected.published !== undefined) expect(document.published).toBe(expected.published);
  expect(document.language).toBe(expected.language);
  expect(document.alternates.map(({ language }) => language).sort()).toEqual([...expected.alternates].sort());
  expect(document.blocks.filter((block) => block.kind === 'keypoint')).toHaveLength(expected.keyPoints);
  for (const part of expected.notBody) expect(document.text).not.toContain(part);
}

function expectNotes(document: Document, footnotes: readonly Footnote[]): void {
  expect(document.notes).toHaveLength(footnotes.length);
  for (const footnote of footnotes) {
    const note = document.notes.find(({ mark }) => mark === String(footnote.n));
    const to = footnote.resolvesTo === null ? undefined : String(footnote.resolvesTo);
    expect(note?.resolvesTo, `note ${footnote.n}: ${note?.why}`).toBe(to);
    expect(note?.references.length).toBeGreaterThan(0);
    if (footnote.publisher) expect(note?.citation?.publisher).toBe(footnote.publisher);
    if (footnote.accessed) expect(note?.accessed).toBe(footnote.accessed);
  }
}

function expectedOf(path: string): Expected {
  return (JSON.parse(readFileSync(path, 'utf8')) as { document: Expected }).document;
}

describe('whole pages', () => {
  const slugs = goldArticles().flatMap(({ slug, part }) => (part === 'demo' ? [slug] : []));

  it('there are pages to read', () => expect(slugs.length).toBeGreaterThanOrEqual(16));

  it.each(slugs)('%s: title, section, authors, key points, notes', async (slug) => {
    const path = [`data/demo/${slug}.html`, `data/demo/${slug}.txt`].find(existsSync)!;
    const document = await read(readFileSync(path), path);
    const expected = expectedOf(`gold/articles/${slug}/expected.json`);
    expectPage(document, expected);
    expectNotes(document, expected.footnotes);
  });
});

describe.runIf(existsSync('../shared/cases/seed/article.txt'))('the article that started the project', () => {
  const source = () => readFileSync('../shared/cases/seed/article.txt', 'utf8').replace('total 24', '');
  const expected = () => expectedOf('../shared/cases/seed/expected.json');

  it('as a person copies it', async () => {
    const document = await read(source(), 'article.txt');
    expectPage(document, expected());
    expectNotes(document, expected().footnotes);
  });

  it('as HTML, marked up in six ways', async () => {
    const pages = asPages(source());
    expect(pages.length).toBe(6);
    for (const page of pages) {
      const document = await read(page, 'article.html');
      expectPage(document, expected());
      expectNotes(document, expected().footnotes);
    }
  });
});

describe('an article of our own', () => {
  const source = () => readFileSync('gold/pages/article.txt', 'utf8');
  const expected = () => expectedOf('gold/pages/expected.json');

  it('reads alike as text and as HTML in six styles', async () => {
    for (const page of [source(), ...asPages(source())]) {
      const document = await read(page, page.startsWith('<') ? 'page.html' : 'page.txt');
      expectPage(document, expected());
      expectNotes(document, expected().footnotes);
    }
  });
});

describe('note pages in eight house styles', () => {
  it('at least 98% of the notes stand for the right work or are open for the right reason', async () => {
    const pages = loadNotePages();
    expect(pages.length).toBe(49);
    let right = 0;
    let total = 0;
    const faults: string[] = [];
    for (const page of pages) {
      const verdict = await judge(page);
      right += verdict.right;
      total += verdict.total;
      faults.push(...verdict.faults);
    }
    expect(total).toBeGreaterThan(250);
    expect(right / total, faults.join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the head of a page copied as text', () => {
  it.each([
    [
      'Parliament > Committees > Near Neighbourhood > Publications',
      'Old quarrels: fish, frontiers and four neighbours',
    ],
    ['The Halyard Review / Long Reads / Americas', 'Ninety Miles of Weather'],
    ['Ren Gazetesi » Köşe Yazıları » Gurbetin Kıyısı', 'Dönerle Torpil Arasında'],
  ])('%s is a trail, no title', async (trail, title) => {
    const body =
      'The committee met the ambassadors of four states and heard what each of them had to say of the others. '.repeat(
        6,
      );
    const text = `${trail}\n\n${title}\n\nBy Eleanor Whitlock\nBaltic Forum | Analysis No. 41 | 17 September 2025\n\n${body}\n`;
    const document = await read(Buffer.from(text), 'page.txt');
    expect(document.title).toBe(title);
    expect(document.published).toBe('2025-09-17');
  });
});
