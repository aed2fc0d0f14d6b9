import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { raiserOf } from './raising.ts';

const NEGATION_RELATIONS = ['advmod', 'det', 'mark', 'case', 'cc'];

/** Whether the word itself is negated: by a dependent, by a negator just before it, or by its own form (Turkish -me-). */
export function isNegated(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (tree.tokens[i]!.feats['Polarity'] === 'Neg' || isAbsent(tree, i, grammar)) return true;
  for (const c of tree.dependents(i, ...NEGATION_RELATIONS)) if (grammar.has('negation', tree.form[c]!)) return true;
  // "no longer supplies", "has not yet agreed" (grammar kind `negated-adverb`)
  const isNo = (c: number): boolean =>
    grammar.has('negated-adverb', tree.form[c]!) && c > 0 && grammar.has('negation', tree.form[c - 1]!);
  if (tree.dependents(i, 'advmod').some((c) => c < i && isNo(c)) || isLeftUndone(tree, i, grammar)) return true;
  for (let c = Math.max(0, i - 2); c < i; c++) {
    if (grammar.has('near-negation', tree.form[c]!)) return true;
  }
  // "imposed no sanctions", "takes no side"
  for (const object of tree.upos(i) === 'VERB' ? tree.dependents(i, 'obj') : [])
    if (tree.dependents(object, 'det').some((c) => grammar.has('negative-det', tree.form[c]!))) return true;
  // "neither Riyadh nor its partners dropped bombs", "no soldiers crossed"
  for (const subject of tree.upos(i) === 'VERB' ? tree.dependents(i, 'nsubj', 'nsubj:pass') : [])
    if (tree.children[subject]!.some((c) => grammar.has('negative-subject', tree.form[c]!))) return true;
  const raiser = raiserOf(tree, i, grammar);
  return raiser !== undefined && isNegated(tree, raiser, grammar);
}

/**
 * "refrained from striking", "stopped short of sanctioning", "has yet to ratify" (grammar kind `undone`: the word before the one
 * that introduces the verb), "nearly cut off gas" (kind `nearly`: right before the verb).
 */
export function isLeftUndone(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (tree.upos(i) !== 'VERB') return false;
  if (i > 0 && grammar.has('nearly', tree.form[i - 1]!) && tree.head(i - 1) === i) return true;
  return tree.dependents(i, 'mark', 'case').some((c) => c > 0 && c < i && grammar.has('undone', tree.lemma[c - 1]!));
}

/** "imzalanmış bir antlaşma yok": a participle of what there is not (grammar kind `absent`). */
function isAbsent(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (grammar.words('absent').size === 0 || tree.tokens[i]!.feats['VerbForm'] !== 'Part') return false;
  for (let c = i + 1; c < tree.tokens.length && tree.upos(c) !== 'PUNCT'; c++) {
    if (grammar.has('absent', tree.form[c]!)) return true;
    if (tree.upos(c) === 'VERB') return false;
  }
  return false;
}

/** Folded forms of the auxiliaries of a word. */
export function auxiliaries(tree: SentenceTree, i: number): string[] {
  return tree.dependents(i, 'aux', 'aux:pass').map((c) => tree.form[c]!);
}

/** "Estonia to send howitzers": an infinitive with a subject of its own at the head of a headline is a plan. */
export function isPlannedInfinitive(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (tree.upos(i) !== 'VERB') return false;
  const mark = tree.dependents(i, 'mark', 'aux').find((c) => grammar.has('infinitive', tree.form[c]!));
  if (mark === undefined) return false;
  // without a finite verb the parser takes the name itself for the head
  const head = tree.head(i);
  if (head >= 0 && head < mark && tree.head(head) < 0 && tree.upos(head) === 'PROPN') return true;
  if (!['root', 'parataxis', 'ccomp'].includes(tree.relation(i))) return false;
  return tree.dependents(i, 'nsubj', 'nsubj:pass').some((c) => c < mark);
}

/** Future by auxiliary ("will", "будет"), by form (Tense=Fut), by a raising word ("set to") or beside such a verb ("will go and sign"). */
export function isFuture(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  const { feats } = tree.tokens[i]!;
  if (feats['Tense'] === 'Fut' || isPlannedInfinitive(tree, i, grammar)) return true;
  if (raiserOf(tree, i, grammar) !== undefined || auxiliaries(tree, i).some((word) => grammar.has('future', word)))
    return true;
  return isBare(tree, i) && tree.relation(i) === 'conj' && isLent(tree, i) && isFuture(tree, tree.head(i), grammar);
}

/** An infinitive, or a form that looks like one. */
function isBare(tree: SentenceTree, i: number): boolean {
  return tree.tokens[i]!.feats['VerbForm'] === 'Inf' || (tree.upos(i) === 'VERB' && tree.form[i] === tree.lemma[i]);
}

/** A conjunct without a subject or an auxiliary of its own takes those of the first verb. */
function isLent(tree: SentenceTree, i: number): boolean {
  return tree.head(i) >= 0 && tree.dependents(i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'cop').length === 0;
}

/** "may strike", "if it strikes", "would strike if …". In reported speech "would" is only the future of the past. */
export function isHypothetical(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (auxiliaries(tree, i).some((word) => grammar.has('hypothetical', word))) return true;
  const { Mood: mood, Tense: tense } = tree.tokens[i]!.feats;
  if (mood === 'Cnd' || (mood === 'Pot' && tense !== 'Past')) return true;
  if (isOpinion(tree, i, grammar)) return true;
  const conditional =
    !isReported(tree, i, grammar) && auxiliaries(tree, i).some((word) => grammar.has('conditional', word));
  if (conditional && tree.dependents(i, 'advcl').some((c) => isConditionClause(tree, c, grammar))) return true;
  for (let at = i, steps = 0; at >= 0 && steps < 6; at = tree.head(at), steps++) {
    if (isConditionClause(tree, at, grammar)) return true;
    // "может ввести": a modal verb that governs the act
    if (at !== i && tree.upos(at) !== 'NOUN' && grammar.has('hypothetical', tree.form[at]!)) return true;
    if (!['xcomp', 'aux', 'conj'].includes(tree.relation(at))) break;
  }
  return false;
}

/** "said it would close the strait if …": what somebody says of himself, with a pronoun for a subject, is a plan. */
function isReported(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (tree.relation(i) !== 'ccomp' || !grammar.has('telling', tree.lemma[tree.head(i)] ?? '')) return false;
  return tree.dependents(i, 'nsubj').some((c) => tree.upos(c) === 'PRON' || tree.upos(c) === 'PROPN');
}

/**
 * "передадут ракеты, полагают обозреватели", "вероятно, ответит": what somebody only thinks will happen (grammar kinds
 * `opinion` and `likely`; empty where a language has a word for the future that already says so).
 */
function isOpinion(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  const opinions = grammar.words('opinion');
  if (opinions.size === 0 || !isAhead(tree, i, grammar)) return false;
  if (tree.dependents(i, 'advmod', 'parataxis', 'discourse').some((c) => grammar.has('likely', tree.form[c]!)))
    return true;
  const beside = tree.dependents(i, 'parataxis', 'conj', 'ccomp');
  const above = ['ccomp', 'parataxis', 'conj', 'csubj'].includes(tree.relation(i)) ? [tree.head(i)] : [];
  return [...beside, ...above].some((c) => c >= 0 && opinions.has(tree.lemma[c]!));
}

/** A verb in the future, or one that the tagger calls present though its form is perfective. */
function isAhead(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  const { feats } = tree.tokens[i]!;
  return isFuture(tree, i, grammar) || (feats['Tense'] === 'Pres' && feats['Aspect'] === 'Perf');
}

function isConditionClause(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  return tree.dependents(i, 'mark').some((c) => grammar.has('condition', tree.form[c]!));
}

/** "хотят, чтобы союз поддержал": a finite verb behind a conjunction of purpose (grammar kind `wish-that`) says what should be. */
export function isWished(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (tree.upos(i) !== 'VERB' || tree.tokens[i]!.feats['VerbForm'] !== 'Fin') return false;
  return tree.dependents(i, 'mark').some((c) => grammar.has('wish-that', tree.form[c]!));
}
