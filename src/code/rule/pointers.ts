import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "Referring to NATO's expansion, Putin called this a threat": what a pronoun (grammar kind `pointer`) points at is
 * named before the act, nearest first.
 */
export function pointedAt({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  const pointers = args
    .patients(act.token)
    .filter((found) => found.relation === 'obj' && composer.grammar.has('pointer', tree.form[found.token]!));
  const found: Mention[] = [];
  if (pointers.length === 0) return found;
  for (let i = act.token - 1; i >= 0; i--) {
    const mention = index.at(i);
    if (mention && mention.actors.length > 0) found.push(mention);
  }
  return found;
}

/** "Turkey condemned the decision": a deed that nobody owns here (grammar kinds `reaction`, `deed-noun`) is the one told last. */
export function doerBefore({ tree, args, composer, before }: PartyFinder, act: Act): readonly Mention[] {
  const isReaction = composer.grammar.has('reaction', tree.lemma[act.token]!);
  const told = args
    .patients(act.token)
    .some(
      ({ token, relation }) =>
        relation === 'obj' &&
        composer.grammar.has('deed-noun', tree.lemma[token]!) &&
        tree.dependents(token, 'det').length > 0 &&
        tree.dependents(token, 'nmod', 'nmod:poss', 'amod', 'compound', 'acl', 'acl:relcl').length === 0,
    );
  return isReaction && told ? before : [];
}
