import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "В Тегеране осудили Вашингтон": a plural verb without a subject is what those say who sit in the place that it names
 * (grammar kind `impersonal`, word `plural`; the place stands behind an adposition of kind `seat`). Deeds are done by
 * anybody there, and so only words count. A deed that somebody denies without saying whose it was is the denier's.
 */
export function impersonalActors(finder: PartyFinder, act: Act): Mention[] {
  const { index, args, composer } = finder;
  const { denier } = act;
  if (denier !== undefined) {
    const named = args.agents(denier).flatMap(({ token }) => index.ofPhrase(token));
    return named.length > 0 ? named : atSeat(finder, denier);
  }
  const type = composer.codebook.types.get(act.outcome.type)!;
  return type.deed || type.mutual ? [] : atSeat(finder, act.token);
}

function atSeat({ tree, index, args, composer }: PartyFinder, verb: number): Mention[] {
  const { grammar } = composer;
  if (!grammar.has('impersonal', 'plural') || !isImpersonal(tree.tokens[verb]!.feats)) return [];
  if (tree.upos(verb) !== 'VERB' || tree.dependents(verb, 'nsubj', 'nsubj:pass').length > 0) return [];
  for (const { token, adposition } of args.obliques(verb)) {
    if (adposition === undefined || !grammar.has('seat', adposition) || !index.isLocation(token)) continue;
    const found = index.ofPhrase(token, true);
    if (found.some(({ actors }) => actors.length > 0)) return found;
  }
  return [];
}

function isImpersonal({ VerbForm, Number: number, Person: person }: Readonly<Record<string, string>>): boolean {
  return VerbForm === 'Fin' && number === 'Plur' && (person === undefined || person === '3');
}
