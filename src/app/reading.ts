import type { Document } from '../model/index.ts';
import { parseReadWords, type ReadWords, readGuarded } from '../read/index.ts';
import { type NoteWords, parseNoteWords, resolveNotes } from '../resolve/note/index.ts';
import { listData, readData } from './data-folder.ts';
import { fileBytes, type Input, stdinBytes } from './inputs.ts';
import { languageCodes } from './language-shelf.ts';
import { withDatelines } from './origins.ts';

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
      return {
        language,
        boilerplate: table('boilerplate'),
        section: table('section'),
        notes: table('notes'),
        common: table('common'),
      };
    }),
  );
  return words;
}

function wordsOfNotes(): NoteWords {
  noteWords ??= parseNoteWords(
    languagesWithWords().map((language) => ({ language, notes: readData(`words/${language}/notes.tsv`) })),
  );
  return noteWords;
}

/** Reads an input and resolves its notes. Pages from outside are read under a time and memory limit. */
export async function readInput(input: Input): Promise<{ document: Document; bytes: Uint8Array }> {
  const { document, bytes } = await readAny(input);
  return { bytes, document: withDatelines({ ...document, notes: resolveNotes(document, wordsOfNotes()) }) };
}

async function readAny(input: Input): Promise<{ document: Document; bytes: Uint8Array }> {
  const shared = { words: readWords(), languages: languageCodes() };
  if (input.kind === 'url') {
    const { readUrl } = await import('../read/url.ts');
    return readUrl(input.name, shared);
  }
  const bytes = input.kind === 'stdin' ? await stdinBytes() : fileBytes(input.name);
  const name = input.kind === 'stdin' ? 'standard input' : input.name;
  return { bytes, document: await readGuarded({ bytes, name, ...shared }) };
}
