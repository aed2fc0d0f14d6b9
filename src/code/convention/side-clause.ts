import type { Event, Participant } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** Clauses that say when, why or of whom: what they tell is not what the sentence reports. */
const SIDE = new Set(['advcl', 'acl:relcl', 'acl']);

/** The word of the tree that says an event. */
export function triggerOf(tree: SentenceTree, { trigger }: Event): number {
  return tree.tokens.findIndex(({ start, end }) => start <= trigger.start && trigger.start < end);
}

/** "restored ties after crowds burned its embassy": whether the act stands in a clause beside the one that reports. */
export function isInSideClause(tree: SentenceTree, event: Event): boolean {
  const at = triggerOf(tree, event);
  return at >= 0 && tree.ancestors(at).some((i) => isSideVerb(tree, i));
}

/** "restored ties with Xland after Jordanian crowds burned it": whether somebody is only the subject of such a clause. */
export function actsBeside(tree: SentenceTree, { mention }: Participant): boolean {
  return tree.tokens.some(
    ({ start, end, deprel, head }) =>
      start >= mention.start && end <= mention.end && deprel.startsWith('nsubj') && isSideVerb(tree, head),
  );
}

function isSideVerb(tree: SentenceTree, i: number): boolean {
  return hasVerb(tree, i) && ((SIDE.has(tree.relation(i)) && !isToldBefore(tree, i)) || isIntroduced(tree, i));
}

/** "Xland signed a treaty, officials announced": a clause with its own subject and no conjunction before the one that tells it. */
function isToldBefore(tree: SentenceTree, i: number): boolean {
  const subjects = tree.dependents(i, 'nsubj', 'nsubj:pass');
  return tree.relation(i) === 'advcl' && tree.head(i) > i && subjects.some((c) => c < i);
}

/** "after crowds burned it": by its conjunction, whatever the tree hangs the clause on. */
function isIntroduced(tree: SentenceTree, i: number): boolean {
  const isConjunction = (at: number): boolean =>
    tree.dependents(at, 'mark', 'case').some((c) => tree.upos(c) === 'SCONJ');
  // "that" opens what is told; what stands as a case before the subject does not
  if (tree.dependents(i, 'nsubj', 'nsubj:pass').some(isConjunction)) return true;
  return tree.relation(i) !== 'ccomp' && isConjunction(i);
}

function hasVerb(tree: SentenceTree, i: number): boolean {
  return tree.upos(i) === 'VERB' && tree.tokens[i]!.feats['VerbForm'] !== 'Inf';
}

/** "condemned the attack": a noun inside an act that is coded itself. */
export function isInsideOther(tree: SentenceTree, event: Event, others: readonly Event[]): boolean {
  const at = triggerOf(tree, event);
  if (at < 0 || tree.upos(at) !== 'NOUN') return false;
  const above = new Set(tree.ancestors(at).slice(1));
  return others.some((other) => other !== event && above.has(triggerOf(tree, other)));
}
