import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { answerers, sidesOfBehest } from './answered.ts';
import { findDoer, sidesNamedTogether } from './doer.ts';
import { isAnonymous, isWeapon } from './home.ts';
import { sidesOfClause } from './joint-acts.ts';
import { findOther } from './other-side.ts';
import { settleAtHome } from './own-side.ts';
import type { PartyFinder } from './party-finder.ts';
import { isCompanion, recipientsOf } from './recipients.ts';
import { isOneState } from './second-party.ts';
import { isUnknown, openSides, type Sides } from './sides.ts';
import { isUnclaimed, sceneOfForce, victimsOf } from './unclaimed.ts';

export interface Parties {
  readonly actor: readonly Mention[];
  readonly recipient: readonly Mention[];
  /** How they were found, for the explanation. */
  readonly how: 'tree' | 'window' | 'linear';
  readonly mutual: boolean;
  /** Nobody says who did it; `actor` is empty. */
  readonly anonymous?: boolean;
}

/** Who does an act to whom: the doer, the other side by what is named, then what stays at home, then whether all act together. */
export function findParties(finder: PartyFinder, act: Act): Parties {
  const all = sidesNamedTogether(finder, act);
  if (all.length > 1) return { actor: all, recipient: [], how: 'tree', mutual: true };
  const behest = sidesOfBehest(finder, act);
  if (behest) return { ...behest, how: 'tree', mutual: false };
  const sides = openSides(finder, act, findDoer(finder, act));
  const unclaimed = unclaimedDeed(sides);
  if (unclaimed) return unclaimed;
  const { actor, how, other } = sides;
  // "turned down a Saudi request": who answers is the one who was asked
  const asked = answerers(finder, act);
  if (asked) return { actor, recipient: asked.filter(other), how, mutual: false };
  findOther(sides);
  settleAtHome(sides);
  return mediated(finder, act, mutually(sides));
}

/** "Norveç'in arabuluculuğunda … masaya oturdu": talks between others are held by whoever mediates (grammar kind `mediation`). */
function mediated({ tree, index, composer }: PartyFinder, act: Act, parties: Parties): Parties {
  const { actor, mutual } = parties;
  const { grammar, codebook } = composer;
  if (!mutual || isOneState(actor) || !codebook.types.get(act.outcome.type)!.mutual) return parties;
  const isMediation = (c: number): boolean =>
    [...grammar.words('mediation')].some((stem) => tree.form[c]!.startsWith(stem));
  const word = tree.dependents(act.token, 'obl', 'advcl').find(isMediation);
  const owner = word === undefined ? undefined : tree.dependents(word, 'nmod:poss')[0];
  const mediator = owner === undefined ? [] : index.ofPhrase(owner).filter((one) => one.actors.length > 0);
  if (mediator.length === 0) return parties;
  const sides = actor.filter((one) => !mediator.includes(one));
  return sides.length > 1 ? { ...parties, actor: mediator, recipient: sides, mutual: false } : parties;
}

/** "a bomb killed three soldiers in Kabul": nobody is said to have done it. */
function unclaimedDeed({ finder, act, type, thing, actor }: Sides): Parties | undefined {
  if (!isUnknown(actor) || !type.anonymous) return undefined;
  const isOpen = thing ? isWeapon(finder, act) : isAnonymous(finder, act) || isUnclaimed(finder, act);
  if (!isOpen) return undefined;
  const named = recipientsOf(finder, act, (mention) => mention.actors.length > 0).mentions;
  const victims = named.length > 0 ? named : victimsOf(finder, act);
  const recipient = victims.length > 0 ? victims : sceneOfForce(finder, act);
  return recipient.length > 0 ? { actor: [], recipient, how: 'tree', mutual: false, anonymous: true } : undefined;
}

/** Of what all sides do to or with each other every one is an actor. */
function mutually(sides: Sides): Parties {
  const { finder, act, type, how } = sides;
  const { pattern } = act.entry;
  if (type.mutual && sides.recipient.length === 0 && (sides.actor.length === 0 || isOneState(sides.actor))) {
    const all = sidesOfClause(finder, act);
    if (all.length > 0) sides.actor = all;
  }
  const { actor, recipient } = sides;
  if (!isMutual(sides)) return { actor, recipient, how, mutual: false };
  const all = [...actor, ...recipient];
  return {
    actor: all,
    recipient: pattern.reciprocal && (all.length > 1 || !isOneState(all)) ? all : [],
    how,
    mutual: true,
  };
}

function isMutual({ finder, act, type, how, actor, recipient, together }: Sides): boolean {
  const { pattern } = act.entry;
  const { mode } = act.outcome;
  // "will not sit at a table with Mugabe": of what one side will not do the other is whom it refuses
  const turned =
    act.entry.operator === undefined && act.outcome.type !== act.entry.type && !type.mutual && type.score < 0;
  const refused = turned && recipient.length > 0 && isOneState(actor);
  if ((pattern.symmetric && !refused) || (recipient.length === 0 && isFailedTogether(act, actor))) return true;
  // a code that another project gives to the verb says itself of whom it is told
  if (act.entry.cameo !== undefined && recipient.length > 0) return false;
  const among = mode !== null && type.modes[mode]?.among === true;
  if (among && recipient.length === 0 && actor.length > 1 && !isOneState(actor)) return true;
  const directed = mode !== null && type.modes[mode]?.directed === true;
  const between = finder.args
    .agents(act.token)
    .some(({ adposition }) => adposition !== undefined && finder.composer.grammar.has('between', adposition));
  if (between && !(directed && pattern.actor)) return true;
  if (directed) return false;
  // "held a drill with the United States": the tree hung it elsewhere
  const beside =
    how === 'window' && type.together !== undefined && recipient.some(({ head }) => isCompanion(finder, head));
  return type.mutual || ((together || beside) && (type.score > 0 || type.together !== undefined));
}

/** "Palestinians and Israelis failed to reach agreement": what several sides would do together they refuse each other. */
function isFailedTogether({ inner, outcome }: Act, actor: readonly Mention[]): boolean {
  return inner !== undefined && outcome.entries.at(-1)!.pattern.symmetric && actor.length > 1 && !isOneState(actor);
}
