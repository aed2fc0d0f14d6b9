import type { TypeEntry } from '../../codebook/index.ts';
import { type Mention, overlaps } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Doer } from './doer.ts';
import { isListener } from './listener.ts';
import type { PartyFinder } from './party-finder.ts';
import { type Eligible, isAmong, isHome, isOneState } from './second-party.ts';
import { tellersOnly } from './teller.ts';
import { isVictim } from './victim.ts';

/** Both sides of an act while they are looked for: each step may fill what the steps before left open. */
export interface Sides {
  readonly finder: PartyFinder;
  readonly act: Act;
  readonly type: TypeEntry;
  /** A thing did it. */
  readonly thing: boolean;
  /** The act stays inside one state unless another one is named. */
  readonly domestic: boolean;
  /** Of a mutual act more than one state is named already. */
  readonly joint: boolean;
  readonly several: boolean;
  /** The line takes no recipient. */
  readonly closed: boolean;
  /** Whoever may be the other side: known, not the doer or his own people, not who tells it. */
  readonly other: Eligible;
  actor: readonly Mention[];
  recipient: readonly Mention[];
  how: 'tree' | 'window';
  /** The other side acts along ("with the United States"). */
  together: boolean;
}

export function openSides(finder: PartyFinder, act: Act, { actor, how, thing }: Doer): Sides {
  const { pattern } = act.entry;
  const { mode } = act.outcome;
  const type = finder.composer.codebook.types.get(act.outcome.type)!;
  // a code that another project gives to the verb is told of who does it to whom
  const isMutual = type.mutual && act.entry.cameo === undefined;
  // "…, the ministry said": who tells it is no party of it
  const tellers = tellersOnly(finder, act);
  const sides: Sides = {
    finder,
    act,
    type,
    thing,
    domestic: type.domestic || (mode !== null && type.modes[mode]?.domestic === true),
    joint: pattern.symmetric || (isMutual && !isOneState(actor)),
    several: isMutual && actor.length > 0 && !isOneState(actor),
    closed: pattern.recipient?.[0]?.relation === 'none',
    other: (mention) =>
      mention.actors.length > 0 &&
      !sides.actor.includes(mention) &&
      !isAmong(mention, sides.actor) &&
      !isHome(mention, sides.actor) &&
      !isVenue(finder, mention) &&
      !isForum(finder, act, mention) &&
      !isListener(finder, act, mention) &&
      !isVictim(finder, act, mention) &&
      !tellers.some((one) => overlaps(one, mention)),
    actor,
    recipient: [],
    how,
    together: false,
  };
  return sides;
}

/** "Genel Kurul'da": where the locative needs no adposition, a body in which something is said or done bears nothing. */
function isVenue({ tree, composer }: PartyFinder, { actors, head, sentence }: Mention): boolean {
  if (!composer.grammar.has('order', 'final') || sentence !== tree.sentence.index) return false;
  return actors.every(({ sector }) => sector === 'IGO') && tree.tokens[head]!.feats['Case'] === 'Loc';
}

/**
 * "complained to the United Nations", "filed a complaint with the Security Council": a body that others complain to
 * (grammar kinds `complaint`, `forum`, `forum-body`) is not the one complained of.
 */
function isForum({ tree, composer }: PartyFinder, act: Act, { actors, head }: Mention): boolean {
  const { grammar } = composer;
  if (!grammar.has('forum', tree.marker(head) ?? '')) return false;
  if (![act.token, ...act.used].some((token) => grammar.has('complaint', tree.lemma[token]!))) return false;
  return actors.every(({ code }) => grammar.has('forum-body', code.toLowerCase()));
}

/** Nobody among the doers is known. */
export function isUnknown(actor: readonly Mention[]): boolean {
  return actor.every((mention) => mention.actors.length === 0);
}
