import type { LockedRange, RawToken, Span, Token } from '../model/index.ts';

/**
 * All the coder needs to know of a language. Adding one is a folder that implements this and a line in `index.ts`;
 * `test/language.contract.test.ts` runs over every entry.
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** Sentence spans inside text[start, end), in order, without outer white space; they cover all else. */
  sentences(text: string, start: number, end: number): Span[];
  /** UD words of text[start, end): every non-space character is in exactly one token. */
  tokenise(text: string, start: number, end: number): RawToken[];
  /** Tags, lemmas and one tree for one sentence. `locked` ranges are names found by the actor dictionary. */
  analyse(tokens: readonly RawToken[], locked?: readonly LockedRange[]): Token[];
  /** One-to-one, length-preserving fold for matching: case, dotted and dotless i, ё/е, apostrophes. Never lower-case text another way. */
  fold(text: string): string;
}

/** What a language is made from; the paths count from the data folder. The caller reads the files. */
export interface LanguageFiles {
  /** Trained weights, binary. */
  readonly model: string;
  /** TSV text. */
  readonly abbreviations: string;
  /** TSV text: words of the closed classes. */
  readonly closed: string;
  /** Word forms with their readings, binary; only for languages that have one. */
  readonly dictionary?: string;
}

export interface LanguageContent {
  readonly model: Uint8Array;
  readonly abbreviations: string;
  readonly closed: string;
  readonly dictionary?: Uint8Array;
}

export interface LanguageEntry {
  /** ISO 639-1. */
  readonly code: string;
  /** English name. */
  readonly name: string;
  readonly files: LanguageFiles;
  create(content: LanguageContent): Language;
}
