import { languageOf } from '../read/language.ts';
import { otherLanguage } from '../read/other-language.ts';
import { languageCodes } from './language-shelf.ts';
import { readWords } from './reading.ts';

/** The language of a bare text. */
export function guessLanguage(text: string): Promise<string | undefined> {
  return languageOf({ text, candidates: languageCodes(), words: readWords() });
}

/** The language of a text that is said to be in another; the one that was said unless it is surely wrong. */
export async function trueLanguage(text: string, said: string): Promise<string> {
  if (!languageCodes().includes(said)) return said;
  return (await otherLanguage({ text, language: said, words: readWords() })) ?? said;
}

/** Why a document is not coded: the reason's name, what was said and what was found. */
export function notThisLanguage(said: string, found: string): string {
  const names = new Intl.DisplayNames(['en-GB'], { type: 'language' });
  const name = found === 'und' ? 'another language' : `${names.of(found) ?? found} (${found})`;
  return `not-this-language: said to be ${names.of(said) ?? said} (${said}), but the text is in ${name}`;
}
