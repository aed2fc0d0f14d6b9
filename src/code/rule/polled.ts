import type { Act } from './act.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';
import { clauseOf } from './pastime.ts';

/** Sectors of those who stand for election, and of parties. */
const RUNNING: ReadonlySet<string> = new Set(['GOV', 'LEG', 'PTY', 'OPP', 'ELI', 'UNK']);

/**
 * "Democrats beat the governor by nine points", "crushed her rivals in the primary": politicians who overcome each other
 * (grammar kind `poll-verb`) in an election (`poll-word`) use no force.
 */
export function isPolled({ tree, composer }: PartyFinder, act: Act, { actor }: Parties): boolean {
  const { grammar, codebook } = composer;
  const verb = act.outcome.token;
  if (!grammar.has('poll-verb', tree.lemma[verb]!)) return false;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  if (!deed || score >= 0) return false;
  if (actor.some(({ actors }) => actors.some(({ sector }) => sector !== undefined && !RUNNING.has(sector))))
    return false;
  const clause = clauseOf(tree, verb);
  const has = (kind: string): boolean =>
    clause.some((i) => grammar.has(kind, tree.lemma[i]!) || grammar.has(kind, tree.form[i]!));
  return has('poll-word') && !has('blow-means');
}
