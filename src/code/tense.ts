import type { SentenceTree } from './sentence-tree.ts';

/**
 * The tense of a word, or of the verb that a noun hangs under, with how that is told: a headline does not end in a full stop, and
 * the present of a full sentence tells what somebody always does, unless a day or a number says when.
 */
export function tenseIn(tree: SentenceTree, token: number): string {
  const known = times.get(tree) ?? readTimes(tree);
  times.set(tree, known);
  known.tenses[token] ??= readTense(tree, token, known);
  return known.tenses[token];
}

function readTense(tree: SentenceTree, token: number, { manner, often }: Times): string {
  for (let verb = token, steps = 0; verb >= 0 && steps <= tree.tokens.length; verb = tree.head(verb), steps++) {
    const tense = finiteTense(tree, verb);
    if (tense !== undefined) return `${verb === token ? 'own' : 'above'}${tense}_${often.has(verb) ? 'often' : manner}`;
  }
  return `none_${often.has(-1) ? 'often' : manner}`;
}

/** Of a finite verb, or of a participle with its finite auxiliary ("has signed", "был задержан"). */
function finiteTense(tree: SentenceTree, verb: number): string | undefined {
  const { upos, feats } = tree.tokens[verb]!;
  // the Turkish treebanks leave the form of many finite verbs out
  const isTensed =
    feats['VerbForm'] === 'Fin' || (feats['VerbForm'] === undefined && upos === 'VERB' && feats['Tense'] !== undefined);
  if (isTensed) return `${feats['Tense'] ?? ''}${feats['Aspect'] ?? ''}`;
  const aux = tree.dependents(verb, 'aux', 'aux:pass').find((c) => tree.tokens[c]!.feats['VerbForm'] === 'Fin');
  return aux === undefined ? undefined : `${tree.tokens[aux]!.feats['Tense'] ?? ''}+${tree.lemma[aux]}`;
}

/** What a sentence says of when, asked for every word that may tell an act. */
interface Times {
  readonly manner: string;
  /** Words of what happens again and again (grammar kind `often`), by the verb that they hang under. */
  readonly often: ReadonlySet<number>;
  /** By token, where it has been asked for: a word is asked three times. */
  readonly tenses: string[];
}

const times = new WeakMap<SentenceTree, Times>();

function readTimes(tree: SentenceTree): Times {
  const often = new Set<number>();
  for (let i = 0; i < tree.tokens.length; i++) if (tree.isOf('often', i)) often.add(verbOver(tree, i));
  return { manner: readManner(tree), often, tenses: [] };
}

function verbOver(tree: SentenceTree, i: number): number {
  return tree.ancestors(i).find((k) => k !== i && finiteTense(tree, k) !== undefined) ?? -1;
}

function readManner(tree: SentenceTree): string {
  const last = tree.form.findLast((form) => !/^["”»’']+$/u.test(form)) ?? '';
  if (!/[.!?…]["”»’']?$/u.test(last)) return 'headline';
  if (tree.tokens.some((_, i) => tree.isOf('day-word', i))) return 'day';
  return tree.tokens.some(({ upos }) => upos === 'NUM') ? 'number' : 'prose';
}
