import { type Actor, extended } from '../../model/index.ts';
import { PEOPLES } from './compound.ts';
import { type Entry, entryAt } from './entry.ts';
import { identifyNamed } from './identify-named.ts';
import { firstInside, identifyPeople } from './identify-person.ts';
import { identifyRole } from './identify-role.ts';
import type { Phrase } from './phrase.ts';
import { isPlace } from './place.ts';
import { ofPairBefore } from './role-of-several.ts';
import { ofState } from './role-of-state.ts';
import { inList } from './scene.ts';
import { givenFrom } from './unit.ts';
import { elsewhere, nameOf, roleKind, type Situation, sectorOf, type Verdict } from './verdict.ts';

export function identify(phrase: Phrase, at: Situation): Verdict {
  if (phrase.following) return identifyFollowing(phrase, at);
  if (phrase.people.length > 0) {
    const person = identifyPeople(phrase, at);
    if (person) return person;
    const unit = phrase.units.find((part) => part.people.length > 0)!;
    if (phrase.roles.length > 0 || phrase.named.length > 0)
      phrase.name ??= { first: Math.max(givenFrom(unit.first, at.scene), firstInside(phrase, unit)), last: unit.last };
  }
  // "iki ülkenin dışişleri bakanları": one's own country's office is listed by that name
  const shared = phrase.named.some(({ type }) => type === 'office') ? ofPairBefore(phrase, at) : undefined;
  if (shared) return shared;
  // "Ermenistan ve Türkiye dışişleri bakanları": one each, though the second's office is listed by that name
  const isOneEach = phrase.others.length > 0 && phrase.named.every(({ type }) => type === 'office');
  if (phrase.named.length > 0 && !(isOneEach && phrase.state && phrase.roles.length > 0)) {
    const named = identifyNamed(phrase, at);
    if (named) return named;
  }
  if (phrase.roles.length > 0) return identifyRole(phrase, at);
  if (phrase.state) return identifyState(phrase, at);
  return { kind: 'name', actors: [], why: phrase.units[0]?.unknown ?? 'no entry fits' };
}

/** "Trump supporters": of the person's state. */
function identifyFollowing(phrase: Phrase, at: Situation): Verdict {
  const person = identifyPeople({ ...phrase, roles: [], following: undefined }, at);
  const around = { ...phrase, people: [] };
  const why = person?.why ?? 'nobody known by that name';
  if (person?.state) return ofState(around, at, { id: person.state, why });
  return { kind: roleKind(phrase, at.scene), actors: [], sector: sectorOf(phrase, at.scene).sector, why };
}

export function identifyState(phrase: Phrase, at: Situation): Verdict {
  const { register } = at.scene.gazetteer;
  const entry = phrase.state!;
  const unit = register.unit(entry.id);
  const why = `${entry.kind} ${entry.form} (${entryAt(entry)})`;
  const sector = unit?.sector;
  const known = { id: entry.id, code: unit?.code ?? '', name: register.nameOf(entry.id) };
  const actor: Actor = sector ? extended(known, { sector }) : known;
  const state = entry.id;
  if (phrase.ground || isPlace(phrase.stateUnit!, at.scene)) {
    const ground = groundOf(phrase, at) ?? actor;
    return { kind: 'place', actors: [ground], state: ground.id, why: `${why} as a place` };
  }
  // "Тирасполь прервал переговоры": those who rule there
  const acting = extended(actor, { code: register.actingCode(entry.id) ?? actor.code });
  if (entry.kind === 'capital' || entry.kind === 'metonym')
    return {
      kind: 'metonym',
      actors: [extended(acting, { sector: unit?.type === 'state' ? 'GOV' : (sector ?? 'GOV') })],
      state,
      why,
    };
  if (phrase.ethnic) return ofEthnic(phrase, at, why);
  const town = isPeople(phrase, at) ? townBefore(phrase, at) : undefined;
  if (town) return ofEthnic({ ...phrase, where: town }, at, why);
  if (isPeople(phrase, at))
    return { kind: 'group', actors: [extended(actor, { id: `${state}-people`, sector: 'CVL' })], state, why };
  return { kind: 'name', actors: [actor], state, why };
}

/** "Kerküklü Türkmenler": an adjective of a town in another state right before a people says whose citizens they are. */
function townBefore({ first, state }: Phrase, { scene }: Situation): Entry | undefined {
  if (!inList(scene, 'possessive-compound', 'yes') || !/l[ıiuü]$/.test(scene.tokens[first - 1]?.form ?? ''))
    return undefined;
  const [match] = scene.gazetteer.find(scene.tokens.slice(first - 1, first));
  return match?.entries.find(({ type, kind, id }) => type === 'state' && kind === 'city' && id !== state!.id);
}

/** "Serbs", "Kosovo Serbs", "Uighurs", "the Rohingya". */
function isPeople({ units, state, stateUnit }: Phrase, { scene }: Situation): boolean {
  const { kind } = units.at(-1)!.state ?? state!;
  if (PEOPLES.has(kind)) return true;
  if (state!.kind !== 'adjective' || state!.part !== true || state!.local) return false;
  if (stateUnit!.match.ending === 's') return true;
  // without a noun behind it, in languages whose nouns need an article, the adjective is one
  const after = scene.words[stateUnit!.last + 1];
  const alone = after === undefined || !/^[\p{L}-]/u.test(after) || inList(scene, 'function', after);
  return alone && scene.gazetteer.reference.has('article');
}

/** A town that was another state's capital lies in the state of today. */
function groundOf(phrase: Phrase, at: Situation): Actor | undefined {
  const { register } = at.scene.gazetteer;
  const states = phrase.stateUnit!.match.entries.filter(({ type }) => type === 'state');
  if (states.length < 2) return undefined;
  const unit = register.unit(states.find(({ id }) => register.unit(id)?.to === '')?.id ?? '');
  return unit && { id: unit.id, code: unit.code, name: register.nameOf(unit.id) };
}

/** "ethnic Albanians in Serbia" are of Serbia; without a place the state can't be known. */
export function ofEthnic(phrase: Phrase, at: Situation, why: string): Verdict {
  const { register } = at.scene.gazetteer;
  const where = register.unit(phrase.where?.id ?? elsewhere(phrase, at)?.state ?? '');
  const says = `${why} says who they are, not of which state`;
  if (!where) return { kind: 'group', actors: [], sector: 'CVL', why: says };
  const actor: Actor = { id: `${where.id}-people`, code: where.code, sector: 'CVL', name: nameOf(phrase, at) };
  return { kind: 'group', actors: [actor], state: where.id, why: `${says}; in ${register.nameOf(where.id)}` };
}
