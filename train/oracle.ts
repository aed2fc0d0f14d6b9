import { LEFT, type ParseState, RIGHT, SHIFT } from '../src/language/engine/parse-state.ts';

export const IMPOSSIBLE = 1e9;

/**
 * How many gold arcs each action makes impossible (arc-hybrid dynamic oracle, Goldberg and Nivre 2013). `gold[i]` is the
 * head of word i (1..n), n + 1 the root.
 */
export function actionCosts(state: ParseState, gold: Int32Array, costs: Float64Array): void {
  const { stack, depth, next, length } = state;
  const top = stack[depth - 1]!;
  const below = depth > 1 ? stack[depth - 2]! : 0;
  let waiting = 0;
  for (let x = next; x <= length; x++) if (gold[x] === top) waiting++;
  costs[SHIFT] = next <= length ? shiftCost(state, gold) : IMPOSSIBLE;
  const head = gold[top]!;
  costs[LEFT] = waiting + (head !== next && (head === below || head > next) ? 1 : 0);
  costs[RIGHT] = depth > 1 ? waiting + (head >= next ? 1 : 0) : IMPOSSIBLE;
}

function shiftCost(state: ParseState, gold: Int32Array): number {
  const { stack, depth, next } = state;
  let cost = 0;
  for (let k = 0; k < depth; k++) {
    if (gold[stack[k]!] === next) cost++;
    if (k < depth - 1 && gold[next] === stack[k]) cost++;
  }
  return cost;
}
