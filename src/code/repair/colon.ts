import type { Mention, Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "Seoul: North Korea fired two missiles", "Эрдоган: Израиль убивает детей": a headline names who says it before a colon. Parsers
 * take him for a second subject, or for the whole sentence; he stands beside the clause, whose verb heads it.
 */
export function repairColon(sentence: Sentence, mentions: readonly Mention[]): Sentence {
  const { tokens } = sentence;
  const teller = mentions.find(
    ({ first, last, actors }) => first === 0 && actors.length > 0 && tokens[last + 1]?.form === ':',
  );
  if (!teller || teller.kind === 'place') return sentence;
  const colon = teller.last + 1;
  const verb = headBehind(tokens, colon);
  const isSubject = ({ head, deprel }: Token, i: number): boolean =>
    i > colon && head === verb && deprel.startsWith('nsubj');
  // "Эрдоган: проведём операцию": he speaks of himself
  if (verb === undefined) return sentence;
  if (!tokens.some(isSubject) && !mentions.some(({ first, last }) => first > colon && last < verb)) return sentence;
  return withTokens(
    sentence,
    tokens.map((token, i) => {
      if (i === verb) return token.head < 0 ? token : { ...token, head: -1, deprel: 'root' };
      if (i === teller.head) return { ...token, head: verb, deprel: 'discourse' };
      const strays =
        i > colon ? token.head >= 0 && token.head <= colon : i === colon || token.head > colon || token.head < 0;
      return strays ? { ...token, head: i < colon ? teller.head : verb } : token;
    }),
  );
}

/** The finite verb behind the colon that hangs on no other word behind it. */
function headBehind(tokens: readonly Token[], colon: number): number | undefined {
  const mayHead = ({ upos, feats }: Token): boolean => upos === 'VERB' && feats['VerbForm'] !== 'Inf';
  const found = tokens.findIndex((token, i) => i > colon && mayHead(token) && token.head <= colon);
  return found < 0 ? undefined : found;
}
