import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/**
 * "The film tells of an officer captured by the Red Army": what a work tells (grammar kinds `work` and `depicts`) is no news.
 * The work is the subject of the sentence, or the place where it happens ("In the novel, …").
 */
export function isOfWork(tree: SentenceTree, grammar: Grammar): boolean {
  if (grammar.words('work').size === 0) return false;
  const root = tree.tokens.findIndex(({ head }) => head < 0);
  const isSubject = (i: number): boolean => grammar.has('work', tree.lemma[i]!);
  if (root < 0) return false;
  if (grammar.has('depicts', tree.lemma[root]!)) return tree.dependents(root, 'nsubj').some(isSubject);
  return tree
    .dependents(root, 'obl')
    .some((i) => i < root && i <= 2 && tree.marker(i) !== undefined && isSubject(i) && tree.form[i + 1] === ',');
}
