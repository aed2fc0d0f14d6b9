import type { Mention } from '../../model/index.ts';
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
