import { Analyser } from '../src/language/engine/analyser.ts';
import { readModel } from '../src/language/engine/model-file.ts';
import type { Recipe } from './recipe.ts';
import { f1, scoreTrees } from './score.ts';
import { readTreebank } from './treebank.ts';

/** Column -> percentage with two decimals, for one treebank. */
export interface Figures {
  readonly treebank: string;
  readonly values: Readonly<Record<Column, string>>;
}

export const COLUMNS = ['UPOS', 'lemma', 'UAS', 'LAS', 'subject F1', 'object F1', 'triple F1', 'role F1'] as const;
export type Column = (typeof COLUMNS)[number];

/** Scores a model on its recipe's test treebanks: gold tokens, predicted tags. */
export function measureModel(recipe: Recipe, bytes: Uint8Array): Figures[] {
  const grammar = recipe.grammar();
  const analyser = new Analyser(readModel(bytes), grammar);
  return recipe.test.map((treebank) => {
    const gold = readTreebank(treebank);
    const found = gold.map(({ forms }) => analyser.analyse(forms.map((form) => ({ start: 0, end: 0, form }))));
    const s = scoreTrees(gold, found, grammar.lower);
    const numbers = [s.upos, s.lemma, s.uas, s.las, f1(s.subjects), f1(s.objects), f1(s.triples), f1(s.roles)];
    const values = Object.fromEntries(COLUMNS.map((column, i) => [column, numbers[i]!.toFixed(2)]));
    return { treebank, values: values as Record<Column, string> };
  });
}
