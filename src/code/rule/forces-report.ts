import { type Mention, overlaps } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import type { PartyFinder } from './party-finder.ts';
import { unique } from './second-party.ts';

/** Sectors of those who shoot down, capture and arrest. */
const FORCES: ReadonlySet<string> = new Set(['MIL', 'COP', 'SPY']);

/**
 * "The defence ministry said four Ukrainian drones had been shot down", "ФСБ: задержан гражданин Украины", "MSB: 3 PKK'lı
 * etkisiz hale getirildi": what only forces do (grammar kind `forces-deed`), told in the passive by forces (their sector, or a
 * word of the kind `forces-word`), they did themselves, unless it was done to their own.
 */
export function forcesReport({ tree, index, args, composer, speakers }: PartyFinder, act: Act): Mention[] {
  const { grammar, codebook } = composer;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  const isTheirs = [act.token, ...act.used].some((token) => grammar.has('forces-deed', tree.lemma[token]!));
  if (!deed || score > 0 || !isTheirs || !args.isPassive(act.token)) return [];
  const told = unique(tree.tokens.flatMap((_, i) => index.at(i) ?? []));
  const tellers = speakers(act.token).flatMap((teller) => told.filter((one) => overlaps(one, teller)));
  const isForces = ({ first, last, actors }: Mention): boolean =>
    actors.every(({ sector }) => FORCES.has(sector ?? '')) ||
    tree.form.slice(first, last + 1).some((word) => grammar.has('forces-word', word));
  const known = tellers.filter(({ actors }) => actors.length > 0);
  if (known.length === 0 || !known.every(isForces)) return [];
  const own = codesOf(known);
  const hit = args.patients(act.token).flatMap(({ token }) => index.ofPhrase(token));
  const others = hit.filter((one) => !known.includes(one));
  return others.some(({ actors }) => actors.some(({ code }) => own.has(code))) ? [] : known;
}
