import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** A result has fewer points than this: "3-1". */
const POINTS = 30;

/**
 * Sentences that use the words of conflict for something else, and of which nothing is coded: a match ("Canada beat the
 * United States 3-2"; grammar kinds `sport` and, beside a result, `contest`) and what a work tells ("The film tells of an
 * officer captured by the Red Army"; kinds `work` and `depicts`).
 */
export function tellsNoNews(tree: SentenceTree, grammar: Grammar): string | undefined {
  if (isSport(tree, grammar)) return 'told of a match';
  return isWork(tree, grammar) ? 'told by a film, a book or the like' : undefined;
}

function isSport({ form, lemma }: SentenceTree, grammar: Grammar): boolean {
  if (form.some((word) => grammar.has('sport', word))) return true;
  return lemma.some((word) => grammar.has('contest', word)) && form.some((_, i) => isResult(form, i));
}

function isResult(form: readonly string[], i: number): boolean {
  const isPoints = (word = ''): boolean => /^\d{1,2}$/.test(word) && Number(word) < POINTS;
  if (/^\d{1,2}[-–]\d{1,2}$/.test(form[i]!)) return form[i]!.split(/[-–]/).every(isPoints);
  return /^[-–]$/.test(form[i]!) && isPoints(form[i - 1]) && isPoints(form[i + 1]);
}

/** The work is the subject of the sentence, or the place where it happens ("In the novel, …"). */
function isWork(tree: SentenceTree, grammar: Grammar): boolean {
  if (grammar.words('work').size === 0) return false;
  const root = tree.tokens.findIndex(({ head }) => head < 0);
  const isSubject = (i: number): boolean => grammar.has('work', tree.lemma[i]!);
  if (root < 0) return false;
  if (grammar.has('depicts', tree.lemma[root]!)) return tree.dependents(root, 'nsubj').some(isSubject);
  return tree
    .dependents(root, 'obl')
    .some((i) => i < root && i <= 2 && tree.marker(i) === 'in' && isSubject(i) && tree.form[i + 1] === ',');
}
