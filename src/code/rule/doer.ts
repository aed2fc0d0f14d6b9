import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { blamed } from './blamed.ts';
import { reproached } from './carried.ts';
import { announcers, sidesBetween } from './clause-parties.ts';
import { fitsSlot } from './fits-slot.ts';
import { forcesReport } from './forces-report.ts';
import { isThing } from './home.ts';
import { impersonalActors } from './impersonal.ts';
import type { PartyFinder } from './party-finder.ts';
import { blamedFor, passiveActors } from './passive.ts';
import { isOneState, isPlace, unique } from './second-party.ts';
import { bySlots, namedBy } from './slots.ts';
import { isOfSpeaker, isOnlyTeller, tellerAsActor } from './teller.ts';
import { isAimedAt } from './victim.ts';
import { nearestBefore, nominativeAfter } from './window.ts';

/** Who does an act, as far as it can be told before the other side is known. */
export interface Doer {
  readonly actor: readonly Mention[];
  readonly how: 'tree' | 'window';
  /** A thing did it ("the missile hit the port"), and nobody stands behind it. */
  readonly thing: boolean;
}

/** All sides of an act that is told as something between them ("fighting between A and B"); none where it is not. */
export function sidesNamedTogether(finder: PartyFinder, act: Act): readonly Mention[] {
  const fighting = fightingSides(finder, act);
  if (fighting.length > 1) return fighting;
  const between = namedDoer(finder, act).length === 0 ? sidesBetween(finder, act) : [];
  return between.length > 1 ? between : [];
}

/** The slot of the line first, then the tree, then who speaks or stands behind an act without a subject, then the nearest name. */
export function findDoer(finder: PartyFinder, act: Act): Doer {
  const named = namedDoer(finder, act);
  const actor = named.some(({ actors }) => actors.length > 0) ? named : (ownForces(finder, act) ?? named);
  const thing = actor.length === 0 && isThing(finder, act);
  const strikers = thing ? whoStruck(finder, act) : [];
  if (strikers.length > 0) return { actor: strikers, how: 'window', thing: false };
  if (actor.length > 0 || act.entry.pattern.actor || thing) return { actor, how: 'tree', thing };
  // "we will not let them": whoever is named before is not the one who says so
  if (isOfSpeaker(finder, act)) return { actor, how: 'tree', thing };
  const before = nearestBefore(finder, act);
  return { actor: before.length > 0 ? before : nominativeAfter(finder, act), how: 'window', thing };
}

/** "Israeli jets bombed a depot. The strikes killed three": what is known already (grammar kinds `strike-noun`, `known`, `strike-type`) was done by whoever struck last. */
function whoStruck({ tree, args, composer, earlier }: PartyFinder, act: Act): readonly Mention[] {
  const { grammar } = composer;
  const isKnown = (noun: number): boolean =>
    grammar.has('strike-noun', tree.lemma[noun]!) &&
    tree.dependents(noun, 'det', 'nummod').some((c) => grammar.has('known', tree.form[c]!));
  const isStrike = (type: string): boolean => grammar.has('strike-type', type.toLowerCase());
  if (!isStrike(act.outcome.type) || !args.agents(act.token).every(({ token }) => isKnown(token))) return [];
  return earlier.findLast(({ type, actor }) => isStrike(type) && actor.length > 0)?.actor ?? [];
}

/** "Soldiers shot six people in Harare": forces of no state (grammar kind `home-force`) are those of the one state that is named. */
function ownForces({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] | undefined {
  if (args.isNominal(act.token)) return undefined;
  const agents = args.agents(act.token);
  const isForce = (token: number): boolean =>
    tree.dependents(token, 'amod', 'nmod:poss').length === 0 && composer.grammar.has('home-force', tree.lemma[token]!);
  if (agents.length === 0 || !agents.every(({ token }) => isForce(token))) return undefined;
  const all = unique(tree.tokens.flatMap((_, i) => index.at(i) ?? [])).filter(({ actors }) => actors.length > 0);
  const state = all.filter(({ actors }) => actors.every(({ sector }) => sector === undefined || sector === 'GOV'));
  return isOneState(all) && state.length > 0 ? state.slice(0, 1) : undefined;
}

function namedDoer(finder: PartyFinder, act: Act): readonly Mention[] {
  const { pattern } = act.entry;
  const spoken = pattern.actor?.[0]?.relation === 'speaker';
  let actor = spoken
    ? finder.speakers(act.token)
    : pattern.actor
      ? bySlots(finder, act, pattern.actor)
      : actorsOf(finder, act);
  if (actor.length === 0 && pattern.actor?.[0]?.relation !== 'none' && !spoken) actor = carriers(finder, act);
  // "погибли при взрыве в метро Петербурга": where they were is not who did it
  if (pattern.actor && pattern.recipient?.[0]?.relation === 'subj') actor = actor.filter((one) => !isPlace(one));
  // "…, killing 257 people, the ministry said": who tells it did not do it
  if (!spoken && isOnlyTeller(finder, act, actor)) actor = [];
  if (actor.every((mention) => mention.actors.length === 0)) {
    const own = tellerAsActor(finder, act, actor);
    if (own.length > 0) actor = own;
  }
  if (actor.length === 0) actor = blamedFor(finder, act);
  return actor.length > 0 ? actor : [...impersonalActors(finder, act)];
}

/** "НАТО начала бомбардировки": a noun whose line looks for its doer beside it, carried by a verb that has a subject (kind `light-verb`). */
function carriers({ tree, index, args, composer }: PartyFinder, act: Act): readonly Mention[] {
  const verb = tree.head(act.token);
  if (!act.entry.pattern.actor || !args.isNominal(act.token) || tree.relation(act.token) !== 'obj' || verb < 0)
    return [];
  if (!composer.grammar.has('light-verb', tree.lemma[verb]!)) return [];
  return namedBy(index, args.agents(verb)).filter((mention) => !isPlace(mention));
}

/** "because of fighting between Azerbaijanis and Armenians": a gerund's sides stand behind it (grammar kind `between`). */
function fightingSides({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  const { token, entry } = act;
  const { grammar } = composer;
  const { VerbForm } = tree.tokens[token]!.feats;
  if (!grammar.has('passive', 'auxiliary') || tree.upos(token) !== 'VERB' || entry.pattern.recipient) return [];
  if (
    (VerbForm !== 'Ger' && VerbForm !== 'Part') ||
    tree.dependents(token, 'nsubj', 'nsubj:pass', 'obj', 'aux').length > 0
  )
    return [];
  const own = tree.dependents(token, 'obl', 'nmod').filter((c) => grammar.has('between', tree.marker(c) ?? ''));
  const phrases = own.length > 0 ? own : args.sidesOfVerb(token).map((side) => side.token);
  const sides = unique(phrases.flatMap((c) => index.ofPhrase(c)));
  return isOneState(sides) ? [] : sides;
}

function actorsOf(finder: PartyFinder, act: Act): readonly Mention[] {
  return reproached(finder, act) ?? doersOf(finder, act);
}

/** "Başbakan'ın Pekin'e gitmesi planlanıyor": where verbs come last, what is planned is planned by whoever is to do it. */
function plannedFor({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  if (!grammar.has('order', 'final') || act.outcome.stance !== 'planned') return [];
  const verb = act.inner?.token ?? -1;
  return verb < 0 ? [] : namedBy(index, tree.dependents(verb, 'nmod:poss').length > 0 ? args.agents(verb) : []);
}

function doersOf(finder: PartyFinder, act: Act): Mention[] {
  const { args, index, tree } = finder;
  // "осуждение Израиля": a noun whose line gives its genitive to the recipient has no owner there
  const given = args.isNominal(act.token) ? (act.entry.pattern.recipient ?? []) : [];
  const agents = args
    .agents(act.token)
    .filter(
      ({ token, relation }) =>
        !act.used.includes(token) || index.at(token) !== undefined || /^nsubj|^nmod:poss/.test(relation),
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
  const named = namedBy(index, chosen).filter((mention) => !isPlace(mention) && !isAimedAt(finder, act, mention));
  if (named.length > 0) return named;
  if (args.isPassive(act.token)) {
    const planned = plannedFor(finder, act);
    if (planned.length > 0) return planned;
    const own = passiveActors(finder, act);
    if (own.length > 0) return own;
    const reported = forcesReport(finder, act);
    return reported.length > 0 ? reported : announcers(finder, act);
  }
  if (!args.isNominal(act.token)) return [];
  // "проверка боеготовности армии Китая": the owner hangs on the word that the line has used
  const used = act.used.filter((token) => args.isNominal(token) && tree.isUnder(token, act.token) && !index.at(token));
  const owners = used.flatMap((token) => args.agents(token));
  const own = namedBy(index, owners).filter((mention) => !isPlace(mention));
  if (own.length > 0) return own;
  const culprits = blamed(finder, act);
  if (culprits.length > 0) return [...culprits];
  const holders = namedBy(index, args.holdersOf(act.token)).filter((mention) => !isPlace(mention));
  return holders.length > 0 ? holders : announcers(finder, act);
}
