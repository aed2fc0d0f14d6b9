import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Claims } from './claims.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** "accused Russian soldiers of deporting children": a deed against nobody named was done to whoever complains of it. */
export function suffered(act: Act, parties: Parties, finder: PartyFinder, claims: Claims): Parties {
  const { actor, recipient, mutual, anonymous } = parties;
  const { deed, score } = finder.composer.codebook.types.get(act.outcome.type)!;
  if (!deed || score >= 0 || mutual || anonymous || (recipient.length > 0 && recipient !== actor)) return parties;
  const doers = new Set(actor.flatMap((one) => one.actors.map(({ code }) => code)));
  const claimants = (claims.by(act.outcome.token) ?? complainants(act, doers, finder)).filter(isNoReporter);
  const others = claimants.filter((one) => one.actors.length > 0 && one.actors.every(({ code }) => !doers.has(code)));
  return others.length > 0 && others.length === claimants.length ? { ...parties, recipient: others } : parties;
}

/** Press and organisations tell what others suffer. */
const REPORTERS = new Set(['JRN', 'MED', 'NGO', 'IGO', 'HRI']);

/** Whoever says what was done, unless it is told from outside: by the press, or of what a state does on its own ground. */
function complainants(act: Act, doers: ReadonlySet<string>, { index, tree, speakers }: PartyFinder): Mention[] {
  const isOwnGround = tree.tokens.some((_, i) => {
    const mention = index.at(i);
    return mention?.kind === 'place' && mention.actors.some(({ code }) => doers.has(code));
  });
  if (isOwnGround) return [];
  const tellers = speakers(act.outcome.token);
  return tellers;
}

function isNoReporter({ actors }: Mention): boolean {
  return actors.every(({ sector }) => !REPORTERS.has(sector ?? ''));
}
