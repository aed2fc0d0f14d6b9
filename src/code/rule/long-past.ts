import type { TimeExpression } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { Composer } from './compose.ts';
import { dateOf } from './event-date.ts';

/** From so many years before publication on, what a side clause dates is history. */
const YEARS = 5;

/** When a sentence was published, and what it says of time. */
export interface Issue {
  readonly year: number | undefined;
  readonly times: readonly TimeExpression[];
}

/**
 * "wary of China, with which it fought a border war in 1979", "a reactor shut down under an agreement in 2007": a clause that
 * says who somebody is, dated years before the news, tells no news. The main clause may tell history.
 */
export function isLongPast(
  tree: SentenceTree,
  act: Act,
  grammar: Composer['grammar'],
  { year, times }: Issue,
): boolean {
  if (year === undefined || !isRelative(tree, act.token, grammar)) return false;
  const date = dateOf(tree, act.outcome.token, times);
  return date !== null && Number(date.to.slice(0, 4)) <= year - YEARS;
}

/** A clause with a relative word of its own (grammar kind `relative`), or a participle behind its noun. */
function isRelative(tree: SentenceTree, token: number, grammar: Composer['grammar']): boolean {
  if (tree.upos(token) !== 'VERB') return false;
  if (tree.relation(token).startsWith('acl')) return true;
  const isPronoun = (c: number): boolean => grammar.has('relative', tree.form[c]!) && tree.form[c] !== 'that';
  return tree.dependents(token, 'nsubj', 'nsubj:pass', 'obl', 'obj').some(isPronoun);
}
