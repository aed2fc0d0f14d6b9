import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** "We never shelled the school", says the side that is said to have done it: a denial, not just something that is not so. */
export function deniedByDoer(act: Act, { actor, recipient }: Parties, { tree, speakers, composer }: PartyFinder): Act {
  const { outcome } = act;
  if (outcome.stance !== 'denied' || outcome.operators.includes('deny')) return act;
  // "we are forming no alliance": that nothing friendly is going on denies no deed
  const isPresent = tree.tokens[act.token]!.feats['Tense'] === 'Pres';
  if (isPresent && composer.codebook.types.get(outcome.type)!.score > 0) return act;
  const codes = actor.flatMap(codesOf);
  // nobody denies what he would have done to himself: somebody else is meant
  if (recipient.flatMap(codesOf).some((code) => codes.includes(code))) return act;
  const own = speakers(outcome.token).some((mention) => mention.actors.some((one) => codes.includes(one.code)));
  return own ? { ...act, outcome: { ...outcome, operators: [...outcome.operators, 'deny'] } } : act;
}

export const codesOf = ({ actors }: Mention): string[] => actors.map(({ code }) => code);
