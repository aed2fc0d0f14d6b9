import type { TextSpan } from './span.ts';

/**
 * Who acts. `code` is ISO 3166-1 alpha-3 for states (XKX, TWN, PSE included), else the usual short name in
 * capitals (NATO, EU, HAMAS; WEST for the bloc). People, ministries, armies and metonyms carry their state's
 * code and a PLOVER sector.
 */
export interface Actor {
  readonly id: string;
  readonly code: string;
  readonly sector?: string;
  readonly name: string;
  readonly office?: string;
}

export type MentionKind = 'name' | 'role' | 'metonym' | 'pronoun' | 'group' | 'place';

/** An expression in the text that stands for one actor, several ("the two countries") or none that can be known. */
export interface Mention extends TextSpan {
  readonly sentence: number;
  /** Token indices in the sentence, inclusive; `head` is the syntactic head among them. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: MentionKind;
  /** Empty when it can't be known; `why` then says the reason. */
  readonly actors: readonly Actor[];
  /** Of a role: whose it is says another phrase ("the government"). */
  readonly inherited?: true;
  readonly why: string;
}

/** An actor in an event, tied to the words that name it there. */
export interface Participant extends Actor {
  readonly mention: TextSpan;
}
