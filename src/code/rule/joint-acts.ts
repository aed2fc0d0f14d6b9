import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { isOneState, isPlace, unique } from './second-party.ts';

/**
 * "agreed to a ceasefire after ten hours of talks": talks whose sides are not named are held by those who act in the
 * clause, when they are several (grammar kind `joint-time`: the adpositions that introduce such a phrase).
 */
export function sidesOfClause({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const times = composer.grammar.words('joint-time');
  if (times.size === 0 || !args.isNominal(act.token)) return [];
  let timed = false;
  for (let i = act.token, steps = 0; i >= 0 && steps < MAX_CLIMB; i = tree.head(i), steps++) {
    timed ||= times.has(tree.marker(i) ?? '');
    const verb = tree.head(i);
    if (verb < 0 || tree.upos(verb) !== 'VERB') continue;
    if (!timed) return [];
    const sides = unique(args.agents(verb).flatMap(({ token }) => index.ofPhrase(token))).filter(
      (one) => !isPlace(one),
    );
    return sides.length > 0 && !isOneState(sides) ? sides : [];
  }
  return [];
}

const MAX_CLIMB = 4;
