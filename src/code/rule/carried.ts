import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf, sharesCode } from './codes.ts';
import type { PartyFinder, Told } from './party-finder.ts';
import { isOneState } from './second-party.ts';

/**
 * Whom an act concerns that names nobody: "Bolivia broke off relations with Israel, while Chile recalled its ambassador"
 * goes on against the same state, and "Turkey shot down a Russian jet. Putin called it a stab in the back" answers whoever
 * acted on the speaker.
 */
export function carried(
  { tree, args, composer, earlier }: PartyFinder,
  act: Act,
  actor: readonly Mention[],
): readonly Mention[] {
  const { score, standsAlone, mutual, domestic, deed } = composer.codebook.types.get(act.outcome.type)!;
  if (args.isNominal(act.token) || standsAlone || mutual || domestic || actor.length === 0) return [];
  const own = codesOf(actor);
  const told = earlier.filter(({ token }) => token < act.token).at(-1);
  if (!told || told.actor.length === 0 || told.recipient.length === 0 || told.actor === told.recipient) return [];
  // "забросали камнями консульство США; полиция пустила газ": force of a state against those of its people who were told of
  if (deed && score < 0 && told.token >= 0 && sharesCode(told.actor, own) && isForce(actor) && !isForce(told.actor))
    return told.actor;
  // what is said back answers the deed
  if (
    (told.token >= 0 || (!deed && act.outcome.stance === 'happened')) &&
    sharesCode(told.recipient, own) &&
    isOneState(told.actor) &&
    !sharesCode(told.actor, own)
  )
    return told.actor;
  // "deplored the violence in Myanmar and called for the release of prisoners": a request of the same doer
  const sameTone = Math.sign(told.score) === Math.sign(score) || (score === 0 && sharesCode(told.actor, own));
  // "Эр-Рияд бомбит Сану, Тегеран негодует": a third party's words are about whoever did the deed
  const isThird = !sharesCode(told.actor, own) && !sharesCode(told.recipient, own);
  if (told.token >= 0 && isThird && !deed && score < 0 && !(told.said && told.score < 0) && isOneState(told.actor))
    return told.actor;
  // "shot down a Turkish jet; Damascus later voiced regret": amends (grammar kind `amends`) are made to whom it was done
  const isAmends = [act.token, ...act.used].some((token) => composer.grammar.has('amends', tree.lemma[token]!));
  if (isAmends && told.score < 0 && sharesCode(told.actor, own)) return told.recipient;
  const goesOn = told.token >= 0 && sameTone && !sharesCode(told.recipient, own);
  return goesOn && isBeside(told, act) ? told.recipient : [];
}

/**
 * "broke off relations with Israel over its bombing of Gaza": whose deed a reproach is about, when a pronoun owns it
 * (grammar kinds `own`, `reproach`); undefined where no pronoun does.
 */
export function reproached(
  { tree, args, index, composer, earlier }: PartyFinder,
  act: Act,
): readonly Mention[] | undefined {
  if (!args.isNominal(act.token)) return undefined;
  const owner = tree.dependents(act.token, 'nmod:poss', 'nmod').find((c) => composer.grammar.has('own', tree.form[c]!));
  if (owner === undefined || (index.at(owner)?.actors.length ?? 0) > 0) return undefined;
  if (!composer.grammar.has('reproach', tree.marker(act.token) ?? '')) return undefined;
  const told = earlier.filter(({ token }) => token >= 0 && token < act.token).at(-1);
  return told && isOneState(told.recipient) ? told.recipient : undefined;
}

const FORCES: ReadonlySet<string> = new Set(['COP', 'MIL', 'SPY']);

function isForce(mentions: readonly Mention[]): boolean {
  return mentions.every(({ actors }) => actors.every(({ sector }) => FORCES.has(sector ?? '')));
}

/** Two clauses that stand side by side. */
function isBeside(told: Told, act: Act): boolean {
  return act.token - told.token < MAX_DISTANCE;
}

const MAX_DISTANCE = 25;
