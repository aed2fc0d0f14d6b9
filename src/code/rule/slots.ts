import type { Slot } from '../../codebook/index.ts';
import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { Argument } from './argument.ts';
import { isBordering } from './bordering.ts';
import { fitsSlot } from './fits-slot.ts';
import type { MentionIndex } from './mention-index.ts';
import type { PartyFinder } from './party-finder.ts';
import { unique } from './second-party.ts';
import { adjacentObject } from './window.ts';

/** Whoever stands where the slots of a pattern say. */
export function bySlots(finder: PartyFinder, act: Act, slots: readonly Slot[]): Mention[] {
  const { args, tree, index, composer } = finder;
  const heads = [act.token, ...act.used];
  // "провёл учения у границы с Азербайджаном": who lives beyond the border takes no part
  const isNeighbour = ({ token }: Argument): boolean =>
    act.entry.pattern.symmetric === true && isBordering(tree, token, composer);
  const all = [
    ...args.agents(act.token),
    ...heads.flatMap((token) => args.patients(token)),
    ...heads.flatMap((token) => args.agents(token)),
  ].filter((found) => !isNeighbour(found) && !isOwnSubject(tree, found, act));
  for (const exact of [true, false]) {
    for (const slot of slots) {
      // cases of foreign names are often misread: without a phrase in the right case one with the right adposition will do
      const verbal = slot.adposition === undefined && slot.relation === 'dat' && !args.isNominal(act.token);
      if (!exact && slot.adposition === undefined && !verbal) continue;
      const wanted = exact ? slot : verbal ? undefined : { adposition: slot.adposition! };
      const places = exact && slot.adposition !== undefined;
      const fitting = all.filter((candidate) =>
        wanted ? fitsSlot(tree, candidate, wanted) : isBareComplement(tree, candidate, act),
      );
      const found = ownFirst(finder, act, fitting).flatMap((candidate) => index.ofPhrase(candidate.token, places));
      // "a hole in the side of an American destroyer in Aden harbour": where that was is no second party
      const own = found.filter((one) => one.kind !== 'place' || !index.isLocation(one.head));
      if (found.length > 0) return unique(own.length > 0 ? own : found);
    }
  }
  if (slots.some((slot) => slot.adposition === undefined && slot.relation === 'dat')) {
    const adjacent = adjacentObject(finder, act);
    if (adjacent.length > 0) return adjacent;
  }
  const deeper = args.nested(act.token).filter((found) => !isNeighbour(found));
  for (const slot of slots) {
    const isNamed = ({ token }: Argument): boolean => index.at(token) !== undefined || index.ofPhrase(token).length > 0;
    const first = deeper.find((candidate) => fitsDeeper(tree, candidate, slot) && isNamed(candidate));
    if (first) return index.ofPhrase(first.token, slot.adposition !== undefined);
  }
  return [];
}

/** "Rus ordusunun boşaltması": the owner of a verbal noun is its subject, whatever the line asks in the genitive. */
function isOwnSubject(tree: SentenceTree, { token, relation }: Argument, act: Act): boolean {
  return relation === 'nmod:poss' && tree.head(token) === act.token && tree.upos(act.token) === 'VERB';
}

/** "Savimbi'den adamlarını Luanda'dan çekmesini istedi": where verbs come last, what the verb takes itself before what its complement takes. */
function ownFirst({ tree, index, composer }: PartyFinder, act: Act, found: readonly Argument[]): readonly Argument[] {
  if (!composer.grammar.has('order', 'final')) return found;
  const own = found.filter(({ token }) => tree.head(token) === act.token && index.at(token) !== undefined);
  return own.length > 0 ? own : found;
}

/** A bare complement of the verb itself that names somebody: what it stands for when its case is misread. */
function isBareComplement(tree: SentenceTree, { token, relation, adposition }: Argument, act: Act): boolean {
  if (adposition !== undefined || tree.head(token) !== act.token || act.used.includes(token)) return false;
  return tree.upos(token) === 'PROPN' && ['obj', 'iobj', 'obl', 'nmod'].includes(relation);
}

/** Deeper phrases need the slot's own adposition, or its case for sure. */
function fitsDeeper(tree: SentenceTree, found: Argument, slot: Slot): boolean {
  if (slot.adposition !== undefined) return found.adposition === slot.adposition;
  return slot.relation === 'dat' && found.adposition === undefined && tree.tokens[found.token]!.feats['Case'] === 'Dat';
}

export function namedBy(index: MentionIndex, found: readonly Argument[]): Mention[] {
  return unique(found.flatMap((one) => index.ofPhrase(one.token)));
}
