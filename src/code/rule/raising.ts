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
  const isRaiser = tree.dependents(i, ...COMPLEMENTS).some((c) => raiserOf(tree, c, grammar) === i);
  const governor = isRaiser ? i : raiserOf(tree, i, grammar);
  return governor === undefined ? [] : tree.dependents(governor, 'nsubj', 'nsubj:pass', 'csubj');
}
