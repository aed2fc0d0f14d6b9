import type { Recipe } from './recipe.ts';
import { readTreebank, type Tree } from './treebank.ts';

/** The sentences that a language is trained on, in the recipe's order. */
export function trainingTrees(recipe: Recipe): readonly Tree[] {
  return Object.entries(recipe.train).flatMap(([name, style]) => readTreebank(name, style));
}
