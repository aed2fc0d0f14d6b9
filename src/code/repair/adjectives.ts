import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "fighting between Kenyan and Somali forces": of two adjectives before one noun the parser takes the first for a noun of
 * its own, and the forces for a second member of the list. The noun takes its place, and both adjectives describe it.
 * Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairAdjectives(sentence: Sentence, mentions: readonly Mention[]): Sentence {
  let tokens: readonly Token[] = sentence.tokens;
  for (const first of mentions) {
    const group = mentions.find((one) => one.first === first.last + 2);
    if (group && isPair(tokens, first, group)) tokens = described(tokens, first.head, group);
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

function isPair(tokens: readonly Token[], first: Mention, group: Mention): boolean {
  const isAdjective =
    ['name', 'group'].includes(first.kind) &&
    first.first === first.last &&
    first.actors.length > 0 &&
    (first.kind === 'group' || first.actors.every(({ name }) => foldText(name) !== foldText(first.text))) &&
    /(?:[ai]n|ish|ese|i|ch|ek|ic)$/.test(first.text);
  if (!isAdjective || group.kind !== 'group' || group.head <= group.first) return false;
  const { head, deprel } = tokens[group.head]!;
  return tokens[first.last + 1]!.upos === 'CCONJ' && deprel === 'conj' && head === first.head;
}

function described(tokens: readonly Token[], adjective: number, { first, head }: Mention): readonly Token[] {
  const { head: above, deprel } = tokens[adjective]!;
  return tokens.map((token, i) => {
    if (i === head) return { ...token, head: above, deprel };
    if (i === adjective) return { ...token, upos: 'ADJ', head, deprel: 'amod' };
    if (i === first) return { ...token, upos: 'ADJ', head: adjective, deprel: 'conj' };
    return token.head === adjective ? { ...token, head } : token;
  });
}
