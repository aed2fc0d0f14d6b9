import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/** "We never shelled the school", says the side that is said to have done it: a denial, not just something that is not so. */
export function deniedByDoer(act: Act, actor: readonly Mention[], { speakers }: PartyFinder): Act {
  const { outcome } = act;
  if (outcome.stance !== 'denied' || outcome.operators.includes('deny')) return act;
  const codes = actor.flatMap((mention) => mention.actors.map((one) => one.code));
  const own = speakers(outcome.token).some((mention) => mention.actors.some((one) => codes.includes(one.code)));
  return own ? { ...act, outcome: { ...outcome, operators: [...outcome.operators, 'deny'] } } : act;
}
