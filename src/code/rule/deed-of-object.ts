import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "осудил нарушение границы Турции российскими самолётами": words against a deed are against whoever did it, told in the
 * instrumental behind the noun of the deed, wherever the tree hangs him (languages of grammar kind `owner-case`).
 */
export function doersOfDeed({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar, codebook } = composer;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  if (deed || score >= 0 || grammar.words('owner-case').size === 0 || args.isNominal(act.token)) return [];
  const object = args.patients(act.token).find(({ relation, token }) => relation === 'obj' && token > act.token);
  if (!object || index.at(object.token) || tree.upos(object.token) !== 'NOUN') return [];
  for (let i = object.token + 1; i < tree.tokens.length; i++) {
    if (['VERB', 'PUNCT', 'CCONJ'].includes(tree.upos(i)) && !/^[«»"]$/.test(tree.form[i]!)) return [];
    const mention = index.at(i);
    if (!mention || mention.head !== i || mention.actors.length === 0) continue;
    if (tree.tokens[i]!.feats['Case'] === 'Ins' && tree.marker(i) === undefined) return index.ofPhrase(i);
  }
  return [];
}

/**
 * "Bosna'nın plana davet edilmesini sevinçle karşıladı", "Almanya tarafından verilmesine onay vermedi": where verbs come last,
 * words about what somebody is to do or did (a verbal noun) are meant for him, before whomever else that deed concerns. Of
 * a passive it is who does it, else, where the words are kind, who has the good of it.
 */
export function doersOfContent({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const { deed, mutual, score } = composer.codebook.types.get(act.outcome.type)!;
  if (deed || mutual || !composer.grammar.has('order', 'final') || args.isNominal(act.token)) return [];
  const content = tree.dependents(act.token, 'obj', 'obl', 'ccomp').findLast((c) => isOwnedForm(tree, c));
  if (content === undefined) return [];
  const owners = args.isPassive(content)
    ? [...tree.dependents(content, 'obl:agent'), ...(score > 0 ? tree.dependents(content, 'nsubj:pass') : [])]
    : tree.dependents(content, 'nmod:poss');
  return owners[0] === undefined ? [] : index.ofPhrase(owners[0]);
}

function isOwnedForm(tree: SentenceTree, c: number): boolean {
  const { VerbForm: form, 'Person[psor]': owner } = tree.tokens[c]!.feats;
  return tree.upos(c) === 'VERB' && form === 'Vnoun' && owner !== undefined && tree.marker(c) === undefined;
}
