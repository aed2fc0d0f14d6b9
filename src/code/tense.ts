import type { SentenceTree } from './sentence-tree.ts';

/**
 * The tense of a word, or of the verb that a noun hangs under, with the manner of its sentence: a headline does not end in a full stop (nor does a sentence that closes a quotation after it, which counts as one), and the
 * present of a full sentence tells what somebody always does where no number (a day, a year) says when.
 */
export function tenseIn(tree: SentenceTree, token: number): string {
  const verb = tree.ancestors(token).find((i) => tree.tokens[i]!.feats['VerbForm'] === 'Fin');
  const { Tense: tense = '', Aspect: aspect = '' } = verb === undefined ? {} : tree.tokens[verb]!.feats;
  const own = verb === token ? 'own' : 'above';
  return `${own}${tense}${aspect}_${mannerOf(tree)}`;
}

/** Asked for every word that may tell an act. */
const manners = new WeakMap<SentenceTree, string>();

function mannerOf(tree: SentenceTree): string {
  const known = manners.get(tree) ?? readManner(tree);
  manners.set(tree, known);
  return known;
}

function readManner(tree: SentenceTree): string {
  if (!/[.!?…]["”»']?$/u.test(tree.tokens.at(-1)?.form ?? '')) return 'headline';
  return tree.tokens.some(({ upos }) => upos === 'NUM') ? 'dated' : 'prose';
}
