import { type Document, foldText, type Span, type TimeExpression } from '../model/index.ts';
import { findDates } from '../resolve/date/find.ts';
import { type DateWords, readDateWords } from '../resolve/date/words.ts';
import { readOptionalData } from './data-folder.ts';

const loaded = new Map<string, DateWords | undefined>();

function wordsOf(language: string): DateWords | undefined {
  if (loaded.has(language)) return loaded.get(language);
  const text = readOptionalData(`words/${language}/dates.tsv`);
  const words = text === undefined ? undefined : readDateWords(text, foldText);
  loaded.set(language, words);
  return words;
}

/** A full publication date, for relative dates; a page that only says the month gives none. */
export function publishedOf(document: Document): string | undefined {
  const { published } = document;
  return published && /^\d{4}-\d{2}-\d{2}/.test(published) ? published.slice(0, 10) : undefined;
}

/** Date phrases of one sentence. */
export function datesIn(document: Document, { start, end }: Span, language: string): TimeExpression[] {
  const words = wordsOf(language);
  const published = publishedOf(document);
  return words ? findDates(document.text, start, end, { words, ...(published ? { published } : {}) }) : [];
}
