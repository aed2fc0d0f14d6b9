import type { Phrase } from './phrase.ts';
import type { Situation } from './verdict.ts';

/** "Путин прибыл в Пекин. Президенты подписали": the two states whose heads, named by a bare plural of kind `both-of`, the sentence before names. */
export function bothBefore({ first, last }: Phrase, at: Situation): readonly string[] | undefined {
  const { tokens, words, gazetteer } = at.scene;
  if (first !== last || gazetteer.reference.get('both-of')?.has(words[last] ?? '') !== true) return undefined;
  if (!tokens[last]!.deprel.startsWith('nsubj') || tokens[first - 1]?.upos === 'ADJ') return undefined;
  if (tokens[last + 1]?.feats['Case'] === 'Gen') return undefined;
  const two = at.memory.namedStates(at.sentence - 1);
  return two.length === 2 ? two : undefined;
}
