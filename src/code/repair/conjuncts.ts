import type { Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "condemned the attack by Syrian soldiers and promised aid": a finite verb behind "and" that the parser hangs on a noun
 * of the object is what the same subject does next (grammar kind `adjacent`: a language where word order shows it).
 */
export function repairConjuncts(sentence: Sentence): Sentence {
  let tokens: Token[] | undefined;
  for (const [i, token] of sentence.tokens.entries()) {
    const verb = governing(sentence.tokens, i);
    const subject = verb === undefined ? ownSubject(sentence.tokens, i) : undefined;
    if (verb === undefined && subject === undefined) continue;
    tokens ??= [...sentence.tokens];
    tokens[i] = { ...token, head: verb ?? token.head, deprel: 'conj' };
    if (subject !== undefined) tokens[subject] = { ...tokens[subject]!, head: i, deprel: 'nsubj' };
  }
  return tokens ? withTokens(sentence, tokens) : sentence;
}

/** "opened a tunnel beside the mosque, and Palestinians poured into the streets": the subject that was hung on a noun before. */
function ownSubject(tokens: readonly Token[], i: number): number | undefined {
  const { upos, deprel, head, feats } = tokens[i]!;
  const noun = tokens[i - 1];
  if (upos !== 'VERB' || !['xcomp', 'conj', 'advcl'].includes(deprel) || feats['Tense'] !== 'Past' || head > i - 2)
    return undefined;
  if (noun?.deprel !== 'conj' || !['NOUN', 'PROPN'].includes(noun.upos) || tokens[head]?.upos !== 'VERB')
    return undefined;
  if (tokens.some((one) => one.head === i && /^(?:nsubj|aux|mark)/.test(one.deprel))) return undefined;
  const joined = tokens.findIndex((one, k) => one.head === i - 1 && one.deprel === 'cc' && k < i);
  return joined > head && tokens[joined - 1]!.form === ',' ? i - 1 : undefined;
}

/** A noun, or the "sheltering" of "accuses Kabul of sheltering him and demands": no finite verb stands beside it. */
function isBelow(token: Token | undefined): boolean {
  if (token?.upos === 'VERB') return /ing$/.test(token.form) && token.feats['VerbForm'] !== 'Fin';
  return token !== undefined && ['NOUN', 'PROPN'].includes(token.upos);
}

/** The verb whose object or phrase the conjunct was hung on. */
function governing(tokens: readonly Token[], i: number): number | undefined {
  const { upos, deprel, head, feats } = tokens[i]!;
  if (upos !== 'VERB' || deprel !== 'conj' || feats['VerbForm'] !== 'Fin' || head < 0 || head > i) return undefined;
  if (!isBelow(tokens[head]) || tokens[i - 1]?.upos !== 'CCONJ') return undefined;
  if (tokens.some((one) => one.head === i && one.deprel.startsWith('nsubj'))) return undefined;
  let at = head;
  for (let steps = 0; steps < tokens.length && isBelow(tokens[at]); steps++) {
    if (tokens[at]!.deprel.startsWith('nsubj')) return undefined;
    at = tokens[at]!.head;
  }
  const verb = tokens[at];
  const alike = verb?.upos === 'VERB' && verb.feats['VerbForm'] === 'Fin' && verb.feats['Tense'] === feats['Tense'];
  return alike && at < head ? at : undefined;
}
