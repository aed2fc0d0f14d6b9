import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/** Words that may stand between a weapon and the place it comes from: "rockets that were fired from southern Lebanon". */
const REACH = 6;

/**
 * "A drone launched from Yemen hit a depot", "rockets from Gaza struck Sderot": what weapons (grammar kind `weapon`) do that
 * come from somewhere (kind `origin`) is done from there, whatever the tree makes of it.
 */
export function launchedFrom({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  if (!grammar.has('strike-type', act.outcome.type.toLowerCase()) || args.isNominal(act.token)) return [];
  if (tree.dependents(act.token, 'aux:pass').length > 0) return [];
  for (let i = act.token - 1; i > 0; i--) {
    if (tree.upos(i) === 'PUNCT' || tree.upos(i) === 'CCONJ') return [];
    if (!grammar.has('origin', tree.form[i]!)) continue;
    const place = tree.tokens.findIndex((_, k) => k > i && index.at(k) !== undefined);
    const mention = index.at(place);
    if (!mention || mention.first > i + 2 || mention.last >= act.token || mention.actors.length === 0) return [];
    const before = tree.form.slice(Math.max(0, i - REACH), i).map((_, k) => Math.max(0, i - REACH) + k);
    return before.some((k) => grammar.has('weapon', tree.lemma[k]!) && !index.at(k)?.actors.length) ? [mention] : [];
  }
  return [];
}
