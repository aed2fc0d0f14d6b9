import { type Mention, overlaps } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "We condemn …, the State Department said", "The ministry rejects …, it stated": whoever speaks means himself by the
 * first person and, where nobody else is known by it, by a definite office or body without a name.
 */
export function tellerAsActor(finder: PartyFinder, act: Act, found: readonly Mention[]): Mention[] {
  const { tree, args, index, composer, speakers, author } = finder;
  if (args.isNominal(act.token)) return [];
  const agents = args.agents(act.token);
  const isOffice =
    found.length === 1 &&
    found[0]!.kind === 'role' &&
    agents.some(
      ({ token }) =>
        index.at(token) === found[0] &&
        isDefinite(tree.form[found[0]!.first]!, tree.form[found[0]!.first - 1], composer),
    );
  const isSelf = isOfSpeaker(finder, act);
  const told = isSelf || isOffice ? speakers(act.token) : [];
  if (isSelf && told.length === 0 && author) return [author];
  return told.filter((one) => one.actors.length > 0);
}

/** "We condemn", "I welcome". */
export function isOfSpeaker({ tree, args }: PartyFinder, act: Act): boolean {
  if (args.isNominal(act.token)) return false;
  return args
    .agents(act.token)
    .some(({ token }) => tree.upos(token) === 'PRON' && tree.tokens[token]!.feats['Person'] === '1');
}

function isDefinite(first: string, before: string | undefined, { grammar }: PartyFinder['composer']): boolean {
  return grammar.has('definite', first) || (before !== undefined && grammar.has('definite', before));
}

/** A participle's borrowed subject that stands behind it and speaks the sentence. */
export function isOnlyTeller({ tree, speakers }: PartyFinder, act: Act, actor: readonly Mention[]): boolean {
  if (actor.length === 0 || tree.tokens[act.token]!.feats['VerbForm'] !== 'Part') return false;
  if (tree.dependents(act.token, 'nsubj', 'nsubj:pass', 'obl:agent').length > 0) return false;
  const tellers = speakers(act.token);
  return actor.every((one) => one.first > act.token && tellers.some((teller) => overlaps(teller, one)));
}

/**
 * Who only tells of an act and so is no party of it: "…, the ministry said". Whoever the same sentence has told to do
 * something himself is more than that: "Бразилия предложила …, парагвайский президент идею поддержал".
 */
export function tellersOnly({ speakers, earlier }: PartyFinder, act: Act): Mention[] {
  const isDoer = (one: Mention): boolean =>
    earlier.some(({ token, actor }) => token >= 0 && token < act.token && actor.some((doer) => overlaps(doer, one)));
  return speakers(act.token).filter((one) => !isDoer(one));
}
