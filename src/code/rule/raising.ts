import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

const COMPLEMENTS = ['xcomp', 'ccomp', 'advcl', 'acl', 'csubj'];

/**
 * The word that only says that an infinitive lies ahead and lends it its subject: "is about to sign", "is set to",
 * "was due to" (grammar kind `raising`); undefined when there is none.
 */
export function raiserOf(tree: SentenceTree, i: number, grammar: Grammar): number | undefined {
  const governor = tree.head(i);
  if (governor < 0 || governor > i || !COMPLEMENTS.includes(tree.relation(i))) return undefined;
  if (!grammar.has('raising', tree.form[governor]!)) return undefined;
  if (!tree.dependents(i, 'mark', 'aux').some((c) => grammar.has('infinitive', tree.form[c]!))) return undefined;
  // "set rules to punish": with an object of its own it is a verb like any other
  return tree.dependents(governor, 'obj', 'iobj').length > 0 ? undefined : governor;
}

/** Subjects that a raising word has for its infinitive; `i` may be either. */
export function raisedSubjects(tree: SentenceTree, i: number, grammar: Grammar): number[] {
  const ranked = rankedSubjects(tree, i, grammar);
  if (ranked.length > 0) return ranked;
  const isRaiser = tree.dependents(i, ...COMPLEMENTS).some((c) => raiserOf(tree, c, grammar) === i);
  const governor = isRaiser ? i : raiserOf(tree, i, grammar);
  return governor === undefined ? [] : tree.dependents(governor, 'nsubj', 'nsubj:pass', 'csubj');
}

/** "Russia became the first country to recognise", "Mexico was the first to": who is counted so has done it (grammar kind `rank`). */
export function rankedSubjects(tree: SentenceTree, i: number, grammar: Grammar): number[] {
  const above = tree.head(i);
  if (above < 0 || above > i || !['acl', 'advcl', 'xcomp'].includes(tree.relation(i))) return [];
  if (!tree.dependents(i, 'mark').some((c) => grammar.has('infinitive', tree.form[c]!))) return [];
  const becomes = (verb: number): boolean => verb >= 0 && grammar.has('becoming', tree.lemma[verb]!);
  // the tree may hang the infinitive on the verb
  const noun = becomes(above) ? (tree.dependents(above, 'xcomp', 'obj').findLast((c) => c < i) ?? above) : above;
  const isRanked = [noun, ...tree.dependents(noun, 'amod')].some((c) => grammar.has('rank', tree.form[c]!));
  if (!isRanked) return [];
  const verb = tree.head(noun);
  if (becomes(verb)) return tree.dependents(verb, 'nsubj');
  return tree.dependents(noun, 'cop').length > 0 ? tree.dependents(noun, 'nsubj') : [];
}
