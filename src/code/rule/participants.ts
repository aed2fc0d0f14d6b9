import { type Mention, overlaps } from '../../model/index.ts';
import type { Act } from './act.ts';
import { answerers } from './answered.ts';
import { carried, reproached } from './carried.ts';
import { announcers, doerTold, namedInClause, onlyOther, sidesBetween } from './clause-parties.ts';
import { fitsSlot } from './fits-slot.ts';
import { groundOf } from './ground.ts';
import { atHome, isAnonymous, isBorne, isDomesticBody, isThing, isWeapon, staysHome } from './home.ts';
import { impersonalActors, isSubjectless } from './impersonal.ts';
import { insideObject } from './inside.ts';
import { sidesOfClause } from './joint-acts.ts';
import type { PartyFinder } from './party-finder.ts';
import { passiveActors } from './passive.ts';
import { affairsAt, doerBefore, pointedAt } from './pointers.ts';
import { isCompanion, recipientsOf } from './recipients.ts';
import { type Eligible, isAmong, isHome, isOneState, isPlace, isUnmarked, unique } from './second-party.ts';
import { bySlots, namedBy } from './slots.ts';
import { isOnlyTeller, tellerAsActor } from './teller.ts';
import { isUnclaimed, victimsOf } from './unclaimed.ts';
import { nearestAfter, nearestBefore, nominativeAfter } from './window.ts';

export interface Parties {
  readonly actor: readonly Mention[];
  readonly recipient: readonly Mention[];
  /** How they were found, for the explanation. */
  readonly how: 'tree' | 'window';
  readonly mutual: boolean;
  /** Nobody says who did it; `actor` is empty. */
  readonly anonymous?: boolean;
}

/** A crowd without a name belongs to the place where it gathers, else to the one place or state of the sentence. */
function placesOf({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  // "рейс из Стамбула задержали", "закрыт перевал": nobody is named, and only where it is done can tell who did it
  const passive = args.isPassive(act.token) && args.agents(act.token).length === 0;
  const nobody = composer.grammar.has('impersonal', 'plural') && (passive || isSubjectless(tree, act.token));
  const phrases = [
    ...args.obliques(act.token),
    ...args.patients(act.token).flatMap(({ token }) => args.obliques(token)),
  ];
  const near = unique(phrases.flatMap((found) => index.ofPhrase(found.token, true))).filter(
    (mention) => isPlace(mention) && (!nobody || index.isLocation(mention.head)),
  );
  if (near.length > 0 || nobody) return near.slice(0, 1);
  // "полиция Хошимина задержала": whoever is somebody's that nobody knows is not the only state's of the sentence
  const isStranger = (token: number): boolean => tree.upos(token) === 'PROPN' && index.at(token) === undefined;
  if (args.agents(act.token).some(({ token }) => tree.dependents(token, 'nmod', 'flat').some(isStranger))) return [];
  const all = unique(tree.tokens.flatMap((_, i) => index.at(i) ?? [])).filter(({ actors }) => actors.length > 0);
  const places = all.filter(isPlace);
  if (places.length === 1) return places;
  return isOneState(all) && tree.upos(act.token) === 'VERB' ? all.slice(0, 1) : [];
}

/** "Beijing protested": a capital that acts is a government, and that does not march against itself. */
function isSeat({ kind, actors }: Mention): boolean {
  return kind === 'metonym' && actors.every(({ sector }) => sector === 'GOV');
}

/** An armed movement, not a state's own forces. */
function isMovement(actor: readonly Mention[]): boolean {
  return (
    actor.length > 0 &&
    actor.every(({ kind, actors }) => kind === 'name' && actors.every(({ sector }) => sector === 'REB'))
  );
}

/** Who does an act to whom. Slots of the pattern come first, then the tree, then the nearest mention in the clause. */
export function findParties(finder: PartyFinder, act: Act): Parties {
  const { pattern } = act.entry;
  const spoken = pattern.actor?.[0]?.relation === 'speaker';
  let actor: readonly Mention[] = spoken
    ? finder.speakers(act.token)
    : pattern.actor
      ? bySlots(finder, act, pattern.actor)
      : actorsOf(finder, act);
  const fighting = fightingSides(finder, act);
  if (fighting.length > 1) return { actor: fighting, recipient: [], how: 'tree', mutual: true };
  // "…, killing 257 people, the ministry said": who tells it did not do it
  if (!spoken && isOnlyTeller(finder, act, actor)) actor = [];
  let how: Parties['how'] = 'tree';
  if (actor.every((mention) => mention.actors.length === 0)) {
    const own = tellerAsActor(finder, act, actor);
    if (own.length > 0) actor = own;
  }
  if (actor.length === 0) actor = [...impersonalActors(finder, act)];
  const sides = actor.length === 0 ? sidesBetween(finder, act) : [];
  if (sides.length > 1) return { actor: sides, recipient: [], how: 'tree', mutual: true };
  const thing = actor.length === 0 && isThing(finder, act);
  if (actor.length === 0 && !pattern.actor && !thing) {
    actor = nearestBefore(finder, act);
    if (actor.length === 0) actor = nominativeAfter(finder, act);
    how = 'window';
  }
  // "…, the ministry said": who tells it is no party of it
  const tellers = finder.speakers(act.token);
  const isTeller: Eligible = (mention) => tellers.some((one) => overlaps(one, mention));
  const other: Eligible = (mention) =>
    mention.actors.length > 0 &&
    !actor.includes(mention) &&
    !isAmong(mention, actor) &&
    !isHome(mention, actor) &&
    !isTeller(mention);
  const type = finder.composer.codebook.types.get(act.outcome.type)!;
  if (
    actor.every((mention) => mention.actors.length === 0) &&
    type.anonymous &&
    (thing ? isWeapon(finder, act) : isAnonymous(finder, act) || isUnclaimed(finder, act))
  ) {
    const named = recipientsOf(finder, act, (mention) => mention.actors.length > 0).mentions;
    const found = named.length > 0 ? named : victimsOf(finder, act);
    if (found.length > 0) return { actor: [], recipient: found, how: 'tree', mutual: false, anonymous: true };
  }
  const domestic = type.domestic || (act.outcome.mode !== null && type.modes[act.outcome.mode]?.domestic);
  const abroad: Eligible = (mention) => other(mention) && !isUnmarked(mention, actor);
  const first = recipientsOf(finder, act, domestic ? other : abroad);
  let recipient: readonly Mention[] = first.mentions;
  let { together } = first;
  // "turned down a Saudi request": who answers is the one who was asked
  const answering = answerers(finder, act);
  if (answering) return { actor, recipient: answering.filter(other), how, mutual: false };
  const joint = pattern.symmetric || (type.mutual && !isOneState(actor));
  // "the two met in Samarkand on the margins of a summit": the sides are named
  const several = type.mutual && actor.length > 0 && !isOneState(actor);
  const open = actor.length === 1 && !several && pattern.recipient?.[0]?.relation !== 'none';
  // "flew tents and medical teams to Nepal": a state named further on before the actor's own people
  if (recipient.length === 0 && !domestic && open && !pattern.recipient) {
    recipient = nearestAfter(finder, act, abroad);
    if (recipient.length > 0) how = 'window';
  }
  if (recipient.length === 0 && !domestic) ({ mentions: recipient, together } = recipientsOf(finder, act, other));
  if (recipient.length === 0 && actor.length > 0) recipient = doerTold(finder, act).filter(other);
  if (recipient.length === 0)
    recipient = pointedAt(finder, act)
      .filter((mention) => !isAmong(mention, actor))
      .slice(0, 1);
  if (recipient.length === 0 && actor.length === 1 && !several && pattern.recipient?.[0]?.relation !== 'none') {
    recipient = nearestAfter(finder, act, other);
    if (recipient.length === 0) recipient = affairsAt(finder, act).filter(other);
    if (recipient.length === 0) recipient = doerBefore(finder, act).filter(other);
    if (recipient.length > 0) how = 'window';
  }
  const named = recipient.length === 0 && actor.length > 0 && pattern.recipient?.[0]?.relation !== 'none' && !joint;
  if (named) recipient = namedInClause(finder, act, actor, other);
  if (named && recipient.length === 0 && !domestic) recipient = onlyOther(finder, act, actor, other);
  if (several && actor.length === 1) recipient = [];
  const seat = actor.some(isSeat) && type.official !== undefined;
  if (domestic && !thing && actor.every((mention) => mention.actors.length === 0)) actor = placesOf(finder, act);
  const atHomeOnly = domestic && isOneState(actor) && recipient.every((one) => isHome(one, actor));
  // a movement has no people of its own: what it does at home it does to the state whose ground it is
  const own = (): readonly Mention[] => (isMovement(actor) ? placesOf(finder, act).filter(other) : actor);
  if (atHomeOnly && !seat && !isBorne(finder, act)) recipient = own();
  const free = recipient.length === 0 && pattern.recipient?.[0]?.relation !== 'none' && !pattern.symmetric;
  const asked = pattern.recipient?.some(({ adposition }) => adposition !== undefined) === true;
  const inward = type.inward || (type.score < 0 && type.deed && isDomesticBody(finder, actor));
  if (free && !(asked && !type.deed) && inward && staysHome(finder, act, actor)) recipient = own();
  if (free && type.together && isOneState(actor) && atHome(finder, act, actor)) recipient = own();
  if (
    finder.args
      .patients(act.token)
      .some((found) => finder.composer.grammar.has('reciprocal', finder.tree.form[found.token]!))
  )
    recipient = actor;
  if (free && recipient.length === 0) recipient = [...carried(finder, act, actor)];
  if (free && recipient.length === 0 && actor.length > 0) recipient = insideObject(finder, act, actor, other);
  if (free && recipient.length === 0 && actor.length > 0 && !joint) recipient = groundOf(finder, act, other);
  if (type.mutual && recipient.length === 0 && (actor.length === 0 || isOneState(actor))) {
    const all = sidesOfClause(finder, act);
    if (all.length > 0) actor = all;
  }
  const directed = act.outcome.mode !== null && type.modes[act.outcome.mode]?.directed === true;
  const between = finder.args
    .agents(act.token)
    .some(({ adposition }) => adposition !== undefined && finder.composer.grammar.has('between', adposition));
  // "held a drill with the United States": the tree hung it elsewhere
  if (how === 'window' && type.together !== undefined)
    together ||= recipient.some(({ head }) => isCompanion(finder, head));
  const mutual =
    pattern.symmetric ||
    (recipient.length === 0 && isFailedTogether(act, actor)) ||
    (between && !(directed && pattern.actor)) ||
    (!directed && (type.mutual || (together && (type.score > 0 || type.together !== undefined))));
  if (mutual) {
    const sides = [...actor, ...recipient];
    return { actor: sides, recipient: pattern.reciprocal && sides.length > 1 ? sides : [], how, mutual };
  }
  return { actor, recipient, how, mutual };
}

/** "Palestinians and Israelis failed to reach agreement": what several sides would do together they refuse each other. */
function isFailedTogether({ inner, outcome }: Act, actor: readonly Mention[]): boolean {
  return inner !== undefined && outcome.entries.at(-1)!.pattern.symmetric && actor.length > 1 && !isOneState(actor);
}

/** "because of fighting between Azerbaijanis and Armenians": a gerund's sides stand behind it (grammar kind `between`). */
function fightingSides({ tree, index, composer }: PartyFinder, act: Act): Mention[] {
  const { token, entry } = act;
  const { grammar } = composer;
  const { VerbForm } = tree.tokens[token]!.feats;
  if (!grammar.has('passive', 'auxiliary') || tree.upos(token) !== 'VERB' || entry.pattern.recipient) return [];
  if (
    (VerbForm !== 'Ger' && VerbForm !== 'Part') ||
    tree.dependents(token, 'nsubj', 'nsubj:pass', 'obj', 'aux').length > 0
  )
    return [];
  const phrases = tree.dependents(token, 'obl', 'nmod').filter((c) => grammar.has('between', tree.marker(c) ?? ''));
  const sides = unique(phrases.flatMap((c) => index.ofPhrase(c)));
  return isOneState(sides) ? [] : sides;
}

function actorsOf(finder: PartyFinder, act: Act): readonly Mention[] {
  return reproached(finder, act) ?? doersOf(finder, act);
}

function doersOf(finder: PartyFinder, act: Act): Mention[] {
  const { args, index, tree } = finder;
  // "осуждение Израиля": a noun whose line gives its genitive to the recipient has no owner there
  const given = args.isNominal(act.token) ? (act.entry.pattern.recipient ?? []) : [];
  const agents = args
    .agents(act.token)
    .filter(
      ({ token, relation }) =>
        !act.used.includes(token) || index.at(token) !== undefined || relation.startsWith('nsubj'),
    )
    .filter(
      (found) =>
        !given.some(
          (slot) =>
            slot.relation === 'gen' &&
            slot.adposition === undefined &&
            (found.relation === 'nmod:poss' || fitsSlot(tree, found, slot)),
        ),
    );
  // of two subjects of a verb the one that names somebody is meant
  const direct = agents.filter((found) => index.at(found.token) !== undefined);
  const chosen = !args.isNominal(act.token) && direct.length > 0 ? direct : agents;
  const named = namedBy(index, chosen).filter((mention) => !isPlace(mention));
  if (named.length > 0) return named;
  if (args.isPassive(act.token)) {
    const own = passiveActors(finder, act);
    return own.length > 0 ? own : announcers(finder, act);
  }
  if (!args.isNominal(act.token)) return [];
  // "проверка боеготовности армии Китая": the owner hangs on the word that the line has used
  const used = act.used.filter((token) => args.isNominal(token) && tree.isUnder(token, act.token) && !index.at(token));
  const owners = used.flatMap((token) => args.agents(token));
  const own = namedBy(index, owners).filter((mention) => !isPlace(mention));
  if (own.length > 0) return own;
  return namedBy(index, args.holdersOf(act.token)).filter((mention) => !isPlace(mention));
}
