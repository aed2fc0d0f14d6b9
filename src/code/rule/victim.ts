import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { namedBy } from './slots.ts';

/**
 * "condemned the attack on Israel", "deplored the killing of monks in Laos": whom a hostile deed hit, and where it was done,
 * is not who is blamed or praised for it (grammar kinds `victim` and, behind words of kind `attack-noun`, `victim-ground` for
 * adpositions, `victim-noun` for deeds whose genitive suffers them). "Iran sanctions" are those on Iran.
 */
export function isVictim(finder: PartyFinder, act: Act, { head, actors, sentence }: Mention): boolean {
  const { inner } = act;
  const { tree, args, composer } = finder;
  // who is named in another sentence has no place in this tree
  if (sentence !== tree.sentence.index) return false;
  const { grammar } = composer;
  if (act.recipientFrom !== 'agent' || !inner || grammar.words('victim').size === 0) return false;
  if (!args.isNominal(inner.token) || !isHostile(finder, inner)) return false;
  const way = [head, ...tree.ancestors(head)];
  const end = way.findIndex((i) => [inner.token, act.token].includes(tree.head(i)));
  const top = way[end];
  if (top === undefined) return false;
  const path = way.slice(0, end + 1);
  if (path.some((i) => tree.relation(i).startsWith('nsubj'))) return false;
  // "the shelling of Tiraspol by Georgia": the tree may hang one on the other
  if (path.some((i) => grammar.has('agent', tree.marker(i) ?? ''))) return false;
  if (tree.relation(top) === 'compound') return isAimedAt(finder, inner, { head, actors });
  // "listings that hurt the regime"
  if (tree.relation(top).startsWith('acl') && tree.head(top) === inner.token) return true;
  const marker = tree.marker(top) ?? '';
  if (tree.head(top) === act.token && top === inner.token) return false;
  // "the violence in Myanmar" is its rulers', "the attack in Kabul" is not
  if (grammar.has('victim-ground', marker)) return grammar.has('attack-noun', tree.lemma[inner.token]!);
  return grammar.has('victim', marker) || (grammar.has('genitive', marker) && isSuffered(finder, inner, top));
}

/** "Iran sanctions": a state without an adjective's ending before a word for sanctions (grammar kind `aimed-type`) is who they hit. */
export function isAimedAt(
  { tree, composer }: PartyFinder,
  { outcome }: Act,
  { head, actors }: Pick<Mention, 'head' | 'actors'>,
): boolean {
  return (
    composer.grammar.has('aimed-type', outcome.type.toLowerCase()) &&
    tree.relation(head) === 'compound' &&
    actors.every(({ sector }) => sector === undefined) &&
    !isShort(tree.tokens[head]!.form)
  );
}

function isHostile({ composer }: PartyFinder, { outcome }: Act): boolean {
  const { deed, score } = composer.codebook.types.get(outcome.type)!;
  return deed && score < 0;
}

function isSuffered({ tree, composer }: PartyFinder, { token }: Act, top: number): boolean {
  return tree.head(top) === token && composer.grammar.has('victim-noun', tree.lemma[token]!);
}

/** "US sanctions", "EU tariffs": initials are seldom those whom they hit. */
function isShort(form: string): boolean {
  return /^[\p{Lu}.]+$/u.test(form);
}

/** "an attack claimed by Al-Shabaab", "for which the Taliban claimed responsibility" (grammar kinds `claim`, `claimed`). */
export function claimants({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  const isClaim = (i: number): boolean =>
    i !== act.token &&
    grammar.has('claim', tree.lemma[i]!) &&
    (args.isPassive(i) || tree.dependents(i, 'obj').some((c) => grammar.has('claimed', tree.lemma[c]!)));
  const claim = tree.tokens.findIndex((_, i) => isClaim(i));
  return claim < 0 ? [] : namedBy(index, args.agents(claim));
}

/** A deed that somebody condemns without saying whose it was. */
export function isUnowned(finder: PartyFinder, act: Act): boolean {
  return act.recipientFrom === 'agent' && act.inner !== undefined && isHostile(finder, act.inner);
}
