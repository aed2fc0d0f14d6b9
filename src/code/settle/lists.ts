import type { Mention } from '../../model/index.ts';
import type { Reading } from './reading.ts';
import { countOf, maskOf, type Side } from './sides.ts';

/** What stands before the last name of a list, in any of the languages. */
const LAST = /^(?:, )?(?:and|as well as|и|а также|ve|ile)(?: the)?$/;
const COMMA = /^,(?: the)?$/;

/** Of ", as well as the" the last word is the fifth behind the name, and the next name the sixth. */
const LONGEST = 6;

type Link = 'comma' | 'last' | 'tree' | undefined;

/** Sides that a sentence names in one breath ("A, B and C"), as bits: each list of two and more. */
export function listsOf({ tree, mentions }: Reading, sides: readonly Side[]): number[] {
  const isHere = ({ sentence, actors }: Mention): boolean => sentence === tree.sentence.index && actors.length > 0;
  const named = mentions.filter(isHere).sort((a, b) => a.start - b.start);
  const runs: number[] = [];
  let before: Link;
  for (const [i, mention] of named.entries()) {
    const link = i === 0 ? undefined : linkOf(tree, named[i - 1]!, mention);
    // "A, B ve C, D'yi uyardı": behind its last name a list is over
    if (link === undefined || (link === 'comma' && before === 'last')) runs.push(0);
    runs[runs.length - 1]! |= maskOf(sides, [mention]);
    before = link;
  }
  return [...new Set(runs)].filter((run) => countOf(run) > 1);
}

/** By what stands between them, or by the tree: either may fail where the other does not. */
function linkOf(tree: Reading['tree'], one: Mention, next: Mention): Link {
  if (next.first - one.last <= LONGEST) {
    const between = tree.form.slice(one.last + 1, next.first).join(' ');
    if (LAST.test(between)) return 'last';
    if (COMMA.test(between)) return 'comma';
  }
  const above = tree.head(next.head);
  if (tree.relation(next.head) !== 'conj' || above < 0) return undefined;
  const isInside = above >= one.first && above <= one.last;
  return isInside || (tree.relation(one.head) === 'conj' && tree.head(one.head) === above) ? 'tree' : undefined;
}
