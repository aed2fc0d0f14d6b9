import type { SentenceTree } from '../sentence-tree.ts';

/** Relations that only join equals or parts of a name. */
const JOINING = ['conj', 'appos', 'flat', 'compound', 'parataxis', 'list'];
const LONGEST = 6;
const LONGEST_ROUGH = 4;

/** Words on the way up from one word, and down to another, without the governor they share. */
function legs(tree: SentenceTree, from: number, to: number): readonly [number[], number[]] | undefined {
  const up = tree.ancestors(from);
  const down = tree.ancestors(to);
  const below = new Set(down);
  const turn = up.findIndex((i) => below.has(i));
  if (turn < 0) return undefined;
  return [up.slice(0, turn), down.slice(0, down.indexOf(up[turn]!)).reverse()];
}

/** Relations up and down between two words: "^xcomp_nsubj". */
export function exactPath(tree: SentenceTree, from: number, to: number): string {
  const found = legs(tree, from, to);
  if (!found) return '?';
  const [up, down] = found;
  if (up.length + down.length > LONGEST) return 'long';
  return up.map((i) => `^${tree.relation(i)}`).join('') + down.map((i) => `_${tree.relation(i)}`).join('');
}

/** The same without what joins equals, each noun phrase with the adposition or the case that leads to it: "_nmod(with)". */
export function roughPath(tree: SentenceTree, from: number, to: number): string {
  const found = legs(tree, from, to);
  if (!found) return '?';
  const counts = (i: number): boolean => !JOINING.includes(tree.relation(i));
  const [up, down] = found.map((leg) => leg.filter(counts)) as [number[], number[]];
  if (up.length + down.length > LONGEST_ROUGH) return 'long';
  const led = (i: number): string => tree.marker(i) ?? tree.tokens[i]!.feats['Case'] ?? '';
  return up.map((i) => `^${tree.relation(i)}`).join('') + down.map((i) => `_${tree.relation(i)}(${led(i)})`).join('');
}
