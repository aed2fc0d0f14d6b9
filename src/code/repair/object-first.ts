import type { Grammar } from '../../codebook/index.ts';
import { extended, foldText, type Mention, type Token } from '../../model/index.ts';

/** What stands before a verb, and the party behind it that does the deed. */
interface Turned {
  readonly object: number;
  readonly verb: number;
  /** Heads of the parties behind the verb, the first of them its subject. */
  readonly doers: readonly number[];
}

/**
 * "Россию обвинила Эстония", "Турецкий самолёт сбила Сирия", "Санкции против Ирана ввели США": where cases tell who does what, the
 * object may open the clause, and the tagger takes whatever opens it for the subject. Ending, number and gender of the verb
 * say who is not; a thing before the verb and a party behind it where both could be is the object in plain news.
 */
export function repairObjectFirst(tokens: Token[], mentions: readonly Mention[], grammar: Grammar): void {
  for (const [verb, token] of tokens.entries()) {
    if (token.upos !== 'VERB' || token.feats['VerbForm'] !== 'Fin' || token.feats['Voice'] === 'Pass') continue;
    if (/с[ья]$/.test(token.form)) continue;
    const object = fronted(tokens, verb);
    if (object === undefined) continue;
    const doers = doersBehind(tokens, mentions, verb);
    if (doers.length > 0 && canBeSubject(tokens, { object, verb, doers }, grammar))
      turn(tokens, { object, verb, doers });
    else if (doers.length === 0 && isOutnumbered(tokens, object, verb)) toObject(tokens, object, verb);
  }
}

/** The noun before a verb that seems its subject, or its object where it has no subject yet. */
function fronted(tokens: readonly Token[], verb: number): number | undefined {
  const own = (deprel: string): number => tokens.findIndex((one) => one.head === verb && one.deprel === deprel);
  const subject = own('nsubj');
  const noun = subject >= 0 ? subject : own('obj');
  if (noun < 0 || noun > verb || !['NOUN', 'PROPN'].includes(tokens[noun]!.upos)) return undefined;
  const inList = tokens.some(({ head, deprel }) => head === noun && (deprel === 'conj' || deprel === 'nummod:gov'));
  return inList ? undefined : noun;
}

/** "сбили хуситы", "разорвали Бахрейн и Судан", "передала танки Германия": a party behind the verb, and those joined to it. */
function doersBehind(tokens: readonly Token[], mentions: readonly Mention[], verb: number): number[] {
  const first = mentions.find(({ first }) => first > verb);
  if (!first || first.actors.length === 0 || !isReached(tokens, verb, first.first)) return [];
  const doers = [first.head];
  for (let last = first; ; ) {
    const joint = tokens[last.last + 1];
    const next = mentions.find((one) => one.first === last.last + 2 && one.actors.length > 0);
    if (!next || (joint?.upos !== 'CCONJ' && joint?.form !== ',')) return doers;
    doers.push(next.head);
    last = next;
  }
}

/** Nothing stands between but adverbs, a short phrase ("к порядку", "в Сочи") or one thing in the accusative ("танки"). */
function isReached(tokens: readonly Token[], verb: number, at: number): boolean {
  if (at - verb > MOST_BETWEEN) return false;
  const between = tokens.slice(verb + 1, at);
  if (between.some(({ upos }) => ['VERB', 'PUNCT', 'SCONJ', 'CCONJ', 'PRON'].includes(upos))) return false;
  // the party itself is not introduced: "обвинил в Париже" names a place
  if (tokens[at - 1]?.upos === 'ADP') return false;
  return !between.some(({ upos, feats }) => upos === 'NOUN' && feats['Case'] === 'Nom' && feats['Animacy'] === 'Anim');
}

/** So many words may stand between a verb and its subject. */
const MOST_BETWEEN = 4;

function canBeSubject(tokens: readonly Token[], turned: Turned, grammar: Grammar): boolean {
  const { object, verb, doers } = turned;
  const [one, doer] = [tokens[object]!, tokens[doers[0]!]!];
  if (!isNominative(doer) || !agrees(tokens[verb]!, doer, doers.length, grammar)) return false;
  if (one.deprel === 'obj') return true;
  if (isOblique(one)) return true;
  if (!agrees(tokens[verb]!, one, 1, grammar)) return true;
  // both would do: craft, penalties and agreements (grammar kind `turned-object`) are what somebody seizes, imposes or breaks off
  return one.upos === 'NOUN' && one.feats['Animacy'] === 'Inan' && grammar.has('turned-object', foldText(one.lemma));
}

/** In the base form, or a plural that looks the same as it. */
function isNominative({ form, lemma, feats }: Token): boolean {
  if (/^\p{Lu}{2,}$/u.test(form)) return true;
  if (feats['Number'] === 'Plur') return feats['Case'] === 'Nom' || feats['Case'] === undefined;
  return sameWord(form, lemma);
}

/** "Россию", "Турции", "Эрдогана": no form in which a subject stands, whatever the tagger says of its case. */
function isOblique({ form, lemma, feats }: Token): boolean {
  const given = feats['Case'];
  if (given !== undefined && given !== 'Nom') return !sameWord(form, lemma);
  return feats['Number'] !== 'Plur' && !sameWord(form, lemma) && /[аяуюеи]$/.test(form);
}

function sameWord(form: string, lemma: string): boolean {
  const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');
  return plain(form) === plain(lemma);
}

/**
 * Number and, in the past, gender of a verb and of what may be its subject, as far as endings show them. Names without endings
 * that stand for several (grammar kind `plural-name`): "арестованных передали ОБСЕ" has no subject.
 */
function agrees({ feats: asked }: Token, { form, upos, feats }: Token, count: number, grammar: Grammar): boolean {
  const isAcronym = /^\p{Lu}{2,}$/u.test(form);
  if (asked['Number'] === 'Plur')
    return count > 1 || (isAcronym ? grammar.has('plural-name', foldText(form)) : feats['Number'] === 'Plur');
  if (feats['Number'] === 'Plur' && !isAcronym) return false;
  const gender = asked['Gender'];
  if (gender === undefined || isAcronym) return true;
  // men's names and offices end in any letter ("Никола", "глава", "судья"); women hold offices of masculine form
  if (feats['Animacy'] === 'Anim' && upos === 'NOUN') return gender !== 'Neut';
  if (/[ая]$/.test(form))
    return gender === 'Fem' || (upos === 'PROPN' && gender === 'Masc' && feats['Gender'] === 'Masc');
  if (/[бвгджзйклмнпрстфхцчшщ]$/.test(form)) return gender === 'Masc';
  return /[оеё]$/.test(form) && upos === 'NOUN' ? gender === 'Neut' : true;
}

/** "Турцию обвинили в …": a verb in the plural whose doers nobody names, behind one in the singular. */
function isOutnumbered(tokens: readonly Token[], object: number, verb: number): boolean {
  const { deprel, feats, form } = tokens[object]!;
  const isOne = feats['Number'] === 'Sing' && !/^\p{Lu}{2,}$/u.test(form);
  return deprel === 'nsubj' && tokens[verb]!.feats['Number'] === 'Plur' && isOne && isOblique(tokens[object]!);
}

function turn(tokens: Token[], { object, verb, doers }: Turned): void {
  toObject(tokens, object, verb);
  const [first, ...others] = doers as [number, ...number[]];
  for (const doer of doers) {
    const token = tokens[doer]!;
    const place = doer === first ? { head: verb, deprel: 'nsubj' } : { head: first, deprel: 'conj' };
    tokens[doer] = extended(token, { ...place, feats: extended(token.feats, { Case: 'Nom' }) });
  }
  const next = others[0];
  if (next !== undefined && tokens[next - 1]!.upos === 'CCONJ')
    tokens[next - 1] = { ...tokens[next - 1]!, head: next, deprel: 'cc' };
}

/** "Польше передала танки": what is given is the object already. */
function toObject(tokens: Token[], object: number, verb: number): void {
  const served = tokens.some(({ head, deprel }, i) => head === verb && deprel === 'obj' && i !== object && i > verb);
  const token = tokens[object]!;
  const isGiven = served && /[еуюи]$/.test(token.form);
  const [deprel, given] = isGiven ? ['iobj', 'Dat'] : ['obj', 'Acc'];
  tokens[object] = extended(token, { deprel, feats: extended(token.feats, { Case: given }) });
}
