import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseTsv } from '../src/model/index.ts';
import { COUNTRY_CODES } from './country-codes.ts';

const root = join(import.meta.dirname, '..');
const ORGANISATIONS = new Set(['NATO', 'EU', 'UN', 'G7', 'ICC', 'BRICS', 'SCO', 'WEST', 'NORAD', 'WAGNER']);
const STANCES = ['happened', 'planned', 'demanded', 'denied', 'hypothetical'];

interface Row {
  readonly anchor: string;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly event: readonly string[];
  readonly alternatives?: readonly { actor: readonly string[]; recipient: readonly string[] }[];
  readonly mode?: readonly string[];
  readonly context?: readonly string[];
  readonly date?: string;
  readonly stance?: string;
  readonly footnote?: number;
}
interface Note {
  readonly n: number;
  readonly form?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly resolvesTo?: number;
}
interface Expected {
  readonly document: {
    readonly title: string;
    readonly language: string;
    readonly published: string;
    readonly notBody: readonly string[];
    readonly footnotes: readonly Note[];
  };
  readonly must: readonly Row[];
  readonly may: readonly Row[];
  readonly quotes: readonly { anchor: string; speaker: string; footnote?: number }[];
}

interface Codebook {
  readonly types: Record<string, { readonly modes?: Record<string, unknown> }>;
  readonly contexts: Record<string, unknown>;
}

const codebook = parse(readFileSync(join(root, 'data/codebook/plover.yaml'), 'utf8')) as Codebook;
const order = parseTsv(readFileSync(join(root, 'data/demo/order.tsv'), 'utf8'), 'data/demo/order.tsv', [
  'order',
  'file',
  'language',
  'title',
  'description',
]);

/** What a person sees on the page, with all its boilerplate: tags gone, entities decoded, white space single. */
function visibleText(file: string): string {
  const source = readFileSync(join(root, 'data/demo', file), 'utf8');
  if (!file.endsWith('.html')) return source.replace(/\s+/g, ' ');
  const { document } = parseHTML(source);
  for (const element of document.querySelectorAll('script, style, head')) element.remove();
  return (document.documentElement.textContent ?? '').replace(/\s+/g, ' ');
}

function expectedOf(file: string): Expected {
  const slug = file.replace(/\.\w+$/, '');
  return JSON.parse(readFileSync(join(root, 'gold/articles', slug, 'expected.json'), 'utf8')) as Expected;
}

function problemsOf(row: Row, notes: ReadonlySet<number>): string[] {
  const bad: string[] = [];
  const sides = [row, ...(row.alternatives ?? [])].flatMap((side) => [...side.actor, ...side.recipient]);
  for (const code of sides) if (!COUNTRY_CODES.has(code) && !ORGANISATIONS.has(code)) bad.push(`code ${code}`);
  for (const type of row.event) if (!(type in codebook.types)) bad.push(`type ${type}`);
  for (const mode of row.mode ?? []) {
    if (!row.event.some((type) => mode in (codebook.types[type]?.modes ?? {}))) bad.push(`mode ${mode}`);
  }
  for (const context of row.context ?? []) if (!(context in codebook.contexts)) bad.push(`context ${context}`);
  if (row.date !== undefined && !/^\d{4}(-\d\d){0,2}$/.test(row.date)) bad.push(`date ${row.date}`);
  if (row.stance !== undefined && !STANCES.includes(row.stance)) bad.push(`stance ${row.stance}`);
  if (row.footnote !== undefined && !notes.has(row.footnote)) bad.push(`footnote ${row.footnote}`);
  return bad.map((problem) => `${row.anchor}: ${problem}`);
}

const files = order.map((row) => row.fields['file'] ?? '');

describe('the demo corpus', () => {
  it('has sixteen documents in three languages, two of them plain text, all listed once in order.tsv', () => {
    const onDisk = readdirSync(join(root, 'data/demo')).filter((name) => /\.(html|txt)$/.test(name));
    expect(onDisk.length).toBeGreaterThanOrEqual(16);
    expect([...files].sort()).toEqual([...onDisk].sort());
    expect(order.map((row) => Number(row.fields['order']))).toEqual(order.map((_, i) => i + 1));
    const perLanguage = new Map<string, number>();
    for (const row of order) {
      const language = row.fields['language'] ?? '';
      perLanguage.set(language, (perLanguage.get(language) ?? 0) + 1);
    }
    expect([...perLanguage.values()].sort((a, b) => a - b)).toEqual([4, 4, 8]);
    expect(files.filter((name) => name.endsWith('.txt'))).toHaveLength(2);
  });

  it('holds a record of useful size: no document without events, no language without quotations', () => {
    const records = files.map(expectedOf);
    for (const record of records) {
      expect(record.must.length, record.document.title).toBeGreaterThanOrEqual(12);
      expect(record.may.length, record.document.title).toBeGreaterThanOrEqual(8);
      expect(record.quotes.length, record.document.title).toBeGreaterThanOrEqual(2);
    }
    const used = new Set(records.flatMap((record) => record.must.flatMap((row) => row.event)));
    expect(used.size).toBeGreaterThanOrEqual(13);
  });

  it.each(files)('%s: every anchor stands in the text exactly once, every code is valid', (file) => {
    const text = visibleText(file);
    const record = expectedOf(file);
    const notes = new Set(record.document.footnotes.map((note) => note.n));
    expect(text.length).toBeGreaterThan(2000);
    expect(text).toContain(record.document.title);
    expect(file.startsWith(`${record.document.language}-`)).toBe(true);
    for (const phrase of record.document.notBody) expect(text).toContain(phrase);
    const rows = [...record.must, ...record.may, ...record.quotes];
    const off = rows.map((row) => row.anchor).filter((anchor) => text.split(anchor).length !== 2);
    expect(off).toEqual([]);
    expect([...record.must, ...record.may].flatMap((row) => problemsOf(row, notes))).toEqual([]);
    for (const row of record.must) {
      expect(row.actor.length, row.anchor).toBeGreaterThan(0);
      expect(row.event.length, row.anchor).toBeGreaterThan(0);
    }
  });

  it.each(files)('%s: every note leads to a full note that comes no later', (file) => {
    const notes = expectedOf(file).document.footnotes;
    for (const note of notes) {
      const target = notes.find((other) => other.n === note.resolvesTo);
      expect(target, `note ${note.n}`).toBeDefined();
      expect(target?.form, `note ${note.n}`).toBeUndefined();
      expect(target?.publisher, `note ${note.n}`).toBeDefined();
      expect(target?.n).toBeLessThanOrEqual(note.n);
    }
  });
});
