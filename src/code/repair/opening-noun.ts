import type { Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "Fighting between the army and the rebels continued", "Shelling by Russian forces killed two": a gerund that opens the
 * sentence, with nothing that parts it from a verb without a subject, is a noun and that verb's subject.
 */
export function repairOpeningNoun(sentence: Sentence): Sentence {
  const tokens = [...sentence.tokens];
  const noun = tokens.findIndex(({ upos }) => upos !== 'DET' && upos !== 'ADJ');
  if (noun < 0 || noun > 1 || !isGerund(tokens[noun]!)) return sentence;
  const verb = verbBehind(tokens, noun);
  if (verb === undefined) return sentence;
  const taken = tokens.findIndex(({ head, deprel }, i) => i > noun && head === verb && deprel.startsWith('nsubj'));
  if (taken > noun && taken < verb && !isSecondOfTwo(tokens, noun, taken)) return sentence;
  const { head, deprel } = tokens[noun]!;
  if (tokens[verb]!.head === noun) tokens[verb] = { ...tokens[verb]!, head, deprel };
  for (const [i, one] of tokens.entries()) if (one.head === noun) tokens[i] = asNouns(one, i, { noun, verb });
  if (taken > noun && taken < verb) join(tokens, noun, taken);
  const { form } = tokens[noun]!;
  const feats = { Number: 'Sing' };
  tokens[noun] = { ...tokens[noun]!, upos: 'NOUN', lemma: form.toLowerCase(), feats, head: verb, deprel: 'nsubj' };
  return withTokens(sentence, tokens);
}

function isGerund({ upos, form, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] !== 'Fin' && form.length > 5 && form.endsWith('ing');
}

/** The verb that governs the gerund or hangs on it, with nothing but phrases between them. */
function verbBehind(tokens: readonly Token[], noun: number): number | undefined {
  const next = tokens[noun + 1];
  if (!next || (next.upos !== 'ADP' && next.upos !== 'VERB' && next.upos !== 'AUX')) return undefined;
  for (let i = noun + 1; i < tokens.length; i++) {
    const { upos, head, feats } = tokens[i]!;
    if (upos === 'PUNCT' || upos === 'SCONJ' || upos === 'PRON') return undefined;
    if (upos !== 'VERB' || !(feats['VerbForm'] === 'Fin' || hasAuxiliary(tokens, i))) continue;
    return head === noun || tokens[noun]!.head === i ? i : undefined;
  }
  return undefined;
}

function hasAuxiliary(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }, i) => head === verb && i < verb && deprel.startsWith('aux'));
}

/** "between rebels and the army": what the parser took for the verb's subject. */
function isSecondOfTwo(tokens: readonly Token[], noun: number, taken: number): boolean {
  const inside = tokens.slice(noun, taken);
  return inside.some(({ form }) => form === 'between') && inside.some(({ upos }) => upos === 'CCONJ');
}

/** Words that hung on the gerund: phrases describe the noun, everything behind the verb is the verb's. */
function asNouns(one: Token, i: number, { noun, verb }: { readonly noun: number; readonly verb: number }): Token {
  if (i === verb) return one;
  if (i > verb || one.deprel === 'punct') return { ...one, head: verb };
  return one.deprel === 'obl' ? { ...one, head: noun, deprel: 'nmod' } : one;
}

/** The second of two hangs on the first, and the conjunction on it. */
function join(tokens: Token[], noun: number, taken: number): void {
  const between = tokens.findIndex(({ form }, i) => i > noun && form === 'between');
  const first = tokens[between]!.head;
  if (first < 0 || first === taken) return;
  tokens[taken] = { ...tokens[taken]!, head: first, deprel: 'conj' };
  for (let i = between; i < taken; i++) if (tokens[i]!.upos === 'CCONJ') tokens[i] = { ...tokens[i]!, head: taken };
}
