import { feats, type Sentence, type Token } from '../model/index.ts';

/**
 * The same sentence with other words. Copies with changes are of many hidden classes, and everything that is asked of a word
 * would have to look at each: words and sentences that have been put right are like those that never were wrong.
 */
export function withTokens({ index, block, start, end }: Sentence, tokens: readonly Token[]): Sentence {
  return { index, block, start, end, tokens: tokens.map(alike) };
}

/** The same word as an object of the class that all words have. */
export function alike({ start, end, form, lemma, upos, feats: given, head, deprel }: Token): Token {
  return { start, end, form, lemma, upos, feats: feats(given), head, deprel };
}
