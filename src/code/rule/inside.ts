import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import type { PartyFinder } from './party-finder.ts';
import { type Eligible, isOneState, isPlace, takesPlaces } from './second-party.ts';

const CLAUSES = ['conj', 'advcl', 'parataxis', 'ccomp'];

/**
 * "voted down a motion to readmit the British envoy", "waived visas for holders of Ugandan passports": where the words
 * that an act governs name nobody in the places of a second party, the one other state or organisation that stands
 * anywhere in them is meant (where trees are trusted: grammar kind `adjacent`).
 */
export function insideObject(
  { tree, index, args, composer }: PartyFinder,
  act: Act,
  actor: readonly Mention[],
  other: Eligible,
): Mention[] {
  const type = composer.codebook.types.get(act.outcome.type)!;
  if (!composer.grammar.has('adjacent', 'object') || type.standsAlone || type.mutual || type.domestic) return [];
  if (args.isNominal(act.token) || !isOneState(actor)) return [];
  // "approved a loan to help Ukraine"
  const isPurpose = (c: number): boolean => tree.relation(c) === 'advcl' && tree.tokens[c]!.feats['VerbForm'] === 'Inf';
  const isOutside = (c: number): boolean =>
    c < act.token ||
    tree.relation(c) === 'obl:agent' ||
    (CLAUSES.includes(tree.relation(c)) && tree.upos(c) === 'VERB' && !isPurpose(c)) ||
    composer.grammar.has('background', tree.marker(c) ?? '');
  const found: Mention[] = [];
  const queue = [act.token];
  for (let k = 0; k < queue.length; k++) {
    for (const c of tree.children[queue[k]!]!) {
      if (isOutside(c)) continue;
      queue.push(c);
      const mention = index.at(c);
      if (mention && other(mention) && mention.kind !== 'pronoun' && !found.includes(mention)) found.push(mention);
    }
  }
  const parties = takesPlaces(composer, act) ? found : found.filter((one) => !isPlace(one));
  const codes = codesOf(parties);
  return codes.size === 1 ? parties.slice(0, 1) : [];
}
