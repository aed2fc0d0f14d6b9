import type { Token } from '../../model/index.ts';

/** Whether a word is another one or hangs below it. */
export function hangsUnder(tokens: readonly Token[], i: number, top: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps <= tokens.length; at = tokens[at]!.head, steps++)
    if (at === top) return true;
  return false;
}
