import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor, MentionKind } from '../../model/index.ts';
import type { Entry } from './entry.ts';
import type { Memory, Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Unit } from './unit.ts';
import { keyOf } from './words.ts';

/** What a phrase stands for, as far as it can be known. */
export interface Verdict {
  readonly kind: MentionKind;
  readonly actors: readonly Actor[];
  /** Id of the state the actor belongs to. */
  readonly state?: string;
  /** Ids of the two states that a pair stands for. */
  readonly states?: readonly string[];
  /** The sector where only that is known. */
  readonly sector?: string;
  /** Of a role: whose it is says another phrase. */
  readonly inherited?: true;
  readonly why: string;
}

export interface Situation {
  readonly scene: Scene;
  readonly memory: Memory;
  readonly sentence: number;
  readonly text: string;
  /** ISO date of the text or the question. */
  readonly on?: string;
}

/** How far back a bare role may look for its state, in sentences. */
export const REACH = 6;

export interface RoleSector {
  readonly sector: string;
  /** False for words such as "official" that take the sector of what they belong to. */
  readonly specific: boolean;
  readonly form: string;
}

/** The sector of a chain of roles: that of the head of the first compound, else the first that says more than "official" or "head". */
export function sectorOf(phrase: Phrase, scene: Scene): RoleSector {
  const units = phrase.roles.filter((unit) => unit.role !== undefined);
  const says = (unit: Unit): boolean =>
    unit.role!.kind !== 'role-noun' && !inList(scene, 'role-noun', foldPlain(unit.role!.form));
  const head = compoundOf(units, scene).findLast(says);
  const specific = head ?? units.find(says);
  const { role } = specific ?? units[0]!;
  const sector = membersOf(role!, units) ?? role!.sector ?? 'GOV';
  const elite = !role!.own && ((phrase.former && isOfficial(sector)) || isKin(units, scene));
  return { sector: elite ? FORMER : sector, specific: specific !== undefined, form: role!.form };
}

/** Civil society, and what those may be who join in an association of it. */
const SOCIETY = 'SOC';
const OCCUPIED: ReadonlySet<string> = new Set(['AGR', 'BUS', 'EDU', 'JRN', 'JUD', 'LAB', 'MED', 'REL']);

/** "Federation of Journalists", "Cotton Growers Association": an association is of its members' sector. */
function membersOf({ sector, own }: Entry, units: readonly Unit[]): string | undefined {
  if (sector !== SOCIETY || own) return undefined;
  return units.map(({ role }) => role?.sector).find((member) => OCCUPIED.has(member ?? ''));
}

/** Former officials and officials' families. */
export const FORMER = 'ELI';
const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'SPY', 'COP', 'IGO']);

/** Whoever leaves these is a former official; a journalist, a rebel or a party's leader stays what he was. */
export function isOfficial(sector: string | undefined): boolean {
  return sector !== undefined && OFFICIAL.has(sector);
}

/** "The wife of the president": family of somebody in office. */
function isKin(units: readonly Unit[], scene: Scene): boolean {
  const kin = units.some(({ role }) => inList(scene, 'kin', foldPlain(role!.form)));
  return kin && units.some(({ role }) => isOfficial(role!.sector));
}

/** "medical students", "opposition party headquarters": roles side by side up to the first link; where nouns stand before their head, the last says what it is. */
function compoundOf(units: readonly Unit[], scene: Scene): readonly Unit[] {
  if (!inList(scene, 'noun-modifier', 'yes')) return [];
  const end = units.findIndex((unit, at) => at > 0 && units[at - 1]!.last + 1 !== unit.first);
  return end < 0 ? units : units.slice(0, end);
}

export function roleKind(phrase: Phrase, scene: Scene): MentionKind {
  if (phrase.name) return 'name';
  const head = headRole(phrase, scene)?.kind;
  return head === 'group' || head === 'body' || pluralised(phrase, scene) ? 'group' : 'role';
}

/** The role that the others only describe: "head of the oil workers' union", "opposition lawmakers". */
function headRole({ roles }: Phrase, scene: Scene): Entry | undefined {
  const units = roles.filter(({ role }) => role !== undefined);
  if (inList(scene, 'adjacent-owner', 'yes')) return units[0]?.role;
  return (inList(scene, 'possessive-compound', 'yes') ? units.at(-1) : compoundOf(units, scene).at(-1))?.role;
}

export function pluralised(phrase: Phrase, scene?: Scene): boolean {
  const ending = phrase.roles[0]?.match.ending;
  if (ending === 's' || ending === 'es') return true;
  return scene?.tokens[phrase.roles[0]?.last ?? -1]?.feats['Number'] === 'Plur';
}

/** The unknown name if there is one, else the whole expression as written. */
export function nameOf(phrase: Phrase, at: Situation): string {
  const { tokens } = at.scene;
  if (phrase.name) return at.text.slice(tokens[phrase.name.first]!.start, tokens[phrase.name.last]!.end);
  return at.text.slice(phrase.start, phrase.end);
}

export function slug(name: string): string {
  return keyOf(name).join('-');
}

export function stateIn(id: string, at: Situation): { state?: string } {
  const seen = at.memory.best(at.sentence, Number.POSITIVE_INFINITY, (salient) =>
    salient.actors.some((actor) => actor.id === id),
  );
  return seen?.state ? { state: seen.state } : {};
}

/** The state "ethnic Albanians" live in: the one spoken of that is not their people's own. */
export function elsewhere(phrase: Phrase, at: Situation): Salient | undefined {
  return at.memory.best(at.sentence, 2, ({ state }) => state !== undefined && state !== phrase.state?.id);
}
