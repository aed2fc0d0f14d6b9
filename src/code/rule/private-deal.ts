import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import { areAllOf } from './codes.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

const FIRMS: ReadonlySet<string> = new Set(['BUS']);
/** Sectors of those who trade, farm or pray on their own account. */
const PRIVATE: ReadonlySet<string> = new Set(['BUS', 'AGR', 'REL']);

/**
 * "A Danish brewer bought a stake in a Vietnamese rival", "growers signed up importers in Canada": what people do on their
 * own account with others who are only of a state, or only there, is nothing between the states. A word of kind
 * `state-owned`, of the doer or of what is dealt in, says that they do it for their state.
 */
export function isPrivateDeal(finder: PartyFinder, act: Act, parties: Parties): boolean {
  const { tree, index, args, composer } = finder;
  const { actor, recipient, mutual } = parties;
  const { grammar, codebook } = composer;
  if (isRivalry(finder, act, parties)) return true;
  if (grammar.words('state-owned').size === 0 || mutual || actor.length !== 1 || recipient.length === 0) return false;
  const { score, deed } = codebook.types.get(act.outcome.type)!;
  if (score <= 0 || !(deed || grammar.has('transfer-verb', tree.lemma[act.token]!))) return false;
  const [doer] = actor;
  if (!areAllOf(actor, PRIVATE)) return false;
  const goods = args
    .patients(act.token)
    .filter(({ token }) => tree.upos(token) === 'NOUN')
    .map(({ token }) => tree.lemma[token]!);
  const words = [tree.form, tree.lemma].flatMap((column) => column.slice(doer!.first, doer!.last + 1));
  const isOwned = [...words, ...goods].some((word) => grammar.has('state-owned', word));
  return (
    !isOwned && recipient.every((one) => one.kind === 'place' || index.isLocation(one.head) || isAdjective(tree, one))
  );
}

/** "Chinese buyers invaded the auction rooms", "Boeing struck back": force that firms are said to use (grammar kind `rivalry`). */
function isRivalry({ tree, composer }: PartyFinder, act: Act, { actor }: Parties): boolean {
  const { deed, score } = composer.codebook.types.get(act.outcome.type)!;
  if (!deed || score >= 0 || !composer.grammar.has('rivalry', tree.lemma[act.token]!)) return false;
  return areAllOf(actor, FIRMS);
}

/** "a Vietnamese rival": somebody who is named only by his state. */
function isAdjective(tree: SentenceTree, { head, kind }: Mention): boolean {
  return kind === 'name' && ['amod', 'compound'].includes(tree.relation(head));
}
