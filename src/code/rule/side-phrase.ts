import type { Grammar } from '../../codebook/index.ts';
import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { isOpenedBy } from './opened-by.ts';

const UP = 4;

/**
 * "При посредничестве Омана", "из-за ударов Ирана": a phrase that tells on what occasion or with whose help (grammar
 * kinds `side-phrase`, adposition and noun, and `background`), and so names nobody whom the act concerns.
 */
export function isAsidePhrase(tree: SentenceTree, { head, first }: Mention, grammar: Grammar): boolean {
  if (grammar.words('side-phrase').size === 0) return false;
  for (let at = head, steps = 0; at >= 0 && steps < UP && tree.upos(at) !== 'VERB'; at = tree.head(at), steps++) {
    const marker = tree.marker(at);
    if (marker === undefined) continue;
    if (isOpenedBy(tree, grammar, 'background', at)) return true;
    if (at < first && grammar.has('side-phrase', `${marker} ${tree.form[at]}`)) return true;
  }
  return false;
}
