import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { type Eligible, isPlace } from './second-party.ts';
import { namedBy } from './slots.ts';

/**
 * "threatened to ban voting in East Jerusalem", "refused to deploy peacekeepers in Haiti": whoever rules the ground where
 * a deed that is threatened, refused or promised would be done; before that whoever a threat sets a condition to.
 */
export function groundOf(finder: PartyFinder, act: Act, other: Eligible): Mention[] {
  const { composer } = finder;
  const { grammar, codebook } = composer;
  if (grammar.has('prefer', 'nested') || grammar.has('order', 'final')) return [];
  const { score, deed } = codebook.types.get(act.outcome.type)!;
  const isWord = score < 0 && !deed;
  const warned = isWord ? conditionedOf(finder, act).filter(other) : [];
  if (warned.length > 0) return warned;
  const content = codebook.types.get(act.outcome.entries.at(-1)!.type);
  // "threatened to deliver blows": a word whose infinitive is no act of its own
  const unread = isWord && finder.tree.dependents(act.token, 'xcomp').length > 0;
  const ahead = act.outcome.operators.length > 0 ? content?.deed === true : unread;
  return ahead ? placesUnder(finder, act, other) : [];
}

/** "if the United States goes ahead": the subject of a clause of condition under the act. */
function conditionedOf({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  for (let i = act.token + 1; i < tree.tokens.length; i++) {
    const conditional = tree.dependents(i, 'mark').some((c) => composer.grammar.has('condition', tree.form[c]!));
    if (!conditional || !tree.isUnder(i, act.token)) continue;
    const named = namedBy(index, args.agents(i));
    if (named.length > 0) return named;
  }
  return [];
}

function placesUnder({ tree, index, composer }: PartyFinder, act: Act, other: Eligible): Mention[] {
  for (let i = act.token + 1; i < tree.tokens.length; i++) {
    const mention = index.at(i);
    if (!mention || mention.first !== i || !isPlace(mention) || !other(mention)) continue;
    if (!tree.isUnder(mention.head, act.token)) continue;
    const between = [mention.head, ...tree.ancestors(mention.head)].filter((at) => tree.isUnder(at, act.token));
    const isBackground = (at: number): boolean => composer.grammar.has('background', tree.marker(at) ?? '');
    if (!between.some((at) => isOwnClause(tree, at, act) || (at !== act.token && isBackground(at)))) return [mention];
  }
  return [];
}

/** A verb with a subject of its own, or a clause of time, tells something else. */
function isOwnClause(tree: PartyFinder['tree'], at: number, act: Act): boolean {
  if (at === act.token || tree.upos(at) !== 'VERB') return false;
  return (
    tree.dependents(at, 'nsubj', 'nsubj:pass').length > 0 || (tree.relation(at) === 'advcl' && !isInfinitive(tree, at))
  );
}

function isInfinitive(tree: PartyFinder['tree'], at: number): boolean {
  return tree.tokens[at]!.feats['VerbForm'] === 'Inf';
}
