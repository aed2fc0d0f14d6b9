import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor, MentionKind } from '../../model/index.ts';
import { holds } from './dates.ts';
import { type Entry, entryAt } from './entry.ts';
import { bears } from './identify-person.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import type { Register } from './register.ts';
import { inList, type Scene } from './scene.ts';
import {
  FORMER,
  isOfficial,
  nameOf,
  REACH,
  roleKind,
  type Situation,
  sectorOf,
  slug,
  stateIn,
  type Verdict,
} from './verdict.ts';

export function identifyNamed(phrase: Phrase, at: Situation): Verdict | undefined {
  const { register } = at.scene.gazetteer;
  const entry = chooseNamed(phrase, at);
  if (!entry) {
    if (phrase.roles.length > 0) return undefined;
    return {
      kind: 'name',
      actors: [],
      ...sharedSector(phrase.named, register),
      why: `several bodies of that name: ${phrase.named
        .map((e) => e.id)
        .slice(0, 5)
        .join(', ')}`,
    };
  }
  const lent = bodyOfAnother(phrase, entry, at);
  if (lent) return lent;
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
  const code = owner ? (register.actingCode(owner) ?? unit.code) : unit.code;
  const state = unit.state ?? undefined;
  const said = `${entry.form} (${entryAt(entry)})`;
  if (owner && isElsewhere(phrase, at, entry, state)) return undefined;
  if (unit.type === 'office') return identifyOffice(phrase, at, { entry, code, said, ...(state ? { state } : {}) });
  // "Secret Service" is a role word too, which says nothing beside the name
  const roles = phrase.roles.filter(({ named }) => !named.includes(entry));
  const role = roles.length > 0 ? sectorOf({ ...phrase, roles }, at.scene) : undefined;
  const own = unit.type === 'group' ? unit.sector : role?.specific ? role.sector : unit.sector;
  // "a former CIA agent", but "the former KGB"
  const sector = phrase.former && role && isOfficial(own) ? FORMER : own;
  const name = phrase.roles.length > 0 || phrase.name ? nameOf(phrase, at) : register.nameOf(entry.id);
  const id = phrase.name
    ? slug(name)
    : phrase.roles.length > 0 && role
      ? `${entry.id}-${slug(sector ?? role.sector)}`
      : entry.id;
  const actor: Actor = sector ? { id, code, name, sector } : { id, code, name };
  const kind = roles.length > 0 ? roleKind(phrase, at.scene) : kindOfBody(phrase, entry, at.scene);
  return state ? { kind, actors: [actor], state, why: said } : { kind, actors: [actor], why: said };
}

/** "The Russian army" describes; "the State Department" is a name. */
function kindOfBody(phrase: Phrase, { type, kind }: Entry, scene: Scene): MentionKind {
  if (type !== 'body') return 'name';
  if (kind === 'metonym') return 'metonym';
  const head = inList(scene, 'adjacent-owner', 'yes') ? phrase.first : phrase.last;
  return /^\p{Ll}/u.test(scene.tokens[head]!.form) ? 'group' : 'name';
}

/** "Ethiopia's National Intelligence Service": a state's own body of a name under which only another state's is listed. */
function bodyOfAnother(phrase: Phrase, entry: Entry, at: Situation): Verdict | undefined {
  const { register } = at.scene.gazetteer;
  const body = register.unit(entry.id);
  const owner = phrase.state && register.unit(phrase.state.id);
  if (body?.type !== 'body' || owner?.type !== 'state' || body.state === owner.id || !isOfficial(body.sector))
    return undefined;
  if (phrase.roles.length > 0 || phrase.name || phrase.units[0] !== phrase.stateUnit) return undefined;
  const actor: Actor = {
    id: `${owner.id}-${slug(entry.form)}`,
    code: owner.code,
    name: nameOf(phrase, at),
    sector: body.sector!,
  };
  return { kind: 'name', actors: [actor], state: owner.id, why: `${entry.form} of ${register.nameOf(owner.id)}` };
}

/** "cumhurbaşkanı", "Congress" in a text that speaks of another state only: the role, not the office or body of that title. */
function isElsewhere(phrase: Phrase, at: Situation, entry: Entry, state: string | undefined): boolean {
  const own = phrase.units.find(({ named }) => named.includes(entry));
  if (!own?.role || state === undefined || phrase.state) return false;
  if (phrase.name) return own.role.office !== undefined && isHeldByAnother(phrase, at, entry);
  if (phrase.people.length > 0) return false;
  const spoken = (id?: string): Salient | undefined =>
    at.memory.best(at.sentence, REACH, (one) => one.state !== undefined && (id === undefined || one.state === id));
  const other = spoken();
  if (!other || spoken(state)) return false;
  // a parliament of the same name: "house-name congress=brazil"
  if (entry.type === 'body') return inList(at.scene, 'house-name', `${foldPlain(own.role.form)}=${other.state}`);
  return own.role.office !== undefined;
}

/** "Cumhurbaşkanı Bazum" while Erdoğan holds the office that is called so: some other state's. */
function isHeldByAnother({ name, former }: Phrase, at: Situation, { id }: Entry): boolean {
  if (!name || former) return false;
  const holders = holdersOf(id, at);
  const forms = at.scene.tokens.slice(name.first, name.last + 1).map(({ form }) => form);
  return holders.length > 0 && !holders.some(({ person }) => forms.some((form) => bears(person, form, at)));
}

function holdersOf(office: string, { on, scene }: Situation): ReturnType<Register['holdersOf']> {
  const terms = scene.gazetteer.register.holdersOf(office);
  return terms.filter((term) => (on === undefined ? term.to === '' : holds(term.from, term.to, on)));
}

export function chooseNamed(phrase: Phrase, at: Situation): Entry | undefined {
  const { register } = at.scene.gazetteer;
  const ids = new Set(phrase.named.map((entry) => entry.id));
  // "Конгресс Перу": the role, where the name is another state's
  const ofAnother = (entry: Entry): boolean =>
    phrase.state !== undefined &&
    phrase.roles.some(({ named }) => named.includes(entry)) &&
    register.unit(entry.id)?.state !== phrase.state.id;
  if (ids.size === 1 && ids.size === phrase.named.length && ofAnother(phrase.named[0]!)) return undefined;
  if (ids.size === 1) return phrase.named[0];
  const own = phrase.named.filter((entry) => register.unit(entry.id)?.state === phrase.state?.id);
  if (phrase.state && own.length > 0) return own[0];
  const spelled = phrase.named.filter((entry) => isSpelled(entry, phrase, at));
  if (new Set(spelled.map((entry) => entry.id)).size === 1) return spelled[0];
  const { on } = at;
  const alive =
    on === undefined
      ? phrase.named
      : phrase.named.filter((e) => holds(register.unit(e.id)?.from ?? '', register.unit(e.id)?.to ?? '', on));
  if (alive.length === 1 || sayTheSame(alive, register)) return alive[0];
  // the project's own line with dates goes before its line without
  const dated = alive.find(({ own, id }) => own && (register.unit(id)?.from || register.unit(id)?.to));
  if (dated) return dated;
  const states = new Set(alive.map((entry) => register.unit(entry.id)?.state));
  const near = at.memory.best(
    at.sentence,
    REACH,
    (salient) => salient.state !== undefined && states.has(salient.state),
  );
  return near ? alive.find((entry) => register.unit(entry.id)?.state === near.state) : undefined;
}

/** "OPEC" is not "OPEC+", though the signs of a name do not count where only one bears it. */
function isSpelled(entry: Entry, phrase: Phrase, { text }: Situation): boolean {
  return phrase.units.some(({ match, named }) => {
    const plus = text[match.end] === '+' ? '+' : '';
    return named.includes(entry) && text.slice(match.start, match.end) + plus === entry.form;
  });
}

/** The sector that all bearers of a name share. */
function sharedSector(entries: readonly Entry[], register: Register): { sector?: string } {
  const sectors = new Set(entries.map(({ id }) => register.unit(id)?.sector));
  const [sector] = sectors;
  return sectors.size === 1 && sector !== undefined ? { sector } : {};
}

/** Two lines for one thing: of the same code and sector, it makes no difference which is meant. */
function sayTheSame(entries: readonly Entry[], register: Register): boolean {
  const says = ({ id }: Entry): string => {
    const unit = register.unit(id);
    return [(unit?.state && register.unit(unit.state)?.code) ?? unit?.code, unit?.sector].join();
  };
  return entries.length > 1 && new Set(entries.map(says)).size === 1;
}

export interface OfficeFacts {
  readonly entry: Entry;
  readonly code: string;
  readonly state?: string;
  readonly said: string;
}

export function identifyOffice(phrase: Phrase, at: Situation, facts: OfficeFacts): Verdict {
  const { register } = at.scene.gazetteer;
  const { entry, code, state, said } = facts;
  const sector = phrase.former ? FORMER : (register.sectorOf(entry.id) ?? 'GOV');
  const kept = state ? { state } : {};
  if (phrase.name || phrase.former) {
    const name = nameOf(phrase, at);
    const actor: Actor = { id: slug(name), code, sector, name, office: entry.form };
    return { kind: phrase.name ? 'name' : 'role', actors: [actor], ...kept, why: `office: ${said}` };
  }
  const terms = holdersOf(entry.id, at);
  const holder = new Set(terms.map((t) => t.person)).size === 1 ? terms[0] : undefined;
  if (holder) {
    const name = register.nameOf(holder.person);
    const actor: Actor = { id: holder.person, code, sector, name, office: register.nameOf(entry.id) };
    return { kind: 'role', actors: [actor], ...kept, why: `${said}; holder ${name} (${holder.at})` };
  }
  const actor: Actor = { id: entry.id, code, sector, name: nameOf(phrase, at), office: register.nameOf(entry.id) };
  return { kind: 'role', actors: [actor], ...kept, why: `${said}; holder not known${at.on ? ` on ${at.on}` : ''}` };
}
