import type { Grammar } from '../../codebook/index.ts';
import { extended, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "görüşmeye hazır değil", "toprak vermeye razı olmadığını": where verbs come last (grammar kind `order`) an adjective of
 * readiness (kind `stand`) with a dative before it is what the clause says, as a verb would be; its copula takes its lemma.
 */
export function repairStands(sentence: Sentence, grammar: Grammar, fold: (text: string) => string): Sentence {
  if (!grammar.has('order', 'final')) return sentence;
  const { tokens } = sentence;
  const isStand = (i: number): boolean => {
    const { form, lemma, upos } = tokens[i]!;
    if (upos === 'PROPN' || ![form, lemma].some((word) => grammar.has('stand', fold(word)))) return false;
    return tokens.slice(Math.max(0, i - NEAR), i).some(({ feats }) => feats['Case'] === 'Dat');
  };
  const found = tokens.flatMap((_, i) => (isStand(i) ? [i] : []));
  if (found.length === 0) return sentence;
  const repaired = [...tokens];
  const has: Has = (kind, word) => grammar.has(kind, fold(word));
  for (const i of found) standAt(repaired, i, has);
  return withTokens(sentence, repaired);
}

/** So many words may part it from the dative: "görüşmeye her zaman hazır". */
const NEAR = 3;

type Has = (kind: string, word: string) => boolean;

function standAt(tokens: Token[], i: number, has: Has): void {
  const stand = tokens[i]!;
  const lemma = has('stand', stand.lemma) ? stand.lemma : stand.form;
  const next = tokens[i + 1];
  const isDenied = next !== undefined && has('negation', next.form);
  if (next === undefined || next.upos === 'PUNCT' || isDenied) {
    const feats = extended(stand.feats, { VerbForm: 'Fin', ...(isDenied ? { Polarity: 'Neg' } : {}) });
    tokens[i] = { ...stand, lemma, upos: 'VERB', feats };
  } else if (has('copula', next.lemma) && next.feats['VerbForm'] !== undefined) {
    tokens[i] = { ...stand, head: i + 1, deprel: 'compound' };
    tokens[i + 1] = { ...next, lemma };
  }
}
