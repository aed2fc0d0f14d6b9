import type { SentenceTree } from '../sentence-tree.ts';

/** Clauses of their own, and whoever does it: their words say nothing of what is done. */
const APART = new Set(['nsubj', 'advcl', 'acl:relcl', 'parataxis', 'ccomp', 'appos', 'obl:agent', 'obl:tmod']);

/** Lemmas of what stands with a word in its phrase: "provided" with "economic aid". */
export function phraseWords(tree: SentenceTree, tokens: readonly number[]): string[] {
  const queue = [...tokens];
  const found = new Set<number>();
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    queue.push(...tree.children[at]!.filter((c) => !isApart(tree, c)));
  }
  return [...found].map((i) => tree.lemma[i]!);
}

function isApart(tree: SentenceTree, i: number): boolean {
  const relation = tree.relation(i);
  return APART.has(relation) || (relation === 'conj' && tree.upos(i) === 'VERB');
}
