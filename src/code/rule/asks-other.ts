import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf, sharesCode } from './codes.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';
import { namedBy } from './slots.ts';

/** "Putin stressed the need for closer ties between Moscow and Beijing": what one of several sides asks for, it asks of the others. */
export function asksOther(act: Act, parties: Parties, finder: PartyFinder): Parties {
  const { actor, recipient } = parties;
  if (act.outcome.operators.at(-1) !== 'urge' || actor.length < 2 || recipient.length > 0) return parties;
  const asking = codesOf(tellers(act, finder));
  const own = actor.filter((one) => sharesCode([one], asking));
  if (own.length === 0 || own.length === actor.length) return parties;
  return { ...parties, actor: own, recipient: actor.filter((one) => !own.includes(one)), mutual: false };
}

function tellers(act: Act, { tree, args, index, speakers }: PartyFinder): readonly Mention[] {
  const spoken = speakers(act.token);
  if (spoken.length > 0) return spoken;
  const verb = tree.ancestors(act.token).find((i) => i !== act.token && tree.upos(i) === 'VERB');
  return verb === undefined ? [] : namedBy(index, args.agents(verb));
}
