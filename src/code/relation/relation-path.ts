import type { Grammar } from '../../codebook/index.ts';
import type { Matcher } from '../rule/match.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** Token ranges (inclusive) of the two parties whose relation is asked for. */
export interface Parties {
  readonly source: readonly [number, number];
  readonly target: readonly [number, number];
}

/** The words that may say what the source does to the target, nearest evidence first. */
export interface RelationChains {
  /** From the meeting point of both paths down to the target, with the objects of its verbs. */
  readonly toTarget: readonly number[];
  readonly sourceSide: readonly number[];
  readonly above: readonly number[];
}

/** The token of a span that its words hang on. */
export function headOfSpan(tree: SentenceTree, [first, last]: readonly [number, number]): number {
  for (let i = first; i <= last; i++) {
    const head = tree.head(i);
    if (head < first || head > last) return i;
  }
  return last;
}

function meet(tree: SentenceTree, a: number, b: number): { up: number[]; down: number[]; above: number[] } {
  const up = tree.ancestors(a);
  const place = new Map(up.map((token, index) => [token, index]));
  const down: number[] = [];
  let at = b;
  for (let steps = 0; at >= 0 && !place.has(at) && steps <= tree.tokens.length; steps++) {
    down.push(at);
    at = tree.head(at);
  }
  const index = place.get(at) ?? up.length - 1;
  return { up: up.slice(0, index + 1), down: down.reverse(), above: up.slice(index + 1) };
}

/** Chains for the tree reading; tokens inside the parties are left out. */
export function relationChains(
  tree: SentenceTree,
  parties: Parties,
  matcher: Matcher,
  grammar: Grammar,
): RelationChains {
  const inside = (i: number): boolean =>
    (i >= parties.source[0] && i <= parties.source[1]) || (i >= parties.target[0] && i <= parties.target[1]);
  const { up, down, above } = meet(tree, headOfSpan(tree, parties.source), headOfSpan(tree, parties.target));
  const body = [up.at(-1)!, ...down];
  const chain: number[] = [];
  for (const [k, i] of body.entries()) {
    if (k > 0 && cutsOff(tree, i, grammar) && chain.some((j) => !inside(j) && matcher.at(j).weight >= 1)) break;
    if (k > 0 && chain.length > 0 && tree.relation(i) === 'conj') chain.pop();
    chain.push(i);
  }
  const taken = new Set([...body, ...up]);
  const extended: number[] = [];
  for (const i of chain) {
    if (inside(i)) continue;
    extended.push(i);
    for (const c of tree.dependents(i, 'obj', 'xcomp', 'nsubj:pass')) if (!taken.has(c) && !inside(c)) extended.push(c);
  }
  const outside = (tokens: readonly number[]): number[] => tokens.filter((i) => !inside(i));
  return { toTarget: extended, sourceSide: outside(up.slice(0, -1)), above: outside(above) };
}

/** A background clause ("after …", "amid …") says nothing about what the source does. */
function cutsOff(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (!['advcl', 'obl', 'acl'].includes(tree.relation(i))) return false;
  return tree.dependents(i, 'mark', 'case', 'advmod').some((m) => m < i && grammar.has('background', tree.form[m]!));
}

/** Windows for the reading without a tree: between the parties, after the second, before the first. */
export function relationWindows(tree: SentenceTree, parties: Parties): readonly (readonly number[])[] {
  const [a, b] = [parties.source, parties.target].sort((x, y) => x[0] - y[0]) as [
    readonly [number, number],
    readonly [number, number],
  ];
  const range = (from: number, to: number): number[] => {
    const list: number[] = [];
    for (let i = Math.max(0, from); i < Math.min(tree.tokens.length, to); i++) list.push(i);
    return list;
  };
  return [range(a[1] + 1, b[0]), range(b[1] + 1, b[1] + 13), range(a[0] - 10, a[0])];
}
