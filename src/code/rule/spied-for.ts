import type { Grammar } from '../../codebook/index.ts';
import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** "Rusya adına casusluk yapan bir subayı gözaltına aldı": for whom somebody spied does nothing here (grammar kind `spied-for`). */
export function isSpiedFor({ form }: SentenceTree, grammar: Pick<Grammar, 'has'>, { last }: Mention): boolean {
  return grammar.has('spied-for', `${form[last + 1]} ${form[last + 2]}`);
}
