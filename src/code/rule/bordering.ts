import type { SentenceTree } from '../sentence-tree.ts';
import type { Composer } from './compose.ts';

/** "у границы с КНДР": the noun before takes the phrase for itself (grammar kind `bordering`). */
export function isBordering(tree: SentenceTree, token: number, { grammar }: Composer): boolean {
  const marker = tree.dependents(token, 'case')[0] ?? token;
  return [tree.head(token), marker - 1].some((noun) => noun >= 0 && grammar.has('bordering', tree.lemma[noun] ?? ''));
}
