import type { Mention, Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';

const STOPS = [';', ':'];

/**
 * "Algiers pulls envoy over remarks", "Pyongyang lobs missiles": in a headline the tagger takes the present tense behind a
 * name for a plural noun, and what follows for its verb or its head. The word is the verb of the name, and what hung on
 * the noun phrase hangs on it. Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairPresent(sentence: Sentence, mentions: readonly Mention[], isPresent: MayBeVerb): Sentence {
  const { tokens } = sentence;
  const isHeadline = /^[\p{L}\p{N}]/u.test(tokens.at(-1)?.form ?? '');
  if (!isHeadline) return sentence;
  let repaired: readonly Token[] = tokens;
  for (const { start, end } of partsOf(tokens)) {
    const name = mentions.find(({ first, actors }) => first === start && actors.length > 0);
    const verb = name ? name.last + 1 : end;
    if (!name || verb >= end || !isMisread(tokens, { start, end, verb, name: name.head }, isPresent)) continue;
    repaired = asClause(repaired, { start, end, verb, name: name.head });
  }
  return repaired === tokens ? sentence : withTokens(sentence, repaired);
}

export interface Part {
  readonly start: number;
  /** Behind its last token. */
  readonly end: number;
}

/** The parts of a headline between semicolons and colons. */
function partsOf(tokens: readonly Token[]): Part[] {
  const ends = tokens.flatMap(({ form }, i) => (STOPS.includes(form) ? [i] : []));
  const starts = [0, ...ends.map((i) => i + 1)];
  return starts.map((start, k) => ({ start, end: ends[k] ?? tokens.length }));
}

/** A part of a sentence, the word in it that is its verb, and the head of its subject. */
export interface Clause extends Part {
  readonly verb: number;
  readonly name: number;
}

/** A noun that can be a present tense, in a part without another verb, or with one that can only be its object. */
function isMisread(tokens: readonly Token[], { start, end, verb }: Clause, isPresent: MayBeVerb): boolean {
  const { upos, form } = tokens[verb]!;
  if (!['NOUN', 'PROPN', 'ADJ'].includes(upos) || !/^\p{Ll}+s$/u.test(form) || !isPresent(form)) return false;
  return !tokens.some((one, i) => i >= start && i < end && i !== verb + 1 && isMainVerb(tokens, one));
}

/** A finite verb that is not in a clause of its own behind a conjunction. */
function isMainVerb(tokens: readonly Token[], token: Token): boolean {
  if (token.upos !== 'VERB' || token.feats['VerbForm'] !== 'Fin') return false;
  const at = tokens.indexOf(token);
  return !tokens.some(({ head, deprel }) => head === at && deprel === 'mark');
}

/** The noun phrase as a clause: what hung on it hangs on its verb. */
export function asClause(tokens: readonly Token[], { start, end, verb, name }: Clause): Token[] {
  const inside = (i: number): boolean => i >= start && i < end;
  const outer = tokens.findIndex(({ head }, i) => inside(i) && !inside(head));
  const place =
    tokens[outer]!.head < 0 ? { head: -1, deprel: 'root' } : { head: tokens[outer]!.head, deprel: 'parataxis' };
  const feats = { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' };
  return tokens.map((token, i) => {
    if (i === verb) return { ...token, ...place, upos: 'VERB', feats };
    if (i === name) return { ...token, head: verb, deprel: 'nsubj' };
    if (!inside(i)) return token.head === outer ? { ...token, head: verb } : token;
    const hung = !inside(token.head) || [outer, verb, name].includes(token.head);
    if (!hung || i < verb) return token;
    const noun = i === verb + 1 && token.upos === 'VERB' ? { upos: 'NOUN', feats: {} } : {};
    return { ...token, ...noun, head: verb, deprel: relationOf(tokens, i) };
  });
}

function relationOf(tokens: readonly Token[], i: number): string {
  const { deprel, upos } = tokens[i]!;
  if (tokens.some((one) => one.head === i && one.deprel === 'case')) return 'obl';
  if (deprel === 'root' || (['NOUN', 'PROPN'].includes(upos) && !['conj', 'advcl'].includes(deprel))) return 'obj';
  return deprel;
}
