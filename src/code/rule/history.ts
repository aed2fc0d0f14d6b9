import type { Interval } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { Composer } from './compose.ts';

/** An act that was this many years old when the text was published is told as history, not as news … */
const YEARS = 40;
/** … and in a clause that only says who somebody is, one of so many years. */
const YEARS_ASIDE = 5;

/**
 * "Egypt and Syria attacked Israel in October 1973", "Восемьдесят лет назад войска освободили …": long before the day of the
 * text. "Wary of China, with which it fought a border war in 1979", "a reactor shut down under an agreement in 2007": years
 * before it, in a clause that tells no news.
 */
export function isHistory(
  tree: SentenceTree,
  act: Act,
  grammar: Composer['grammar'],
  { when, published }: { readonly when: Interval | null; readonly published: string | undefined },
): boolean {
  if (!when?.to || published === undefined) return false;
  const age = yearOf(published) - yearOf(when.to);
  return age >= YEARS || (age >= YEARS_ASIDE && isRelative(tree, act.token, grammar));
}

function yearOf(day: string): number {
  return Number.parseInt(day.slice(0, 4), 10);
}

/** A clause with a relative word of its own (grammar kind `relative`), or a participle behind its noun. */
function isRelative(tree: SentenceTree, token: number, grammar: Composer['grammar']): boolean {
  if (tree.upos(token) !== 'VERB') return false;
  if (tree.relation(token).startsWith('acl')) return true;
  const isPronoun = (c: number): boolean => grammar.has('relative', tree.form[c]!) && tree.form[c] !== 'that';
  return tree.dependents(token, 'nsubj', 'nsubj:pass', 'obl', 'obj').some(isPronoun);
}
