import type { Grammar } from '../../codebook/index.ts';
import { extended, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/** A verbal noun of somebody, with any case: -ması, -meleri, -masına, -melerinden. */
const OWNED = /.{2}m[ae](?:s|l[ae]r)[ıi](?:$|n[ıiae]|nd[ae]|yl[ae])/u;
/** The suffix of a passive before it. */
const PASSIVE = /.{2}(?:[ıiuü]l|[aeıiuü]n)m[ae](?:s|l[ae]r)[ıi]/u;

/**
 * "hava sahasını kapatmasına", "verilmesine": where verbs come last (grammar kind `order`) the tagger takes many verbal nouns for
 * plain nouns. One that somebody owns is a verb form, unless it is the name of a thing (grammar kind `action-noun`: "anlaşmasını").
 */
export function repairVerbalNouns(
  sentence: Sentence,
  mentions: readonly Mention[],
  grammar: Grammar,
  fold: (text: string) => string,
): Sentence {
  if (!grammar.has('order', 'final')) return sentence;
  const names = [...grammar.words('action-noun')];
  const named = new Set(mentions.flatMap(({ first, last }) => range(first, last)));
  const isVerbal = ({ form, upos, feats }: Token, i: number): boolean => {
    if (upos !== 'NOUN' || named.has(i) || feats['Person[psor]'] === undefined || !/^\p{Ll}/u.test(form)) return false;
    const folded = fold(form);
    return OWNED.test(folded) && !names.some((name) => folded.startsWith(name));
  };
  const tokens = sentence.tokens.map((token, i) => (isVerbal(token, i) ? asVerb(token, fold) : token));
  return tokens.every((token, i) => token === sentence.tokens[i]) ? sentence : withTokens(sentence, tokens);
}

function asVerb(token: Token, fold: (text: string) => string): Token {
  const voice = PASSIVE.test(fold(token.form)) ? { Voice: 'Pass' } : {};
  return { ...token, upos: 'VERB', feats: extended(token.feats, { VerbForm: 'Vnoun', ...voice }) };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
