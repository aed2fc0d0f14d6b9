import type { Mention } from '../../model/index.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * Who says "we" from here on where nobody is quoted. A statement has its author in its title ("Statement by Secretary
 * Kerry"; grammar kinds `statement`, `author`) or speaks of him by name in the present tense ("The United States condemns
 * …. We call on …"; kind `states`).
 */
export function authorIn(finder: PartyFinder): Mention | undefined {
  const { tree } = finder;
  const hasVerb = tree.tokens.some((token) => token.feats['VerbForm'] === 'Fin');
  const author = hasVerb ? stater(finder) : inTitle(finder);
  return author && { ...author, first: 0, last: 0, head: 0, why: 'writes these words' };
}

function inTitle({ tree, index, composer }: PartyFinder): Mention | undefined {
  for (const [i, lemma] of tree.lemma.entries()) {
    if (!composer.grammar.has('statement', lemma)) continue;
    const before = index.at(i - 1);
    if (before && names(before)) return before;
    if (!composer.grammar.has('author', tree.form[i + 1] ?? '')) continue;
    for (let k = i + 2; k < Math.min(tree.tokens.length, i + 2 + REACH); k++) {
      const found = index.at(k);
      if (found && names(found)) return found;
    }
  }
  return undefined;
}

/** Words between "by" and whoever is named: "Statement by the High Representative and Vice-President". */
const REACH = 8;

function stater({ tree, index, composer, speakers }: PartyFinder): Mention | undefined {
  const { grammar } = composer;
  const root = tree.tokens.findIndex((_, i) => tree.head(i) < 0);
  if (root < 0 || speakers(root).length > 0) return undefined;
  // "the ministry issued a statement"
  const issues = tree.dependents(root, 'obj').some((c) => grammar.has('statement', tree.lemma[c]!));
  const states = grammar.has('states', tree.lemma[root]!) && tree.tokens[root]!.feats['Tense'] === 'Pres';
  if (!issues && !states) return undefined;
  const [subject] = tree.dependents(root, 'nsubj');
  const found = subject === undefined ? undefined : index.at(subject);
  return found && (issues || found.kind === 'name') && names(found) ? found : undefined;
}

function names({ actors }: Mention): boolean {
  return actors.length === 1 && actors[0]!.sector !== 'REB';
}
