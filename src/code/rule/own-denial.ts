import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf, sharesCode } from './codes.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** "We never shelled the school", says the side that is said to have done it: a denial, not just something that is not so. */
export function deniedByDoer(act: Act, { actor, recipient }: Parties, finder: PartyFinder): Act {
  const { tree, speakers, composer } = finder;
  const { outcome } = act;
  if (outcome.stance !== 'denied' || outcome.operators.includes('deny')) return act;
  // "we are forming no alliance": that nothing friendly is going on denies no deed
  const isPresent = tree.tokens[act.token]!.feats['Tense'] === 'Pres';
  if (isPresent && composer.codebook.types.get(outcome.type)!.score > 0) return act;
  const codes = codesOf(actor);
  // nobody denies what he would have done to himself: somebody else is meant
  if (sharesCode(recipient, codes)) return act;
  const told = codesOf(speakers(outcome.token));
  const own = sharesCode(actor, told) || deniesAsSubject(act, told, finder);
  const defended = isDefended(act, told, recipient, finder);
  return own || defended ? { ...act, outcome: { ...outcome, operators: [...outcome.operators, 'deny'] } } : act;
}

/** "Tacikistan, Rusya'dan yardım almadığını söyledi": who denies is the subject of the verb, though the other side would have given. */
function deniesAsSubject({ token }: Act, told: ReadonlySet<string>, { args, index, composer }: PartyFinder): boolean {
  if (!composer.grammar.has('order', 'final') || args.isNominal(token)) return false;
  const subjects = args.agents(token).flatMap((one) => index.ofPhrase(one.token));
  return subjects.length > 0 && [...codesOf(subjects)].every((code) => told.has(code));
}

/** "Rusya, Suriye ordusunun ateş açmadığını savundu": of force that somebody else than its victim says was not used. */
function isDefended(
  { outcome, token }: Act,
  told: ReadonlySet<string>,
  victims: readonly Mention[],
  finder: PartyFinder,
): boolean {
  const { deed, score } = finder.composer.codebook.types.get(outcome.type)!;
  if (!finder.composer.grammar.has('order', 'final') || finder.args.isNominal(token)) return false;
  return deed && score < 0 && told.size > 0 && !sharesCode(victims, told);
}
