import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "Bahrain joined Saudi Arabia in cutting ties with Iran": a gerund behind "in" and a verb of doing likewise (grammar kind
 * `fellow`) is what both do, not an adjective of its object.
 */
export function repairFellows(sentence: Sentence, grammar: Grammar): Sentence {
  const { tokens } = sentence;
  if (grammar.words('fellow').size === 0) return sentence;
  const verb = tokens.findIndex(({ upos, lemma }) => upos === 'VERB' && grammar.has('fellow', foldText(lemma)));
  const object = tokens.findIndex(({ head, deprel }) => verb >= 0 && head === verb && deprel === 'obj');
  const mark = object > verb ? tokens.findIndex(({ form }, i) => i > object && foldText(form) === 'in') : -1;
  const gerund = tokens[mark + 1];
  if (mark < 0 || mark > object + REACH || !gerund?.form.endsWith('ing') || gerund.deprel !== 'amod') return sentence;
  const noun = gerund.head;
  if (noun <= mark + 1) return sentence;
  return withTokens(
    sentence,
    tokens.map((token, i): Token => {
      if (i === mark + 1) return { ...token, upos: 'VERB', feats: { VerbForm: 'Ger' }, head: verb, deprel: 'advcl' };
      if (i === mark) return { ...token, head: mark + 1, deprel: 'mark' };
      return i === noun ? { ...token, head: mark + 1, deprel: 'obj' } : token;
    }),
  );
}

const REACH = 4;
