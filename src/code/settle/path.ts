import type { SentenceTree } from '../sentence-tree.ts';

/** Relations that only join equals or parts of a name. */
const JOINING = ['conj', 'appos', 'flat', 'compound', 'parataxis', 'list'];
const LONGEST = 6;
const LONGEST_ROUGH = 4;

export interface Paths {
  /** Relations up and down between two words: "^xcomp_nsubj". */
  readonly exact: string;
  /** The same without what joins equals, each noun phrase with the adposition or the case that leads to it: "_nmod(with)". */
  readonly rough: string;
}

const NO_PATH: Paths = { exact: '?', rough: '?' };

export function pathsBetween(tree: SentenceTree, from: number, to: number): Paths {
  const up = tree.ancestors(from);
  const down = tree.ancestors(to);
  // the governor that both share is on neither leg
  const turn = up.findIndex((i) => down.includes(i));
  if (turn < 0) return NO_PATH;
  down.length = down.indexOf(up[turn]!);
  down.reverse();
  up.length = turn;
  return { exact: exactPath(tree, up, down), rough: roughPath(tree, up, down) };
}

function exactPath(tree: SentenceTree, up: readonly number[], down: readonly number[]): string {
  if (up.length + down.length > LONGEST) return 'long';
  let path = '';
  for (const i of up) path += `^${tree.relation(i)}`;
  for (const i of down) path += `_${tree.relation(i)}`;
  return path;
}

function roughPath(tree: SentenceTree, up: readonly number[], down: readonly number[]): string {
  let length = 0;
  let path = '';
  for (const i of up) {
    const relation = tree.relation(i);
    if (JOINING.includes(relation)) continue;
    path += `^${relation}`;
    length += 1;
  }
  for (const i of down) {
    const relation = tree.relation(i);
    if (JOINING.includes(relation)) continue;
    path += `_${relation}(${tree.marker(i) ?? tree.tokens[i]!.feats['Case'] ?? ''})`;
    length += 1;
  }
  return length > LONGEST_ROUGH ? 'long' : path;
}
