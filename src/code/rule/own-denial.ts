import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "We never shelled the school", says the side that is said to have done it: a denial, not just something that is not so.
 * Where a table says so (grammar kind `prefer`, word `nested`), anybody who is known to say it denies it for the doer.
 */
export function deniedByDoer(act: Act, actor: readonly Mention[], { speakers, composer }: PartyFinder): Act {
  const { outcome } = act;
  if (outcome.stance !== 'denied' || outcome.operators.includes('deny')) return act;
  const codes = actor.flatMap((mention) => mention.actors.map((one) => one.code));
  const tellers = speakers(outcome.token);
  const own = tellers.some((mention) => mention.actors.some((one) => codes.includes(one.code)));
  const anybody = composer.grammar.has('prefer', 'nested') && tellers.some((one) => one.actors.length > 0);
  return own || anybody ? { ...act, outcome: { ...outcome, operators: [...outcome.operators, 'deny'] } } : act;
}
