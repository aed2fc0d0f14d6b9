import type { Grammar } from '../../codebook/index.ts';
import type { Sentence } from '../../model/index.ts';

/** So many sentences, and such a share of a text's, have words of sport, and so many different ones. */
const SENTENCES = 3;
const SHARE = 0.25;
const WORDS = 4;

/** Whether a text is about sport (grammar kind `sport`): its sentences say so together, where one alone may not. */
export function isSportText(sentences: readonly Sentence[], grammar: Grammar, fold: (word: string) => string): boolean {
  if (grammar.words('sport').size === 0 || sentences.length < SENTENCES) return false;
  const met = new Set<string>();
  let count = 0;
  for (const { tokens } of sentences) {
    const words = tokens.map(({ form }) => fold(form)).filter((word) => grammar.has('sport', word));
    if (words.length > 0) count += 1;
    for (const word of words) met.add(word);
  }
  return count >= SENTENCES && count >= SHARE * sentences.length && met.size >= WORDS;
}
