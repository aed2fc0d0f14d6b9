import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor, MentionKind } from '../../model/index.ts';
import { holds } from './dates.ts';
import { type Entry, entryAt } from './entry.ts';
import type { Memory, Salient } from './memory.ts';
import { holderOf, type Identified, identifyPerson } from './office.ts';
import type { Phrase } from './phrase.ts';
import { isPlace } from './place.ts';
import { givenFrom, inList, isCapital, type Scene } from './unit.ts';
import { variantOf } from './variant.ts';
import { keyOf } from './words.ts';

/** What a phrase stands for, as far as it can be known. */
export interface Verdict {
  readonly kind: MentionKind;
  readonly actors: readonly Actor[];
  /** Id of the state the actor belongs to. */
  readonly state?: string;
  /** The sector where only that is known. */
  readonly sector?: string;
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
const REACH = 6;

export function identify(phrase: Phrase, at: Situation): Verdict {
  if (phrase.people.length > 0) {
    const person = identifyPeople(phrase, at);
    if (person) return person;
    const unit = phrase.units.find((part) => part.people.length > 0)!;
    if (phrase.roles.length > 0)
      phrase.name ??= { first: Math.max(givenFrom(unit.first, at.scene), firstInside(phrase, unit)), last: unit.last };
  }
  if (phrase.named.length > 0) {
    const named = identifyNamed(phrase, at);
    if (named) return named;
  }
  if (phrase.roles.length > 0) return identifyRole(phrase, at);
  if (phrase.state) return identifyState(phrase, at);
  return { kind: 'name', actors: [], why: 'no entry fits' };
}

function identifyPeople(phrase: Phrase, at: Situation): Verdict | undefined {
  const { register } = at.scene.gazetteer;
  const introduced = phrase.people.find((entry) => at.memory.actor(entry.id));
  if (introduced) {
    const actor = at.memory.actor(introduced.id)!;
    return { kind: 'name', actors: [actor], ...stateIn(actor.id, at), why: `named before: ${introduced.form}` };
  }
  if (strangerBefore(phrase, at)) {
    if (phrase.roles.length > 0) return undefined;
    return { kind: 'name', actors: [], why: 'another person of that surname' };
  }
  const known = phrase.people.flatMap((entry) => {
    const found = identifyPerson(register, entry.id, at.on);
    return found ? [{ entry, found }] : [];
  });
  if (known.length === 0) return undefined;
  const ranked = known.map((item) => ({ ...item, score: fitness(item, phrase, at) })).sort((a, b) => b.score - a.score);
  const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0] | undefined];
  if (best.entry.kind === 'family' && best.score < 0) return undefined;
  if (second && second.score === best.score && second.found.actor.code !== best.found.actor.code) {
    return {
      kind: 'name',
      actors: [],
      why: `several people of that name: ${ranked.map((r) => r.entry.id).join(', ')}`,
    };
  }
  const { state, why } = best.found;
  const actor = heldHere(best.found.actor, phrase, at);
  const former = phrase.former && actor.office !== undefined && phrase.roles.length > 0 && actor.sector === 'GOV';
  const said = former ? { ...actor, sector: 'ELI' } : actor;
  return { kind: 'name', actors: [said], ...(state ? { state } : {}), why: `${why} (${entryAt(best.entry)})` };
}

/** "Palestinian Prime Minister Ismail Haniyeh": the office in the text goes before the one in the dictionary. */
function heldHere(actor: Actor, phrase: Phrase, at: Situation): Actor {
  const code = phrase.state && at.scene.gazetteer.register.unit(phrase.state.id)?.code;
  if (!code || code === actor.code || phrase.roles.length === 0 || phrase.former) return actor;
  const { sector, form } = sectorOf(phrase, at.scene);
  return { id: actor.id, code, sector, name: actor.name, office: form };
}

function fitness(item: { entry: Entry; found: Identified }, phrase: Phrase, at: Situation): number {
  const { actor, state } = item.found;
  let score = 0;
  if (at.memory.introduced.has(actor.id)) score += 8;
  if (phrase.state && phrase.state.id === state) score += 4;
  if (phrase.state && phrase.state.id !== state) score -= 4;
  if (actor.office !== undefined) score += 3;
  const key = phrase.roles[0]?.role?.office;
  if (key && at.scene.gazetteer.register.termsOf(actor.id).some((term) => term.office.endsWith(`-${key}`))) score += 2;
  if (item.entry.kind === 'family' && actor.office === undefined && at.on !== undefined && !phrase.former) score -= 4;
  const office = phrase.named.find((entry) => entry.type === 'office');
  if (office && at.scene.gazetteer.register.termsOf(actor.id).some((term) => term.office === office.id)) score += 2;
  if (state && at.memory.best(at.sentence, REACH, (salient) => salient.state === state)) score += 1;
  return score;
}

/** "Ivan Putin": given names before a bare surname of which the person has none. */
function strangerBefore(phrase: Phrase, at: Situation): boolean {
  const unit = phrase.units.find((u) => u.people.length > 0)!;
  if (unit.people.some((entry) => entry.kind !== 'surname' && entry.kind !== 'family')) return false;
  const { tokens, words } = at.scene;
  const from = Math.max(givenFrom(unit.first, at.scene), firstInside(phrase, unit));
  const given = tokens
    .slice(from, unit.first)
    .filter((token, i) => isCapital(token) && !inList(at.scene, 'title', words[from + i]!) && from + i > 0);
  if (given.length === 0) return false;
  return !unit.people.some((entry) => given.some((token) => bears(entry.id, token.form, at)));
}

/** Where given names may begin: behind the title, if the phrase has one. */
function firstInside(phrase: Phrase, unit: Phrase['units'][number]): number {
  const before = phrase.units[phrase.units.indexOf(unit) - 1];
  return before ? before.last + 1 : 0;
}

function bears(person: string, form: string, at: Situation): boolean {
  const word = foldPlain(form.replaceAll('.', ''));
  const variant = variantOf(word) ?? word;
  return at.scene.gazetteer.register
    .formsOf(person)
    .some((full) =>
      keyOf(full).some(
        (part) =>
          part === word ||
          (variantOf(part) ?? part) === variant ||
          (word.length < 3 && part.startsWith(word[0]!)) ||
          (word.length > 4 && part.length > 3 && word.startsWith(part.slice(0, -1))),
      ),
    );
}

function identifyNamed(phrase: Phrase, at: Situation): Verdict | undefined {
  const { register } = at.scene.gazetteer;
  const entry = chooseNamed(phrase, at);
  if (!entry) {
    if (phrase.roles.length > 0) return undefined;
    return {
      kind: 'name',
      actors: [],
      why: `several bodies of that name: ${phrase.named
        .map((e) => e.id)
        .slice(0, 5)
        .join(', ')}`,
    };
  }
  if (entry.kind === 'introduced') {
    const actor = at.memory.actor(entry.id);
    if (actor)
      return {
        kind: 'name',
        actors: [actor],
        ...stateIn(actor.id, at),
        why: `abbreviation or name explained in the text: ${entry.form}`,
      };
  }
  const unit = register.unit(entry.id);
  if (!unit) return undefined;
  const owner = unit.state && (unit.type === 'body' || unit.type === 'office') ? unit.state : undefined;
  const code = owner ? (register.unit(owner)?.code ?? unit.code) : unit.code;
  const state = unit.state ?? undefined;
  const said = `${entry.form} (${entryAt(entry)})`;
  if (unit.type === 'office') return identifyOffice(phrase, at, { entry, code, said, ...(state ? { state } : {}) });
  const role = phrase.roles.length > 0 ? sectorOf(phrase, at.scene) : undefined;
  const sector = unit.type === 'group' ? unit.sector : role && role.specific ? role.sector : unit.sector;
  const name = phrase.roles.length > 0 || phrase.name ? nameOf(phrase, at) : register.nameOf(entry.id);
  const id = phrase.name
    ? slug(name)
    : phrase.roles.length > 0 && role
      ? `${entry.id}-${slug(sector ?? role.sector)}`
      : entry.id;
  const actor: Actor = { id, code, name, ...(sector ? { sector } : {}) };
  const kind =
    phrase.roles.length > 0 ? roleKind(phrase) : unit.type === 'body' && entry.kind === 'metonym' ? 'metonym' : 'name';
  return { kind, actors: [actor], ...(state ? { state } : {}), why: said };
}

function chooseNamed(phrase: Phrase, at: Situation): Entry | undefined {
  const { register } = at.scene.gazetteer;
  const ids = new Set(phrase.named.map((entry) => entry.id));
  if (ids.size === 1) return phrase.named[0];
  const own = phrase.named.filter((entry) => register.unit(entry.id)?.state === phrase.state?.id);
  if (phrase.state && own.length > 0) return own[0];
  const { on } = at;
  const alive =
    on === undefined
      ? phrase.named
      : phrase.named.filter((e) => holds(register.unit(e.id)?.from ?? '', register.unit(e.id)?.to ?? '', on));
  if (alive.length === 1) return alive[0];
  const states = new Set(alive.map((entry) => register.unit(entry.id)?.state));
  const near = at.memory.best(
    at.sentence,
    REACH,
    (salient) => salient.state !== undefined && states.has(salient.state),
  );
  return near ? alive.find((entry) => register.unit(entry.id)?.state === near.state) : undefined;
}

interface OfficeFacts {
  readonly entry: Entry;
  readonly code: string;
  readonly state?: string;
  readonly said: string;
}

function identifyOffice(phrase: Phrase, at: Situation, facts: OfficeFacts): Verdict {
  const { register } = at.scene.gazetteer;
  const { entry, code, state, said } = facts;
  const sector = phrase.former ? 'ELI' : (register.sectorOf(entry.id) ?? 'GOV');
  const kept = state ? { state } : {};
  if (phrase.name || phrase.former) {
    const name = nameOf(phrase, at);
    const actor: Actor = { id: slug(name), code, sector, name, office: entry.form };
    return { kind: phrase.name ? 'name' : 'role', actors: [actor], ...kept, why: `office: ${said}` };
  }
  const terms = register
    .holdersOf(entry.id)
    .filter((t) => (at.on === undefined ? t.to === '' : holds(t.from, t.to, at.on)));
  const holder = new Set(terms.map((t) => t.person)).size === 1 ? terms[0] : undefined;
  if (holder) {
    const name = register.nameOf(holder.person);
    const actor: Actor = { id: holder.person, code, sector, name, office: register.nameOf(entry.id) };
    return { kind: 'role', actors: [actor], ...kept, why: `${said}; holder ${name} (${holder.at})` };
  }
  const actor: Actor = { id: entry.id, code, sector, name: nameOf(phrase, at), office: register.nameOf(entry.id) };
  return { kind: 'role', actors: [actor], ...kept, why: `${said}; holder not known${at.on ? ` on ${at.on}` : ''}` };
}

interface RoleSector {
  readonly sector: string;
  /** False for words such as "official" that take the sector of what they belong to. */
  readonly specific: boolean;
  readonly form: string;
}

/** The sector of a chain of roles: the first that says more than "official" or "head". */
function sectorOf(phrase: Phrase, scene: Scene): RoleSector {
  const roles = phrase.roles.map((unit) => unit.role!).filter(Boolean);
  const specific = roles.find((role) => role.kind !== 'role-noun' && !inList(scene, 'role-noun', foldPlain(role.form)));
  const role = specific ?? roles[0]!;
  return { sector: role.sector ?? 'GOV', specific: specific !== undefined, form: role.form };
}

function roleKind(phrase: Phrase): MentionKind {
  if (phrase.name) return 'name';
  const kind = phrase.roles.at(-1)?.role?.kind;
  return kind === 'group' || pluralised(phrase) ? 'group' : 'role';
}

function identifyRole(phrase: Phrase, at: Situation): Verdict {
  const { scene } = at;
  const { sector, form } = sectorOf(phrase, scene);
  const kind = roleKind(phrase);
  if (phrase.where) {
    return ofState(phrase, at, { id: phrase.where.id, why: `in ${phrase.where.form} (${entryAt(phrase.where)})` });
  }
  if (phrase.state && !phrase.ethnic)
    return ofState(phrase, at, { id: phrase.state.id, why: `${phrase.state.form} (${entryAt(phrase.state)})` });
  const armed = phrase.owned || phrase.ethnic ? undefined : sameArmedGroup(sector, at);
  const near = phrase.ethnic || armed ? undefined : inherited(phrase, at);
  if (near)
    return ofState(phrase, at, {
      id: near.state!,
      why: `state of ${near.actors[0]?.name ?? near.state} in sentence ${near.sentence + 1}`,
    });
  const owner =
    armed ?? (phrase.definite || inList(scene, 'lent', foldPlain(form)) ? ownerOrganisation(at) : undefined);
  if (owner) {
    const actor: Actor = armed ? armed.actors[0]! : { ...owner.actors[0]!, sector, name: nameOf(phrase, at) };
    return { kind, actors: [actor], why: `${form}: ${owner.actors[0]!.name} named before` };
  }
  return { kind, actors: [], sector, why: `${form}: ${sector} of no state that can be known` };
}

/** "The militants", "terör örgütü" after an armed group was named: that group. */
function sameArmedGroup(sector: string, at: Situation): Salient | undefined {
  const { scene, memory, sentence } = at;
  if (!inList(scene, 'armed', foldPlain(sector))) return undefined;
  const { register } = scene.gazetteer;
  return memory.best(sentence, 3, ({ actors }) => actors.length === 1 && register.typeOf(actors[0]!.id) === 'group');
}

function ownerOrganisation(at: Situation): Salient | undefined {
  return at.memory.best(at.sentence, 1, (salient) => salient.kind === 'organisation' && salient.actors.length === 1);
}

/** The state a bare role belongs to: the owner's, or the one spoken of. */
function inherited(phrase: Phrase, at: Situation): Salient | undefined {
  const { scene, memory, sentence } = at;
  if (phrase.owned) return memory.best(sentence, 2, (salient) => salient.state !== undefined && !salient.place);
  const role = phrase.roles.at(-1)!.role!;
  if (phrase.name && !inList(scene, 'of-state', foldPlain(role.sector ?? ''))) return undefined;
  if (!phrase.definite && !phrase.name && inList(scene, 'generic', foldPlain(role.form))) return undefined;
  const official = inList(scene, 'of-state', foldPlain(role.sector ?? ''));
  const { register } = scene.gazetteer;
  return memory.best(sentence, REACH, ({ state, actors }) => {
    const type = actors[0] && register.typeOf(actors[0].id);
    return state !== undefined && !(official && (type === 'group' || type === 'organisation'));
  });
}

function ofState(phrase: Phrase, at: Situation, owner: { id: string; why: string }): Verdict {
  const { register } = at.scene.gazetteer;
  const unit = register.unit(owner.id);
  const code = unit?.code ?? '';
  const roles = phrase.roles.map((role) => role.role!);
  const main = sectorOf(phrase, at.scene);
  const sector = phrase.former
    ? 'ELI'
    : unit?.type === 'group' && !main.specific
      ? (unit.sector ?? main.sector)
      : main.sector;
  const why = `${roles.map((role) => `${role.form} (${entryAt(role)})`).join(', ')}; ${owner.why}`;
  const kind = roleKind(phrase);
  if (code === '') return { kind, actors: [], why };
  const singular =
    roles.length === 1 &&
    !phrase.name &&
    !phrase.former &&
    (roles[0]!.office !== undefined || roles[0]!.kind === 'person');
  const office = roles[0]!.office ?? slug(roles[0]!.form);
  const holder = singular ? holderOf(register, owner.id, office, at.on) : undefined;
  if (holder && !pluralised(phrase)) {
    const name = register.nameOf(holder.person);
    const actor: Actor = { id: holder.person, code, sector, name, office: register.nameOf(holder.office) };
    return { kind, actors: [actor], state: owner.id, why: `${why}; holder ${name} (${holder.at})` };
  }
  const name = nameOf(phrase, at);
  const id = phrase.name ? slug(name) : `${owner.id}-${slug(sector)}`;
  const actor: Actor = { id, code, sector, name, ...(phrase.name ? { office: roles[0]!.form } : {}) };
  return { kind, actors: [actor], state: owner.id, why };
}

function pluralised(phrase: Phrase): boolean {
  const ending = phrase.roles[0]?.match.ending;
  return ending === 's' || ending === 'es';
}

function identifyState(phrase: Phrase, at: Situation): Verdict {
  const { register } = at.scene.gazetteer;
  const entry = phrase.state!;
  const unit = register.unit(entry.id);
  const why = `${entry.kind} ${entry.form} (${entryAt(entry)})`;
  const sector = unit?.sector;
  const actor: Actor = {
    id: entry.id,
    code: unit?.code ?? '',
    name: register.nameOf(entry.id),
    ...(sector ? { sector } : {}),
  };
  const state = entry.id;
  if (isPlace(phrase.stateUnit!, at.scene)) return { kind: 'place', actors: [actor], state, why: `${why} as a place` };
  if (entry.kind === 'capital' || entry.kind === 'metonym')
    return { kind: 'metonym', actors: [{ ...actor, sector: 'GOV' }], state, why };
  if (phrase.ethnic) return ofEthnic(phrase, at, why);
  if (entry.kind === 'demonyms-plural')
    return { kind: 'group', actors: [{ ...actor, id: `${state}-people`, sector: 'CVL' }], state, why };
  return { kind: 'name', actors: [actor], state, why };
}

/** "ethnic Albanians in Serbia" are of Serbia; without a place the state can't be known. */
function ofEthnic(phrase: Phrase, at: Situation, why: string): Verdict {
  const where = phrase.where && at.scene.gazetteer.register.unit(phrase.where.id);
  const says = `${why} says who they are, not of which state`;
  if (!where) return { kind: 'group', actors: [], sector: 'CVL', why: says };
  const actor: Actor = { id: `${where.id}-people`, code: where.code, sector: 'CVL', name: nameOf(phrase, at) };
  return { kind: 'group', actors: [actor], state: where.id, why: `${says}; in ${phrase.where!.form}` };
}

function stateIn(id: string, at: Situation): { state?: string } {
  const seen = at.memory.best(at.sentence, Number.POSITIVE_INFINITY, (salient) =>
    salient.actors.some((actor) => actor.id === id),
  );
  return seen?.state ? { state: seen.state } : {};
}

/** The unknown name if there is one, else the whole expression as written. */
function nameOf(phrase: Phrase, at: Situation): string {
  const { tokens } = at.scene;
  if (phrase.name) return at.text.slice(tokens[phrase.name.first]!.start, tokens[phrase.name.last]!.end);
  return at.text.slice(phrase.start, phrase.end);
}

function slug(name: string): string {
  return keyOf(name).join('-');
}
