import { readFileSync } from 'node:fs';
import type { Note } from '../src/model/index.ts';
import { readBytes } from '../src/read/index.ts';
import { resolveNotes } from '../src/resolve/note/index.ts';
import { loadNoteWords, loadReadWords } from './word-tables.ts';

export interface ExpectedNote {
  readonly mark: string;
  readonly resolvesTo: string | null;
  readonly why?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly issued?: string;
  readonly accessed?: string;
  readonly locator?: string;
}

export interface NotePage {
  readonly file: string;
  readonly language: string;
  readonly style: string;
  readonly part: 'studied' | 'unseen' | 'later';
  readonly notes: readonly ExpectedNote[];
}

/** What a reason must say, whatever its wording. */
const REASONS: Readonly<Record<string, RegExp>> = {
  remark: /names no work/,
  'no-prior': /no (?:note|work).*before/,
  'unknown-author': /no note before names/,
  ambiguous: /\d+ works .* before/,
  multi: /names \d+ works/,
  missing: /there is no note/,
  ring: /ring/,
  'no-author': /neither author nor title/,
  'open-before': /is itself open/,
};

export function loadNotePages(): NotePage[] {
  const lines = readFileSync('gold/notes/expected.jsonl', 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as NotePage);
}

export interface Verdict {
  readonly page: NotePage;
  readonly right: number;
  readonly total: number;
  readonly faults: readonly string[];
}

const readWords = loadReadWords();
const noteWords = loadNoteWords();

/** Reads a page, resolves its notes and compares them one by one. */
export async function judge(page: NotePage): Promise<Verdict> {
  const path = `gold/notes/${page.file}`;
  const document = await readBytes({ bytes: readFileSync(path), name: path, words: readWords });
  const notes = resolveNotes(document, noteWords).filter((note) => note.end > note.start);
  const faults: string[] = [];
  page.notes.forEach((expected, i) => {
    const fault = faultOf(expected, notes[i]);
    if (fault !== undefined) faults.push(`${page.file} note ${expected.mark}: ${fault}`);
  });
  return { page, right: page.notes.length - faults.length, total: page.notes.length, faults };
}

function faultOf(expected: ExpectedNote, note: Note | undefined): string | undefined {
  if (!note) return 'not found on the page';
  if (note.mark !== expected.mark) return `has the mark ${note.mark}`;
  if (note.references.length === 0) return 'no reference in the body was found';
  if ((note.resolvesTo ?? null) !== expected.resolvesTo) {
    return `stands for ${note.resolvesTo ?? `nothing (${note.why})`}, expected ${expected.resolvesTo ?? expected.why}`;
  }
  if (expected.why !== undefined && !REASONS[expected.why]!.test(note.why ?? '')) return `wrong reason: ${note.why}`;
  const wrong = detailsOf(note).find(([key, value]) => expected[key] !== undefined && expected[key] !== value);
  return wrong ? `${wrong[0]} is ${wrong[1]}, expected ${expected[wrong[0]]}` : undefined;
}

type Detail = 'title' | 'publisher' | 'issued' | 'accessed' | 'locator';

function detailsOf(note: Note): [Detail, string | undefined][] {
  const parts = note.citation?.issued?.['date-parts'][0];
  const issued = parts?.map((part) => String(part).padStart(2, '0')).join('-');
  return [
    ['title', note.citation?.title],
    ['publisher', note.citation?.publisher],
    ['issued', issued],
    ['accessed', note.accessed],
    ['locator', note.locator],
  ];
}
