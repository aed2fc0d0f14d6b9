import type { SentenceTree } from '../sentence-tree.ts';
import type { Composer } from './compose.ts';

/**
 * The word of the deed that a denial speaks of (grammar kind `denial` names the verbs): the verb of the clause behind
 * it ("отрицает, что бомбила", "отверг утверждения, будто …"), else, for verbs of kind `denial-deed`, the deed it has as
 * its object ("отрицает передачу порта"). Nouns of report (kind `report-noun`) are what is said and no deed.
 */
export function deniedWords(tree: SentenceTree, { grammar }: Composer, denier: number): number[] {
  const found: number[] = [];
  for (let c = denier + 1; c < tree.tokens.length; c++) {
    if (/^[.;:]$/.test(tree.form[c]!)) break;
    const marker = tree.marker(c);
    if (marker !== undefined && grammar.has('claim-marker', marker) && tree.isUnder(c, denier)) found.push(c);
  }
  if (found.length > 0 || !grammar.has('denial-deed', tree.lemma[denier]!)) return found.slice(0, 1);
  // "не подтвердил сообщения о встрече": the deed is what the report is about
  return tree
    .dependents(denier, 'obj', 'nsubj:pass')
    .flatMap((c) => (grammar.has('report-noun', tree.lemma[c]!) ? tree.dependents(c, 'nmod') : [c]))
    .filter((c) => tree.upos(c) === 'NOUN' && !grammar.has('report-noun', tree.lemma[c]!));
}
