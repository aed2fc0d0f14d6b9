import { languageOf } from '../read/language.ts';
import { languageCodes } from './language-shelf.ts';
import { readWords } from './reading.ts';

/** The language of a bare text. */
export function guessLanguage(text: string): Promise<string | undefined> {
  return languageOf({ text, candidates: languageCodes(), words: readWords() });
}
