import type { Token } from '../../model/index.ts';
import type { Entry, Match } from './entry.ts';
import type { Gazetteer } from './gazetteer.ts';

/** A match with its readings sorted out: what a phrase is built from. */
export interface Unit {
  readonly match: Match;
  readonly first: number;
  readonly last: number;
  readonly state?: Entry;
  /** Organisations, groups, bodies and offices of that name. */
  readonly named: readonly Entry[];
  readonly people: readonly Entry[];
  readonly role?: Entry;
  readonly reference?: Entry;
}

/** A sentence as the steps of resolution see it. */
export interface Scene {
  readonly tokens: readonly Token[];
  /** Folded forms, made once. */
  readonly words: readonly string[];
  readonly gazetteer: Gazetteer;
  /** Ids of persons and names that the document has introduced so far. */
  readonly introduced: ReadonlySet<string>;
}

const NAMED = new Set(['organisation', 'group', 'body', 'office']);

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.form);
}

export function inList(scene: Scene, kind: string, word: string | undefined): boolean {
  return word !== undefined && (scene.gazetteer.reference.get(kind)?.has(word) ?? false);
}

/** Sorts a match's entries; undefined when nothing is left (a stop name, or none of an ambiguous name's bearers fits). */
export function toUnit(match: Match, scene: Scene): Unit | undefined {
  const { entries } = match;
  if (entries.some((entry) => entry.type === 'stop')) return undefined;
  const choice = scene.gazetteer.ambiguous.choose(match, scene);
  if (choice?.id === 'none') return roleOnly(match);
  const state = choice
    ? { ...entries[0]!, id: choice.id, type: 'state' as const }
    : entries.find((e) => e.type === 'state');
  const full = entries.filter((entry) => entry.type === 'person' && entry.kind !== 'surname');
  const people = full.length > 0 ? full : entries.filter((entry) => entry.type === 'person');
  const role = entries.find((entry) => entry.type === 'role');
  const reference = entries.find((entry) => entry.type === 'reference');
  return {
    match,
    first: match.first,
    last: match.last,
    named: entries.filter((entry) => NAMED.has(entry.type)),
    people: state && full.length === 0 && !people.some((p) => scene.introduced.has(p.id)) ? [] : people,
    ...(state && (full.length === 0 || match.first === match.last) ? { state } : {}),
    ...(role ? { role } : {}),
    ...(reference ? { reference } : {}),
  };
}

function roleOnly(match: Match): Unit | undefined {
  const role = match.entries.find((entry) => entry.type === 'role');
  return role && { match, first: match.first, last: match.last, named: [], people: [], role };
}
