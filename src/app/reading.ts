import type { Document } from '../model/index.ts';
import { fetchUrl, parseReadWords, type ReadWords, readGuarded } from '../read/index.ts';
import { type NoteWords, parseNoteWords, resolveNotes } from '../resolve/note/index.ts';
import { fileBytes, type Input, stdinBytes } from './inputs.ts';
import { languageCodes } from './language-shelf.ts';
import { listData, readData } from './data-folder.ts';

let words: ReadWords | undefined;
let noteWords: NoteWords | undefined;

function languagesWithWords(): string[] {
  return listData('words').filter((language) => listData(`words/${language}`).includes('boilerplate.tsv'));
}

/** The reader's word tables of every language that has them. */
export function readWords(): ReadWords {
  words ??= parseReadWords(
    languagesWithWords().map((language) => {
      const table = (name: string): string => readData(`words/${language}/${name}.tsv`);
      return { language, boilerplate: table('boilerplate'), section: table('section'), notes: table('notes'), common: table('common') };
    }),
  );
  return words;
}

function wordsOfNotes(): NoteWords {
  noteWords ??= parseNoteWords(languagesWithWords().map((language) => ({ language, notes: readData(`words/${language}/notes.tsv`) })));
  return noteWords;
}

/** Reads an input and resolves its notes. */
export async function readInput(input: Input): Promise<{ document: Document; bytes: Uint8Array }> {
  const got = await fetchBytes(input);
  const document = await readGuarded({ ...got, words: readWords(), languages: languageCodes() });
  return { bytes: got.bytes, document: { ...document, notes: resolveNotes(document, wordsOfNotes()) } };
}

interface Got {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly url?: string;
  readonly contentType?: string;
}

async function fetchBytes(input: Input): Promise<Got> {
  if (input.kind === 'stdin') return { bytes: await stdinBytes(), name: 'standard input' };
  if (input.kind === 'file') return { bytes: fileBytes(input.name), name: input.name };
  return { ...(await fetchUrl(input.name)), name: input.name };
}
