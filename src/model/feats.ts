import type { Feats } from './token.ts';

/** Every feature that the treebanks know, in their order. */
class AllFeats {
  readonly [name: string]: string | undefined;
  readonly Abbr: string | undefined;
  readonly Animacy: string | undefined;
  readonly Aspect: string | undefined;
  readonly Case: string | undefined;
  readonly Definite: string | undefined;
  readonly Degree: string | undefined;
  readonly Evident: string | undefined;
  readonly Foreign: string | undefined;
  readonly Gender: string | undefined;
  readonly Mood: string | undefined;
  readonly Number: string | undefined;
  readonly 'Number[psor]': string | undefined;
  readonly NumForm: string | undefined;
  readonly NumType: string | undefined;
  readonly Person: string | undefined;
  readonly 'Person[psor]': string | undefined;
  readonly Polarity: string | undefined;
  readonly Poss: string | undefined;
  readonly PronType: string | undefined;
  readonly Reflex: string | undefined;
  readonly Tense: string | undefined;
  readonly Variant: string | undefined;
  readonly VerbForm: string | undefined;
  readonly Voice: string | undefined;

  constructor(given: Feats) {
    // others follow, so that none is lost
    Object.assign(this, given);
  }
}

/**
 * The same features with a place for all that there are: those of a hundred kinds of words are then of one hidden class, and
 * every question about them is a plain look-up. Those that a word lacks are undefined.
 */
export function feats(given: Feats): Feats {
  return (given instanceof AllFeats ? given : new AllFeats(given)) as Feats;
}

/** Names of the features that a word has. */
export function featNames(given: Feats): string[] {
  return Object.keys(given).filter((name) => given[name] !== undefined);
}
