import type { Span } from './span.ts';

/** Universal features, e.g. { Case: 'Gen', Number: 'Sing' }. Shared between tokens: never mutate. */
export type Feats = Readonly<Record<string, string>>;

/** A Universal Dependencies word. Column names follow CoNLL-U; `head` counts from 0 inside the sentence, -1 is the root. */
export interface Token extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly feats: Feats;
  readonly head: number;
  readonly deprel: string;
}

export interface Sentence extends Span {
  readonly index: number;
  /** Index into `Document.blocks`; -1 when the text has no blocks. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

/** A token before analysis. */
export interface RawToken extends Span {
  readonly form: string;
}

/** Tokens first..last (inclusive) that are one name: the tagger must call them PROPN and the parser keep them together. */
export interface LockedRange {
  readonly first: number;
  readonly last: number;
}
