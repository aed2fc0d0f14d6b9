import type { SentenceTree } from '../sentence-tree.ts';
import type { ActReader } from './act.ts';

const MAX_UP = 5;

/** What a sentence says there is no sign of, or what is only feared not to come. */
export function isDoubted({ tree, composer }: Pick<ActReader, 'tree' | 'composer'>, i: number): boolean {
  const { grammar } = composer;
  if (grammar.words('doubt-noun').size === 0) return false;
  const isDenied = (token: number): boolean => grammar.has('negation', tree.form[token] ?? '');
  for (let at = i, steps = 0; at >= 0 && steps < MAX_UP; at = tree.head(at), steps++) {
    const noun = tree.upos(at) === 'VERB' ? signBefore(tree, at) : -1;
    if (noun >= 0 && grammar.has('doubt-noun', tree.lemma[noun]!))
      return [tree.head(noun), ...tree.children[noun]!].some(isDenied);
  }
  // "вряд ли Осло вступит"
  const adverbs = tree.dependents(i, 'advmod', 'discourse', 'parataxis');
  if (tree.upos(i) === 'VERB' && adverbs.some((c) => grammar.has('unlikely', tree.form[c]!))) return true;
  // "если Варшава не распустит палату": nobody is said to be about to do what a condition denies
  const isCondition = (c: number): boolean => grammar.has('condition', tree.form[c]!);
  const isNegated = tree.dependents(i, 'advmod').some((c) => grammar.has('near-negation', tree.form[c]!));
  return tree.upos(i) === 'VERB' && isNegated && tree.dependents(i, 'mark').some(isCondition);
}

/** "признаков того, что Пекин готовит": the noun that the clause of a verb explains. */
function signBefore(tree: SentenceTree, verb: number): number {
  // "оснований полагать, что"
  if (tree.tokens[verb]!.feats['VerbForm'] === 'Inf' && tree.upos(tree.head(verb)) === 'NOUN') return tree.head(verb);
  const mark = tree.dependents(verb, 'mark')[0];
  if (mark === undefined || tree.form[mark - 1] !== ',') return -1;
  return tree.upos(mark - 2) === 'PRON' || tree.upos(mark - 2) === 'DET' ? mark - 3 : mark - 2;
}
