import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder, Told } from './party-finder.ts';

/**
 * "blamed Somalia for the raid on Mandera", "criticised China over the arrest of two Japanese": a hostile deed told as a noun
 * without a doer was done by whoever is reproached with it (grammar kind `reproach`; behind a verb of kind `blame-verb`
 * any noun).
 */
export function blamed({ tree, args, composer, earlier }: PartyFinder, act: Act): readonly Mention[] {
  const { grammar, codebook } = composer;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  if (!deed || score >= 0 || grammar.words('blame-verb').size === 0 || !args.isNominal(act.token)) return [];
  const verb = tree.ancestors(act.token).find((i) => tree.upos(i) === 'VERB');
  const isReproach = ({ token, said, score: tone, recipient }: Told): boolean =>
    token === verb && said && tone < 0 && recipient.length > 0;
  const told = verb === undefined ? undefined : earlier.find(isReproach);
  if (!told) return [];
  const between = [act.token, ...tree.ancestors(act.token)].filter((i) => i !== verb && tree.isUnder(i, verb!));
  const isCause = (word: string): boolean => grammar.has('reproach', word) && !grammar.has('earlier', word);
  const isMeant = grammar.has('blame-verb', tree.lemma[verb!]!) || between.some((i) => isCause(tree.marker(i) ?? ''));
  return isMeant ? told.recipient : [];
}
