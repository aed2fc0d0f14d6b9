import { foldPlain } from '../../language/segment/fold.ts';
import { holds } from './dates.ts';
import { type Entry, entryAt } from './entry.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import { REACH, type Situation, sectorOf } from './verdict.ts';

/**
 * Kinds of names that a movement has beside its own: the adjective or ground ("Ukrainian", "Chechen", "Bosnian Serb") of whose
 * rebels, fighters, forces or authorities it is said. The narrower goes before the wider.
 */
const SIDES: readonly string[] = ['rebels', 'fighters', 'forces', 'authorities'];
/** Sectors of those who fight against a state. */
const AGAINST: ReadonlySet<string> = new Set(['REB', 'UAF', 'PRM', 'PRE']);

export function isSide({ type, kind }: Entry): boolean {
  return type === 'group' && SIDES.includes(kind);
}

/** What a role is asked for: its sector and, where no adjective tells, whether its word says against whom ("separatists"). */
interface Asked {
  readonly sector: string;
  readonly rises: boolean;
  readonly owner?: string;
}

interface Side {
  readonly id: string;
  readonly why: string;
}

/**
 * The movement that "Chechen fighters", "Bosnian Serb forces" or "the separatists" of a state are, when one of its side stood on
 * the day; where the adjective is another state's ("Albanian rebels") the text must speak of the state it fights in.
 */
export function sideOf(phrase: Phrase, at: Situation, owner: string): Side | undefined {
  if (phrase.former || phrase.roles.length === 0) return undefined;
  const asked: Asked = { ...askedOf(phrase, at), owner };
  const told = phrase.state?.id === owner ? (phrase.stateUnit?.match.entries.filter(isSide) ?? []) : [];
  return chosen(told, asked, at) ?? (asked.rises ? chosen(at.scene.gazetteer.sidesOf(owner), asked, at) : undefined);
}

/** "Tamil rebels", "Kurdish fighters": of a people that no state is called after, by the word before. */
export function sideBefore(phrase: Phrase, at: Situation): Side | undefined {
  const { tokens, gazetteer } = at.scene;
  const from = Math.max(0, phrase.first - 2);
  const before = gazetteer.find(tokens.slice(from, phrase.first)).at(-1);
  if (!before || from + before.last !== phrase.first - 1) return undefined;
  return chosen(before.entries.filter(isSide), askedOf(phrase, at), at);
}

function askedOf(phrase: Phrase, { scene }: Situation): Asked {
  const { sector } = sectorOf(phrase, scene);
  return { sector, rises: phrase.roles.some(({ role }) => isRising(role!.form, scene)) };
}

function isRising(form: string, scene: Scene): boolean {
  return foldPlain(form)
    .split(' ')
    .some((word) => inList(scene, 'rising', word));
}

function chosen(sides: readonly Entry[], asked: Asked, at: Situation): Side | undefined {
  const here = sides.filter((side) => fits(side, asked, at) && stands(side, asked.owner, at));
  const narrow = SIDES.find((kind) => here.some((side) => side.kind === kind));
  const [one, ...others] = here.filter(({ kind }) => kind === narrow);
  if (!one || others.some(({ id }) => id !== one.id)) return undefined;
  return { id: one.id, why: `${one.form} (${entryAt(one)})` };
}

function fits({ kind }: Entry, { sector, rises }: Asked, { scene }: Situation): boolean {
  if (kind === 'rebels') return rises;
  if (AGAINST.has(sector)) return true;
  if (kind === 'fighters') return false;
  return sector === 'MIL' || (kind === 'authorities' && inList(scene, 'of-state', foldPlain(sector)));
}

/** Whether it stood on the day, and on ground that the text speaks of. */
function stands({ id }: Entry, owner: string | undefined, at: Situation): boolean {
  const { on } = at;
  const unit = at.scene.gazetteer.register.unit(id);
  if (!unit || !(on === undefined ? unit.to === '' : holds(unit.from, unit.to, on))) return false;
  return unit.state === owner || isSpokenOf(unit.state, at);
}

/** Whether the sentence names a state or its ground, or the text did before. */
function isSpokenOf(state: string | undefined, { scene, memory, sentence }: Situation): boolean {
  if (state === undefined) return false;
  const named = scene.gazetteer
    .find(scene.tokens)
    .some(({ entries }) => entries.some(({ type, id }) => type === 'state' && id === state));
  return named || memory.best(sentence, REACH, (salient) => salient.state === state) !== undefined;
}
