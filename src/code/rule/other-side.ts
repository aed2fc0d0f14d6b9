import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { doerTold, namedInClause, onlyOther } from './clause-parties.ts';
import { codesOf } from './codes.ts';
import { atHome } from './home.ts';
import type { Told } from './party-finder.ts';
import { affairsAt, apposedTo, doerBefore, pointedAt, taken } from './pointers.ts';
import { isCompanion, recipientsOf } from './recipients.ts';
import { isAmong, isPlace, isUnmarked } from './second-party.ts';
import type { Sides } from './sides.ts';
import { namedBy } from './slots.ts';
import { claimants, isUnowned } from './victim.ts';
import { nearestAfter } from './window.ts';

/** Whom an act is done to, by what the sentence names: the tree first, then who was told of, then who stands near. */
export function findOther(sides: Sides): void {
  sides.recipient = taken(sides.finder, sides.act, sides.actor).filter(sides.other);
  if (sides.recipient.length > 0) return;
  byTree(sides);
  if (sides.recipient.length === 0 && isUnowned(sides.finder, sides.act))
    sides.recipient = claimants(sides.finder, sides.act).filter(sides.other);
  if (sides.recipient.length === 0) toldBefore(sides);
  if (sides.recipient.length === 0) standingNear(sides);
  if (sides.recipient.length === 0) elsewhereInClause(sides);
  const aim = aimedAt(sides);
  if (aim.length > 0) sides.recipient = aim;
  // "the two met in Samarkand on the margins of a summit": the sides are named
  const asked = sides.act.entry.pattern.recipient !== undefined;
  if (sides.several && sides.actor.length === 1 && !asked)
    sides.recipient = sides.recipient.filter((one) => isMet(sides, one));
}

/** "In Syria, jets carried out strikes with drones against ISIS": whom force is used against before the ground where it is. */
function aimedAt({ finder, type, act, other, recipient }: Sides): Mention[] {
  const { tree, index, composer } = finder;
  // who was told of in the sentence before has no place in this one
  const isHere = ({ sentence }: Mention): boolean => sentence === tree.sentence.index;
  const isGround = (one: Mention): boolean => isPlace(one) || (isHere(one) && index.isLocation(one.head));
  if (!type.deed || type.score >= 0 || recipient.length === 0 || !recipient.every(isGround)) return [];
  const { grammar } = composer;
  // "against ISIS targets"
  const isOpposed = (head: number): boolean =>
    grammar.has('opposed', tree.marker(head) ?? '') ||
    (tree.relation(head) === 'compound' && grammar.has('opposed', tree.marker(tree.head(head)) ?? ''));
  for (let i = act.token + 1; i < tree.tokens.length; i++) {
    if (tree.upos(i) === 'VERB' && tree.dependents(i, 'nsubj').length > 0) return [];
    const mention = index.at(i);
    if (mention && other(mention) && isOpposed(mention.head)) return [mention];
  }
  return [];
}

/** "officials from France and Germany met with the Polish president", "met Polish deputies", "Biden received both": whom they meet is a side too. */
function isMet({ finder, act }: Sides, { head, kind }: Mention): boolean {
  if (isCompanion(finder, head) || act.entry.pattern.recipient?.[0]?.relation === 'subj') return true;
  const { tree } = finder;
  return kind !== 'name' && kind !== 'pronoun' && tree.relation(head) === 'obj' && tree.head(head) === act.token;
}

/** Another state before the doer's own people ("flew tents and medical teams to Nepal"). */
function byTree(sides: Sides): void {
  const { finder, act, other, domestic, several, closed } = sides;
  const abroad = (mention: Parameters<typeof other>[0]): boolean => other(mention) && !isUnmarked(mention, sides.actor);
  const first = recipientsOf(finder, act, domestic ? other : abroad);
  sides.recipient = first.mentions;
  sides.together = first.together;
  if (!domestic) preferForeign(sides);
  if (domestic || sides.recipient.length > 0) return;
  if (sides.actor.length === 1 && !several && !closed && !act.entry.pattern.recipient) {
    sides.recipient = nearestAfter(finder, act, abroad);
    if (sides.recipient.length > 0) sides.how = 'window';
  }
  if (sides.recipient.length > 0) return;
  const { mentions, together } = recipientsOf(finder, act, other);
  sides.recipient = mentions;
  sides.together = together;
}

/** "ASML'nin Çin'e makine satışını yasakladı": where verbs come last, of what one forbids one's own another state is meant. */
function preferForeign(sides: Sides): void {
  const { finder, act, other, actor, recipient } = sides;
  const { tree, composer } = finder;
  if (!composer.grammar.has('order', 'final') || recipient.length === 0 || act.inner) return;
  const own = codesOf(actor);
  const isOwn = ({ actors }: Mention): boolean => actors.every(({ code }) => own.has(code));
  if (!recipient.every((one) => isOwn(one) && tree.head(one.head) !== act.token)) return;
  const { mentions } = recipientsOf(finder, act, (one) => other(one) && !isOwn(one));
  if (mentions.length > 0) sides.recipient = mentions;
}

function toldBefore(sides: Sides): void {
  const { finder, act, other, actor } = sides;
  sides.recipient = apposedTo(finder, act).filter((mention) => !isAmong(mention, actor));
  if (sides.recipient.length > 0) return;
  if (actor.length > 0) sides.recipient = doerTold(finder, act).filter(other);
  if (sides.recipient.length > 0) return;
  sides.recipient = addressed(sides).filter(other);
  if (sides.recipient.length > 0) return;
  sides.recipient = pointedAt(finder, act)
    .filter((mention) => !isAmong(mention, actor))
    .slice(0, 1);
  if (sides.recipient.length === 0) sides.recipient = visited(sides).filter(other);
}

/** "visited Georgetown and signed a memorandum": what a guest signs or agrees with nobody named he signs with his hosts. */
function visited({ finder, act, actor }: Sides): readonly Mention[] {
  const { tree, earlier, composer } = finder;
  if (!act.entry.pattern.symmetric || tree.relation(act.token) !== 'conj') return [];
  const own = codesOf(actor);
  const isVisit = ({ token, type, mutual }: Told): boolean =>
    token === tree.head(act.token) && !mutual && composer.codebook.types.get(type)!.mutual;
  const visit = earlier.findLast((one) => isVisit(one) && [...codesOf(one.actor)].every((code) => own.has(code)));
  return visit?.recipient ?? [];
}

/** "told Pyongyang that it opposed the test": words that somebody says he says are meant for whom he says them to. */
function addressed({ finder, act, type, actor }: Sides): Mention[] {
  const { tree, index, args } = finder;
  const verb = tree.head(act.token);
  const done = type.deed && act.outcome.stance !== 'planned';
  if (done || type.mutual || verb < 0 || tree.relation(act.token) !== 'ccomp' || actor.length === 0) return [];
  const object = tree.dependents(verb, 'iobj', 'obj').find((c) => c < act.token && index.at(c) !== undefined);
  const tellers = codesOf(namedBy(index, args.agents(verb)));
  const isTeller = [...codesOf(actor)].every((code) => tellers.has(code));
  return object !== undefined && isTeller ? index.ofPhrase(object) : [];
}

function standingNear(sides: Sides): void {
  const { finder, act, other, actor, several, closed } = sides;
  if (actor.length !== 1 || several || closed || isSince(finder, act)) return;
  sides.recipient = nearestAfter(finder, act, other);
  // "ввело комендантский час в Букаву, обвинив Руанду": whom the clause at its side names is not whom it is done to at home
  const isBeside = sides.recipient.some(({ first }) => converbBetween(finder, act.token, first));
  if (isBeside && sides.domestic && atHome(finder, act, actor)) {
    sides.recipient = [];
    return;
  }
  if (sides.recipient.length === 0) sides.recipient = affairsAt(finder, act).filter(other);
  if (sides.recipient.length === 0) sides.recipient = doerBefore(finder, act).filter(other);
  if (sides.recipient.length > 0) sides.how = 'window';
}

/** "Erdoğan'ın ziyaretinden haftalar önce PKK'yı yasakladı": what a noun in the ablative of a verb-final clause dates is another's deed. */
function isSince({ tree, args, composer }: Sides['finder'], { token }: Act): boolean {
  return composer.grammar.has('order', 'final') && args.isNominal(token) && tree.tokens[token]!.feats['Case'] === 'Abl';
}

function converbBetween({ tree }: Sides['finder'], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (tree.tokens[i]!.feats['VerbForm'] === 'Conv') return true;
  return false;
}

function elsewhereInClause(sides: Sides): void {
  const { finder, act, other, actor, closed, joint, domestic } = sides;
  if (actor.length === 0 || closed || joint) return;
  sides.recipient = namedInClause(finder, act, actor, other);
  if (sides.recipient.length === 0 && !domestic) sides.recipient = onlyOther(finder, act, actor, other);
}
