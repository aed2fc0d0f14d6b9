/** Heads (from 1, 0 root) with the shortest crossing arcs lifted to the grandparent until none crosses. */
export function projective(heads: readonly number[]): number[] {
  const lifted = [...heads];
  for (let guard = 0; guard < heads.length * 3; guard++) {
    const child = shortestCrossing(lifted);
    if (child < 0) break;
    lifted[child - 1] = lifted[lifted[child - 1]! - 1]!;
  }
  return lifted;
}

function shortestCrossing(heads: readonly number[]): number {
  let best = -1;
  let bestLength = Number.MAX_SAFE_INTEGER;
  for (let child = 1; child <= heads.length; child++) {
    const head = heads[child - 1]!;
    const length = Math.abs(child - head);
    if (head === 0 || length >= bestLength || !crosses(heads, child, head)) continue;
    best = child;
    bestLength = length;
  }
  return best;
}

/** Some word between child and head does not descend from the head. */
function crosses(heads: readonly number[], child: number, head: number): boolean {
  for (let k = Math.min(child, head) + 1; k < Math.max(child, head); k++) {
    let above = k;
    let steps = 0;
    while (above !== 0 && above !== head && steps++ <= heads.length) above = heads[above - 1]!;
    if (above !== head) return true;
  }
  return false;
}
