import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Claims } from './claims.ts';
import { codeList } from './codes.ts';
import { isOpenedBy } from './opened-by.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** "accused Russian soldiers of deporting children": a deed against nobody named was done to whoever complains of it. */
export function suffered(act: Act, parties: Parties, finder: PartyFinder, claims: Claims): Parties {
  const blamed = complained(act, parties, finder);
  if (blamed) return blamed;
  const { actor, recipient, mutual, anonymous } = parties;
  const { deed, score } = finder.composer.codebook.types.get(act.outcome.type)!;
  if (!deed || score >= 0 || mutual || anonymous || (recipient.length > 0 && recipient !== actor)) return parties;
  const doers = new Set(actor.flatMap((one) => one.actors.map(({ code }) => code)));
  const claimants = (claims.by(act.outcome.token) ?? complainants(act, doers, finder)).filter(isNoReporter);
  const others = claimants.filter((one) => one.actors.length > 0 && one.actors.every(({ code }) => !doers.has(code)));
  return others.length > 0 && others.length === claimants.length ? { ...parties, recipient: others } : parties;
}

/**
 * "вызвала посла России из-за нарушения воздушного пространства республики": a deed (a noun behind an adposition of kind
 * `reproach`) that the one who complains would have done to nobody was done by whoever is blamed.
 */
function complained(
  act: Act,
  { actor, recipient }: Parties,
  { tree, args, earlier, composer }: PartyFinder,
): Parties | undefined {
  if (!args.isNominal(act.token) || (recipient.length > 0 && recipient !== actor)) return undefined;
  if (!isOpenedBy(tree, composer.grammar, 'reproach', act.token)) return undefined;
  const told = earlier.findLast(({ token }) => token >= 0 && token < act.token);
  if (!told || told.score >= 0 || told.recipient.length === 0 || told.mutual || !sameCodes(actor, told.actor))
    return undefined;
  return { actor: told.recipient, recipient: told.actor, how: 'tree', mutual: false };
}

function sameCodes(a: readonly Mention[], b: readonly Mention[]): boolean {
  return a.length > 0 && codeList(a) === codeList(b);
}

/** Press and organisations tell what others suffer. */
const REPORTERS = new Set(['JRN', 'MED', 'NGO', 'IGO', 'HRI']);

/** Whoever says what was done, unless it is told from outside: by the press, or of what a state does on its own ground. */
function complainants(act: Act, doers: ReadonlySet<string>, { index, tree, speakers }: PartyFinder): Mention[] {
  const isOwnGround = tree.tokens.some((_, i) => {
    const mention = index.at(i);
    return mention?.kind === 'place' && mention.actors.some(({ code }) => doers.has(code));
  });
  if (isOwnGround) return [];
  const tellers = speakers(act.outcome.token);
  return tellers;
}

function isNoReporter({ actors }: Mention): boolean {
  return actors.every(({ sector }) => !REPORTERS.has(sector ?? ''));
}
