import type { SentenceTree } from '../sentence-tree.ts';

/** All tokens under i in order, without those under the tokens of `without`. */
export function subtree(tree: SentenceTree, i: number, without: ReadonlySet<number> = new Set()): number[] {
  const found: number[] = [];
  const stack = [i];
  while (stack.length > 0) {
    const at = stack.pop()!;
    found.push(at);
    for (const c of tree.children[at]!) if (!without.has(c)) stack.push(c);
  }
  return found.sort((a, b) => a - b);
}

const POINT = /^[,.;:!?…—–-]+$/;

/** Sorted, without doubles, without punctuation at both ends. Quotation marks stay. */
export function trim(tree: SentenceTree, tokens: readonly number[]): number[] {
  const sorted = [...new Set(tokens)].sort((a, b) => a - b);
  const isPoint = (i: number): boolean => POINT.test(tree.form[i]!);
  let first = 0;
  let last = sorted.length;
  while (first < last && isPoint(sorted[first]!)) first += 1;
  while (last > first && isPoint(sorted[last - 1]!)) last -= 1;
  return sorted.slice(first, last);
}

/** Several phrases as one, trimmed. */
export function phrases(
  tree: SentenceTree,
  heads: readonly number[],
  without: ReadonlySet<number> = new Set(),
): number[] {
  return trim(
    tree,
    heads.flatMap((head) => subtree(tree, head, without)),
  );
}

/** Children of a noun that belong to its clause when it is a predicate, not to its phrase. */
const CLAUSAL = ['cop', 'nsubj', 'nsubj:pass', 'csubj', 'parataxis', 'advcl', 'aux', 'mark', 'case', 'ccomp'];

/** The noun phrase of a speaker with appositions and relative clauses, but without the branch that leads to `cue`. */
export function sourcePhrase(tree: SentenceTree, head: number, cue: number): number[] {
  const skip = new Set(tree.children[head]!.filter((c) => CLAUSAL.includes(tree.relation(c)) || tree.isUnder(cue, c)));
  return trim(tree, subtree(tree, head, skip));
}
