import type { Mention } from '../../model/index.ts';
import type { Reading } from '../settle/reading.ts';
import { codesOf, sharesCode } from './codes.ts';
import type { Composer } from './compose.ts';
import { isSubjectless } from './impersonal.ts';
import type { Parties } from './participants.ts';
import type { Told } from './party-finder.ts';
import { MIN_WEIGHT } from './refusal.ts';

/** From so many acts with others on a text is about what a state does to others. */
const MIN_ACTS = 2;
/** … and from so many acts on about what states do, whoever it is. */
const MANY_ACTS = 6;
/** What is answered was told at most so many sentences before. */
const REACH = 3;

/**
 * "Москва отозвала посла", "Тбилиси выразил протест" in an article about both: whom it concerns stands in the sentences
 * before. Where a text has told what a state and another one did to each other, what it does next is an event though the
 * sentence names nobody else (grammar kind `one-sided`); who acted on it shortly before is the other side.
 */
export function oneSided(reading: Reading, past: readonly Told[], composer: Composer): Parties | undefined {
  const { refused, parties } = reading;
  if (refused === undefined || !composer.grammar.has('one-sided', 'told')) return undefined;
  const { actor, recipient, how, mutual } = parties;
  if (actor.length === 0) return byHosts(reading, past, composer);
  if (recipient.length > 0 || mutual || how !== 'tree' || !isPlainDeed(reading, composer)) return undefined;
  const own = codesOf(actor);
  if (actor.some((one) => isBareMany(reading, one))) return undefined;
  if (own.size !== 1) return undefined;
  const between = past.filter((one) => otherThan(own, one).length > 0);
  const last = between.at(-1);
  if (between.length < MIN_ACTS && past.filter(isBetweenStates).length < MANY_ACTS) return undefined;
  const { score } = composer.codebook.types.get(reading.act.outcome.type)!;
  // a third party's blame is an event, its kind words to nobody are none
  if (last === undefined) return pointsBack(reading) || score > 0 ? undefined : parties;
  const other = otherThan(own, last);
  const { sentence } = actor[0]!;
  const isNear = other.every((one) => sentence - one.sentence <= REACH);
  const back = pointsBack(reading);
  if (back) return isNear ? { ...parties, recipient: other } : undefined;
  // a reproach does not answer a visit
  const inKind = score >= 0 || last.score < 0;
  const isAnswer = isNear && inKind && !sharesCode(last.actor, own) && !namesSomebody(reading, composer);
  return isAnswer ? { ...parties, recipient: other } : parties;
}

/** So many sentences back the hosts may have been told of. */
const HOSTS_REACH = 12;

/**
 * "Послу вручили ноту", "дипломатов выслали": what a plural verb without a subject tells of a state's officials is done by
 * the other state of the act told last about theirs.
 */
function byHosts({ act, tree, parties }: Reading, past: readonly Told[], { codebook }: Composer): Parties | undefined {
  const { score, anonymous, domestic, mutual } = codebook.types.get(act.outcome.type)!;
  const { recipient } = parties;
  const own = codesOf(recipient);
  if (score >= 0 || anonymous || domestic || mutual || own.size !== 1 || act.outcome.stance !== 'happened')
    return undefined;
  const isOfficial = recipient.every(({ actors }) => actors.every(({ sector }) => sector === 'GOV'));
  if (!isOfficial || act.outcome.weight < MIN_WEIGHT || !isSubjectless(tree, act.token)) return undefined;
  const last = past.findLast((one) => otherThan(own, one).length > 0);
  const hosts = last === undefined ? [] : otherThan(own, last);
  const { sentence } = recipient[0]!;
  return hosts.length > 0 && hosts.every((one) => sentence - one.sentence <= HOSTS_REACH)
    ? { ...parties, actor: hosts }
    : undefined;
}

/** "пригрозил банкам", "отвергла сообщения": whom or what the verb takes beside the words of the line is not who acted before. */
function namesSomebody({ act, tree }: Reading, { grammar }: Composer): boolean {
  const isNamed = (c: number): boolean => tree.upos(c) === 'NOUN' && !act.used.includes(c);
  if (tree.dependents(act.token, 'obj', 'iobj').some(isNamed)) return true;
  // "göstericilere ateş açtı", "şirketlere hava sahasını yasakladı": a dative is told by its ending alone
  const isGiven = (c: number): boolean => isNamed(c) && tree.tokens[c]!.feats['Case'] === 'Dat';
  return grammar.has('order', 'final') && tree.dependents(act.token, 'obl').some(isGiven);
}

/** "включила её в перечень", "пообещал поговорить с ним": a pronoun behind the verb is the other of the two. */
function pointsBack({ act, tree }: Reading): boolean {
  const isPronoun = (i: number): boolean => tree.upos(i) === 'PRON' && tree.tokens[i]!.feats['Person'] === '3';
  return tree.tokens.some((_, i) => i > act.token && isPronoun(i) && isInside(tree, i, act.token));
}

/** Under a verb, and not in a clause that stands beside it. */
function isInside(tree: Reading['tree'], i: number, verb: number): boolean {
  if (!tree.isUnder(i, verb)) return false;
  const between = [i, ...tree.ancestors(i)].filter((at) => at !== verb && tree.isUnder(at, verb));
  return !between.some((at) => /^(?:conj|parataxis|advcl|acl)/.test(tree.relation(at)));
}

function isBetweenStates({ actor, recipient }: Told): boolean {
  return codesOf([...actor, ...recipient]).size > 1;
}

/** "Президенты подписали": several, and whose they are tells only the text around. */
function isBareMany({ tree }: Reading, { inherited, head }: Mention): boolean {
  return inherited === true && tree.tokens[head]?.feats['Number'] === 'Plur';
}

/** Said to have been done, by a verb with a subject of its own, and neither together nor as help to somebody. */
function isPlainDeed({ act, tree }: Reading, { codebook }: Composer): boolean {
  const { mutual, deed, score } = codebook.types.get(act.outcome.type)!;
  if (mutual || (deed && score > 0) || act.outcome.stance !== 'happened') return false;
  if (act.entry.pattern.symmetric || act.outcome.weight < MIN_WEIGHT || act.outcome.operators.includes('try'))
    return false;
  if (tree.upos(act.token) !== 'VERB' || saysHowItIs({ act, tree })) return false;
  return tree.dependents(act.token, 'nsubj').length > 0 || tree.relation(act.token) === 'conj';
}

/** "Insisted that the drills were routine": asks for nothing. */
function saysHowItIs({ act, tree }: Pick<Reading, 'act' | 'tree'>): boolean {
  const isCopula = (i: number): boolean => tree.tokens[i]!.feats['VerbForm'] === 'Fin';
  return tree.dependents(act.token, 'ccomp').some((clause) => tree.dependents(clause, 'cop').some(isCopula));
}

/** Who of an act is not of one state, where that is one other state alone. */
function otherThan(own: ReadonlySet<string>, { actor, recipient }: Told): Mention[] {
  const all = [...actor, ...recipient];
  if (codesOf(all).size !== 2 || !sharesCode(all, own)) return [];
  return all.filter(({ actors }) => actors.every(({ code }) => !own.has(code)));
}
