import type { Interval, TimeExpression } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';

const CLAUSE_BREAKS = ['ccomp', 'advcl', 'acl:relcl', 'parataxis', 'conj', 'root', 'csubj'];

/** The word that heads the clause of i: clauses do not share their dates. */
function clauseHead(tree: SentenceTree, i: number): number {
  let at = i;
  for (let steps = 0; tree.head(at) >= 0 && steps < tree.tokens.length; steps++) {
    const verbal = tree.upos(at) === 'VERB' || tree.upos(at) === 'AUX' || tree.relation(at) === 'ccomp';
    const breaks = CLAUSE_BREAKS.includes(tree.relation(at)) && (verbal || tree.relation(at) !== 'conj');
    if (breaks && !isBareAdverbial(tree, at)) return at;
    at = tree.head(at);
  }
  return at;
}

/** "assisted China in developing …", "bombed the port, killing …": without a subject of its own it shares the date. */
function isBareAdverbial(tree: SentenceTree, i: number): boolean {
  if (tree.relation(i) !== 'advcl' || tree.head(i) < 0) return false;
  return (
    tree.tokens[i]!.feats['VerbForm'] !== 'Fin' &&
    tree.dependents(i, 'nsubj', 'nsubj:pass', 'csubj', 'aux').length === 0
  );
}

function tokenAt(tree: SentenceTree, time: TimeExpression): number {
  let best = -1;
  for (let i = 0; i < tree.tokens.length; i++) {
    const token = tree.tokens[i]!;
    if (token.start >= time.end) break;
    if (token.end <= time.start) continue;
    const head = tree.head(i);
    const outside = head < 0 || tree.tokens[head]!.end <= time.start || tree.tokens[head]!.start >= time.end;
    if (best < 0 || outside) best = i;
  }
  return best;
}

/**
 * The date of an event: a date phrase of its own clause, the nearest one if there are several. A second clause does
 * not inherit the first one's date ("In March Xi visited Moscow, while Putin travelled to Beijing").
 */
export function dateOf(tree: SentenceTree, trigger: number, times: readonly TimeExpression[]): Interval | null {
  const clause = clauseHead(tree, trigger);
  let best: Interval | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const time of times) {
    if (!time.interval || time.background) continue;
    const token = tokenAt(tree, time);
    if (token < 0 || clauseHead(tree, token) !== clause) continue;
    const gap = Math.abs(token - trigger);
    if (gap < distance) {
      best = time.interval;
      distance = gap;
    }
  }
  return best;
}

/** "denied on 5 May that it had supplied …": a denial is dated by its own day where the deed that is denied has none. */
export function dateOfAct(
  tree: SentenceTree,
  { token, stance, operators }: Pick<Act['outcome'], 'token' | 'stance' | 'operators'>,
  times: readonly TimeExpression[],
): Interval | null {
  const own = dateOf(tree, token, times);
  if (own || stance !== 'denied' || !operators.includes('deny')) return own;
  const above = tree.head(clauseHead(tree, token));
  return above < 0 ? null : dateOf(tree, above, times);
}
