import type { Actor } from './actor.ts';
import type { TextSpan } from './span.ts';

export type Directness = boolean | 'mixed';

/** Somebody's words: who, by which cue, what. Spans may be discontinuous. */
export interface Statement {
  /** undefined with `why` when the speaker can't be known. */
  readonly speaker?: Actor;
  readonly why?: string;
  readonly source: readonly TextSpan[];
  readonly cue: readonly TextSpan[];
  readonly content: readonly TextSpan[];
  readonly direct: Directness;
  /** The words are what somebody judges ("condemned the attack"), not what he says to be so: a deed in them is no claim of his. */
  readonly about?: true;
  /** Mark of the note that the statement rests on. */
  readonly note?: string;
  /** Index of the statement that holds this one (A says that B claims). */
  readonly within?: number;
}
