import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { operate } from './compose.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** Sectors of those who fight with words. */
const CIVIL: ReadonlySet<string> = new Set(['GOV', 'LEG', 'PTY', 'OPP', 'ELI', 'UNK', 'IGO', 'BLOC', 'REL']);

/**
 * "Donald Trump attacked Jeb Bush", "Netanyahu fired back at Biden": politicians who strike each other by name (grammar kind
 * `blow`) do so in words, unless the clause names what one strikes with (`blow-means`).
 */
export function asWords(act: Act, { actor, recipient }: Parties, { tree, composer }: PartyFinder): Act {
  const { outcome } = act;
  const { grammar } = composer;
  if (!grammar.has('blow', tree.lemma[outcome.token]!)) return act;
  if (![actor, recipient].every((side) => side.length > 0 && side.every(isCivil))) return act;
  const isNamed = actor.every(isName) && recipient.some(isName);
  if (!isNamed && !isOnPolicy(act, actor, { tree, composer })) return act;
  const armed = tree.tokens.some((_, i) => tree.isUnder(i, outcome.token) && grammar.has('blow-means', tree.lemma[i]!));
  const said = armed ? undefined : operate(composer, 'in-words', outcome, outcome.token);
  // how the blow is told (planned, denied) is how the words are
  return said ? { ...act, outcome: { ...said, stance: outcome.stance, operators: outcome.operators } } : act;
}

/** "Donald Trump", "the pope": one who is known. */
function isName({ kind, actors }: Mention): boolean {
  return (
    kind === 'name' ||
    (kind === 'role' && actors.every(({ office, sector }) => office !== undefined || sector === 'REL'))
  );
}

/** "The Republicans attacked her plan": a party or one in office strikes at what another means to do (grammar kind `policy`). */
function isOnPolicy(
  { outcome }: Act,
  actor: readonly Mention[],
  { tree, composer }: Pick<PartyFinder, 'tree' | 'composer'>,
): boolean {
  const objects = tree.dependents(outcome.token, 'obj', 'nsubj:pass');
  return actor.length > 0 && objects.some((i) => composer.grammar.has('policy', tree.lemma[i]!));
}

function isCivil({ actors }: Mention): boolean {
  return actors.length > 0 && actors.every(({ sector }) => CIVIL.has(sector ?? ''));
}
