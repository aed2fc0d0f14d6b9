import type { Actor, Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Composer } from './compose.ts';

/** Whether a mention can be the second party: known, and neither among the actors nor their own state. */
export type Eligible = (mention: Mention) => boolean;

export const isPlace = (mention: Mention): boolean => mention.kind === 'place';

/** "accused each other": a pronoun for several actors as the object of what they do. */
function isEachOther({ kind, actors }: Mention): boolean {
  return kind === 'pronoun' && actors.length > 1;
}

/** Whether a mention names only what the actors name already: an act among "the two countries" has no one of them as recipient. */
export function isAmong(mention: Mention, actors: readonly Mention[]): boolean {
  if (isEachOther(mention)) return false;
  const acting = actors.flatMap((one) => one.actors);
  const several = new Set(acting.map((actor) => actor.code)).size > 1;
  return (
    mention.actors.length > 0 &&
    mention.actors.every((one) => acting.some((actor) => actor.id === one.id || (several && actor.code === one.code)))
  );
}

/** Sectors of PLOVER that are the state itself; an event between two of them is no event between parties. */
const STATE_SECTORS: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY']);

/** The actor's own state, named as a place or once more, is no second party. Its citizens and opponents are. */
export function isHome(mention: Mention, actors: readonly Mention[]): boolean {
  if (isEachOther(mention)) return false;
  const acting = actors.flatMap((one) => one.actors);
  const states = new Set(acting.map((actor) => actor.code));
  if (mention.actors.length === 0 || !mention.actors.every((one) => states.has(one.code))) return false;
  if (mention.kind === 'place' || mention.kind === 'pronoun') return true;
  const isState = (sector: string | undefined): boolean => sector === undefined || STATE_SECTORS.has(sector);
  return mention.actors.every((one) =>
    acting.some(
      (actor) =>
        actor.code === one.code &&
        (isState(one.sector) ? isState(actor.sector) : one.sector === actor.sector && !isSomebodyElse(mention, actor)),
    ),
  );
}

/** "The opposition rallied behind Maria Corina Machado": a person by name who is not the one who acts. */
function isSomebodyElse({ kind, actors }: Mention, actor: Actor): boolean {
  return kind === 'name' && actors.length === 1 && actors[0]!.id !== actor.id;
}

/** "Turkey airlifted a field hospital to Libya": a common noun that is Turkish only because Turkey stands there. */
export function isUnmarked({ kind, text, actors }: Mention, acting: readonly Mention[]): boolean {
  if ((kind !== 'role' && kind !== 'group') || !/^\p{Ll}/u.test(text)) return false;
  const states = new Set(acting.flatMap((one) => one.actors.map((actor) => actor.code)));
  return actors.every((one) => states.has(one.code));
}

export function isOneState(mentions: readonly Mention[]): boolean {
  return new Set(mentions.flatMap(({ actors }) => actors.map((one) => one.code))).size === 1;
}

/** Force used in a place is used against those who live there, and who arrives in a place visits them; talks held there have no third party. */
export function takesPlaces({ codebook }: Composer, { outcome }: Act): boolean {
  const type = codebook.types.get(outcome.type)!;
  return (type.deed && type.score < 0) || (outcome.mode !== null && type.modes[outcome.mode]?.directed === true);
}

export function unique(mentions: readonly Mention[]): Mention[] {
  return [...new Set(mentions)];
}
