import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';

/** How words hang on their cue: a clause, an infinitive, or a noun that the attitude is about. */
export type Form = 'clause' | 'infinitive' | 'naming' | 'demand' | 'oblique' | 'object' | 'raised' | 'whole';

/** Token sets of one attribution inside a sentence; the source may be missing. */
export interface Draft {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  /** Empty for a word of speech whose words stand elsewhere (a quotation beside it). */
  readonly content: readonly number[];
  /** Head token of the source phrase. */
  readonly speaker?: number;
  /** The verb may govern a quotation. */
  readonly speech: boolean;
  readonly form?: Form;
  /** The content is judged, not told ("condemned the attack"). */
  readonly about?: boolean;
  /** A word of speech with its own clause and a speaker that is no pronoun. */
  readonly explicit?: boolean;
}

export interface CueReader {
  readonly tree: SentenceTree;
  readonly cues: CueWords;
  readonly grammar: Grammar;
}
