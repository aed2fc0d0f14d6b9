import type { LockedRange, RawToken, Token } from '../../model/index.ts';
import type { Entry, Match } from './entry.ts';
import type { Inflection } from './inflection.ts';
import type { Register } from './register.ts';

export interface Choice {
  readonly id: string;
  readonly why: string;
}

/** Names with several bearers (Georgia, Jordan, Washington) and the words that tell them apart. */
export interface Ambiguous {
  /** The bearer that a cue in the sentence speaks for; `none` for a name that is no actor's; undefined: as listed. */
  choose(match: Match, scene: Scene): Choice | undefined;
}

export interface Gazetteer {
  readonly register: Register;
  /** Words of data/words/<lang>/reference.tsv by kind, folded as the trie folds them. */
  readonly reference: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ambiguous: Ambiguous;
  readonly inflection: Inflection;
  /** The state of an artist or sportsman of that name, with the line that says so; read only where a phrase is asked for by itself. */
  celebrity(name: string): Choice | undefined;
  /** Everything the dictionary knows in a sentence, leftmost longest. */
  find(tokens: readonly RawToken[]): Match[];
  /** What a word by itself is: the entries of every name in it. */
  entriesOf(word: RawToken): readonly (readonly Entry[])[];
  /** Adjectives and grounds of movements that are a state's too: "Ukrainian" of the Donbas separatists. */
  sidesOf(state: string): readonly Entry[];
  /** The names among the matches, as ranges that a tagger must keep together. */
  locked(tokens: readonly RawToken[]): LockedRange[];
}

/** A sentence as the steps of resolution see it. */
export interface Scene {
  readonly tokens: readonly Token[];
  /** Folded forms, made once. */
  readonly words: readonly string[];
  readonly gazetteer: Gazetteer;
  /** Ids of persons and names that the document has introduced so far. */
  readonly introduced: ReadonlySet<string>;
  /** Folded surnames of people whom the document calls by full names that the dictionary does not know. */
  readonly strangers: ReadonlySet<string>;
  /** ISO date of the text or the question. */
  readonly on?: string;
}

export function inList(scene: Scene, kind: string, word: string | undefined): boolean {
  return word !== undefined && (scene.gazetteer.reference.get(kind)?.has(word) ?? false);
}
