import type { Actor, Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Arguments } from './arguments.ts';
import type { Composer } from './compose.ts';
import type { MentionIndex } from './mention-index.ts';

/** An act that was told before the one at hand. */
export interface Told {
  readonly actor: readonly Mention[];
  readonly recipient: readonly Mention[];
  readonly score: number;
  readonly type: string;
  readonly mutual: boolean;
  /** It consists in words. */
  readonly said: boolean;
  /** Its word in this sentence; -1 when it stands in the one before. */
  readonly token: number;
}

/** What is asked when the parties of an act are looked for. */
export interface PartyFinder {
  readonly tree: SentenceTree;
  readonly index: MentionIndex;
  readonly args: Arguments;
  readonly composer: Composer;
  /** Who did what the text told last before a token. */
  readonly before: (token: number) => readonly Mention[];
  /** What the last sentence and this one have told up to here, oldest first. */
  readonly earlier: readonly Told[];
  /** Who was named in the sentence before. */
  readonly told: readonly Mention[];
  /** The text is about sport. */
  readonly sport: boolean;
  /** Who says "we" where nobody is quoted. */
  readonly home?: Actor;
  /** Who writes the text, where it is a statement and nobody is quoted. */
  readonly author?: Mention;
  /** The state on whose ground an armed movement fights, by the movement's code. */
  readonly homes?: ReadonlyMap<string, Actor>;
  /** Who speaks the words at a token, when somebody does. */
  readonly speakers: (token: number) => Mention[];
}
