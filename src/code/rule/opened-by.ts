import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** Whether a phrase opens with an adposition of a grammar kind, its first word ("because of") or all its words ("в связи с"). */
export function isOpenedBy(tree: SentenceTree, grammar: Grammar, kind: string, i: number): boolean {
  return grammar.has(kind, tree.marker(i) ?? '') || grammar.has(kind, tree.adposition(i) ?? '');
}
