import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseReadWords, type ReadWords } from '../src/read/index.ts';
import { type NoteWords, parseNoteWords } from '../src/resolve/note/index.ts';

function table(language: string, name: string): string {
  return readFileSync(`data/words/${language}/${name}.tsv`, 'utf8');
}

/** Languages with page words, in order: whoever adds one sees the tests run over it. */
export function wordLanguages(): string[] {
  const found = readdirSync('data/words').filter((name) => existsSync(`data/words/${name}/boilerplate.tsv`));
  return found.sort();
}

export function loadReadWords(): ReadWords {
  return parseReadWords(
    wordLanguages().map((language) => ({
      language,
      boilerplate: table(language, 'boilerplate'),
      section: table(language, 'section'),
      notes: table(language, 'notes'),
      common: table(language, 'common'),
    })),
  );
}

export function loadNoteWords(): NoteWords {
  return parseNoteWords(wordLanguages().map((language) => ({ language, notes: table(language, 'notes') })));
}
