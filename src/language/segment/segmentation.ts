import type { RawToken, Span } from '../../model/index.ts';
import { readAbbreviations } from './abbreviations.ts';
import { fold } from './fold.ts';
import { scanSentences } from './sentence-scanner.ts';
import { scanWords, type WordRules } from './word-scanner.ts';

/** The texts of a language's data/words files that segmentation needs. */
export interface SegmentationWords {
  /** abbreviations.tsv */
  readonly abbreviations: string;
}

export interface Segmentation {
  sentences(text: string, start: number, end: number): Span[];
  tokenise(text: string, start: number, end: number): RawToken[];
  fold(text: string): string;
}

/** Sentences, words and fold of one language from its rules and its word files. */
export function buildSegmentation(rules: Omit<WordRules, 'abbreviations'>, words: SegmentationWords): Segmentation {
  const abbreviations = readAbbreviations(words.abbreviations);
  const wordRules: WordRules = { ...rules, abbreviations };
  const sentenceRules = { abbreviations, ordinalDot: rules.ordinalDot };
  return {
    sentences: (text, start, end) => scanSentences(text, start, end, sentenceRules),
    tokenise: (text, start, end) => scanWords(text, start, end, wordRules),
    fold,
  };
}
