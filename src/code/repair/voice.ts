import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import { activePasts } from './perfect.ts';

const OPENS_PHRASE = ['DET', 'NUM', 'PRON', 'PROPN', 'NOUN', 'ADJ'];

/**
 * "Iranian border guards killed two Pakistani drivers": the tagger takes a past tense for a participle, and the clause
 * becomes a noun phrase or a passive. In a language whose passive needs an auxiliary (grammar kind `passive`), a bare
 * participle that a noun phrase follows with nothing between is a finite verb, and what precedes it its subject.
 */
export function repairVoice(sentence: Sentence, grammar: Grammar): Sentence {
  if (!grammar.has('passive', 'auxiliary')) return sentence;
  const tokens = activePasts(secondSubjects(sentence.tokens, grammar), grammar);
  const subject = tokens.map((token, i) =>
    isParticiple(token) && takesObject(tokens, i, grammar) ? subjectOf(tokens, i) : -1,
  );
  if (tokens === sentence.tokens && subject.every((found) => found < 0)) return sentence;
  let repaired = [...tokens];
  subject.forEach((found, verb) => {
    if (found >= 0) repaired = finite(repaired, verb, found);
  });
  return withTokens(sentence, repaired);
}

/**
 * "China intimidated the Philippines": a second subject behind an active verb is its object. "Hungary is opposed to":
 * a participle that states an attitude is an adjective (grammar kind `attitude`), and what seems its patient holds it.
 */
function secondSubjects(tokens: readonly Token[], grammar: Grammar): readonly Token[] {
  const attitudes = tokens.map(
    ({ form, feats }, i) =>
      feats['Voice'] === 'Pass' &&
      grammar.has('attitude', foldText(form)) &&
      // "was opposed by Niger": a doer makes it a passive
      !tokens.some(({ head, deprel }) => head === i && deprel === 'obl:agent'),
  );
  let changed = false;
  const repaired = tokens.map((token, i) => {
    const { head, deprel } = token;
    const attitude = attitudes[i] || (head >= 0 && attitudes[head]);
    const isSecond =
      deprel === 'nsubj' &&
      head >= 0 &&
      head < i &&
      tokens.some((one, k) => k < head && one.head === head && one.deprel === 'nsubj');
    const verb = head >= 0 && tokens[head]!.upos === 'VERB';
    changed ||= attitude || (isSecond && verb);
    if (attitudes[i]) return { ...token, upos: 'ADJ', lemma: foldText(token.form), feats: {} };
    if (attitude && deprel === 'nsubj:pass') return { ...token, deprel: 'nsubj' };
    if (attitude && deprel === 'aux:pass') return { ...token, deprel: 'cop' };
    return isSecond && verb ? { ...token, deprel: 'obj' } : token;
  });
  return changed ? repaired : tokens;
}

function isParticiple({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Part' && feats['Tense'] === 'Past';
}

/** A noun phrase right behind that is not a time ("killed last week", grammar kind `time-modifier`). */
function takesObject(tokens: readonly Token[], verb: number, grammar: Grammar): boolean {
  const particle = tokens[verb + 1]?.head === verb && tokens[verb + 1]?.deprel.startsWith('compound') ? 1 : 0;
  const next = tokens[verb + 1 + particle];
  if (!next || !OPENS_PHRASE.includes(next.upos) || grammar.has('time-modifier', foldText(next.form))) return false;
  return !tokens.some(({ head, deprel }) => head === verb && (deprel.startsWith('aux') || deprel === 'obl:agent'));
}

/** The passive subject before the verb, or the noun it seems to modify where the sentence has no other verb. */
function subjectOf(tokens: readonly Token[], verb: number): number {
  const passive = tokens.findIndex(({ head, deprel }, i) => head === verb && i < verb && deprel === 'nsubj:pass');
  if (passive >= 0) return passive;
  const { head, deprel } = tokens[verb]!;
  const bare = deprel === 'acl' && head >= 0 && head < verb && tokens[head]!.head < 0;
  return bare && ['NOUN', 'PROPN'].includes(tokens[head]!.upos) && !hasClause(tokens, head) ? head : -1;
}

/** Whether a noun is already the predicate or the subject of something: "it was an attack planned by …". */
function hasClause(tokens: readonly Token[], noun: number): boolean {
  return tokens.some(({ head, deprel }) => head === noun && (deprel === 'cop' || deprel.startsWith('nsubj')));
}

function finite(tokens: readonly Token[], verb: number, subject: number): Token[] {
  const wasRoot = tokens[subject]!.head < 0;
  return tokens.map((token, i) => {
    if (i === verb) {
      const place = wasRoot ? { head: -1, deprel: 'root' } : {};
      return { ...token, ...place, feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' } };
    }
    if (i === subject) return { ...token, head: verb, deprel: 'nsubj' };
    // what hung on the noun behind the verb belongs to the clause
    if (wasRoot && token.head === subject && i > verb) return { ...token, head: verb };
    return token;
  });
}
