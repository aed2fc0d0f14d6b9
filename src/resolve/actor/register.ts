import { ChanceryError } from '../../model/index.ts';
import type { Entry, EntryType } from './entry.ts';
import type { ActorFiles, DataFile } from './files.ts';
import { columnsOf, eachRow } from './rows.ts';

export interface Term {
  readonly person: string;
  readonly office: string;
  /** ISO dates as precise as known; '' is open. */
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

export interface Unit {
  readonly type: EntryType;
  readonly id: string;
  readonly code: string;
  readonly sector?: string;
  /** Of a state: the kind of office that leads it, where president and prime minister both exist. */
  readonly leader?: string;
  /** Of a state: people are called by the first word of their name. */
  readonly familyFirst?: boolean;
  /** The state a group, body or office belongs to, or the organisation of an office. */
  readonly state?: string;
  /** Of a breakaway state: the movement as which its leaders and forces act, though its ground is another state's. */
  readonly acts?: string;
  readonly from: string;
  readonly to: string;
}

/** Everything known by id: codes, sectors, offices and who held them when. */
export interface Register {
  unit(id: string): Unit | undefined;
  typeOf(id: string): EntryType | undefined;
  sectorOf(id: string): string | undefined;
  /** The code of whoever leads, speaks or fights for it. */
  actingCode(id: string): string | undefined;
  /** First listed name of an id, else the id itself. */
  nameOf(id: string): string;
  /** Title of an office without its state. */
  termsOf(person: string): readonly Term[];
  holdersOf(office: string): readonly Term[];
  /** Id of the state, organisation or group that has a code; states first. */
  ownerOfCode(code: string): string | undefined;
  officesOf(state: string): readonly string[];
  members(organisation: string, on: string | undefined): readonly string[];
  /** Full names of a person. */
  formsOf(person: string): readonly string[];
  /** Whether some listed person has that first name. */
  isGivenName(form: string): boolean;
  name(entry: Entry): void;
  /** How the language calls an office of that role; the first told is shown. `office-title`: how it names offices by their states. */
  title(role: string, form: string): void;
}

const NO_TERMS: readonly Term[] = [];

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Where a table has its columns; a missing one that is required is an error. */
function places<K extends string>(file: DataFile, wanted: readonly K[], required: number): Record<K, number> {
  const columns = columnsOf(file.text);
  for (const name of wanted.slice(0, required)) {
    if (columns.includes(name)) continue;
    throw new ChanceryError('TSV_HEADER', `no column "${name}"`, {
      at: `${file.at}:1:1`,
      expected: wanted.slice(0, required).join(', '),
      found: columns.join(', '),
      hint: 'The first line names the columns, separated by tabs',
    });
  }
  return Object.fromEntries(wanted.map((name) => [name, columns.indexOf(name)])) as Record<K, number>;
}

const UNIT = ['id', 'state', 'code', 'sector', 'from', 'to', 'names', 'leader', 'acts'] as const;

function readUnits(units: Map<string, Unit>, file: DataFile | undefined, type: EntryType): void {
  if (!file) return;
  const at = places(file, UNIT, 1);
  eachRow(file.text, (cells) => {
    const id = cells[at.id]!;
    const state = cells[at.state];
    const sector = cells[at.sector];
    const code = cells[at.code] ?? (state ? actingCode(units, state) : undefined) ?? '';
    const leader = cells[at.leader];
    const acts = cells[at.acts];
    units.set(id, {
      type,
      id,
      code,
      from: cells[at.from] ?? '',
      to: cells[at.to] ?? '',
      ...(sector ? { sector } : {}),
      ...(state ? { state } : {}),
      ...(cells[at.names] === 'family-first' ? { familyFirst: true } : {}),
      ...(leader ? { leader } : {}),
      ...(acts ? { acts } : {}),
    });
  });
}

function actingCode(units: ReadonlyMap<string, Unit>, id: string): string | undefined {
  const unit = units.get(id);
  return (unit?.acts === undefined ? unit : (units.get(unit.acts) ?? unit))?.code;
}

function readTerms(file: DataFile | undefined, take: (term: Term) => void): void {
  if (!file) return;
  const at = places(file, ['person', 'office', 'from', 'to'], 4);
  eachRow(file.text, (cells, line) => {
    take({
      person: cells[at.person]!,
      office: cells[at.office]!,
      from: cells[at.from] ?? '',
      to: cells[at.to] ?? '',
      at: `${file.at}:${line}`,
    });
  });
}

export const OFFICE_TITLE = 'office-title';

function readOfficeRoles(file: DataFile | undefined): Map<string, string[]> {
  const roles = new Map<string, string[]>();
  if (!file) return roles;
  const at = places(file, ['office', 'role'], 2);
  eachRow(file.text, (cells) => push(roles, cells[at.office]!, cells[at.role]!));
  return roles;
}

interface Membership {
  readonly member: string;
  readonly from: string;
  readonly to: string;
}

function readMembers(file: DataFile | undefined): Map<string, Membership[]> {
  const memberships = new Map<string, Membership[]>();
  if (!file) return memberships;
  const at = places(file, ['organisation', 'member', 'from', 'to'], 2);
  eachRow(file.text, (cells) => {
    const row = { member: cells[at.member]!, from: cells[at.from] ?? '', to: cells[at.to] ?? '' };
    push(memberships, cells[at.organisation]!, row);
  });
  return memberships;
}

/** Reads all but the names; states come first because bodies and offices take their codes from them. */
export function readRegister(files: ActorFiles): Register {
  const units = new Map<string, Unit>();
  readUnits(units, files.states, 'state');
  readUnits(units, files.organisations, 'organisation');
  readUnits(units, files.groups, 'group');
  readUnits(units, files.bodies, 'body');
  readUnits(units, files.offices, 'office');
  readUnits(units, files.people, 'person');
  readUnits(units, files.own?.states, 'state');
  readUnits(units, files.own?.organisations, 'organisation');
  readUnits(units, files.own?.groups, 'group');
  readUnits(units, files.own?.bodies, 'body');
  readUnits(units, files.own?.offices, 'office');
  readUnits(units, files.own?.people, 'person');
  const byPerson = new Map<string, Term[]>();
  const byOffice = new Map<string, Term[]>();
  for (const file of [files.terms, files.own?.terms])
    readTerms(file, (term) => {
      push(byPerson, term.person, term);
      push(byOffice, term.office, term);
    });
  const byState = new Map<string, string[]>();
  for (const unit of units.values()) if (unit.type === 'office' && unit.state) push(byState, unit.state, unit.id);
  const memberships = readMembers(files.members);
  const names = new Map<string, Entry>();
  const roles = new Map([...readOfficeRoles(files.officeRoles), ...readOfficeRoles(files.own?.officeRoles)]);
  const titles = new Map<string, string>();
  const pattern = { form: '' };
  /** "Ukrainian president": an office without a title of its own, by its role, else by its id. */
  const titled = (id: string): string | undefined => {
    const state = units.get(id)?.type === 'office' ? units.get(id)?.state : undefined;
    if (state === undefined) return undefined;
    const key = id.startsWith(`${state}-`) ? id.slice(state.length + 1) : id;
    const role = [key, ...(roles.get(id) ?? [])].map((name) => titles.get(name)).find(Boolean);
    const owner = adjectives.get(state) ?? names.get(state)?.form ?? state;
    const whose = pattern.form.includes('{state}') ? (names.get(state)?.form ?? state) : owner;
    return `${whose} ${role ?? key.replaceAll('-', ' ')}`;
  };
  const adjectives = new Map<string, string>();
  let last: Entry | undefined;
  const people: Entry[] = [];
  let owners: ReadonlyMap<string, string> | undefined;
  let spelled: Spelled | undefined;
  const full = (): Spelled => {
    spelled ??= spell(people);
    return spelled;
  };
  return {
    unit: (id) => units.get(id),
    typeOf: (id) => units.get(id)?.type,
    sectorOf: (id) => units.get(id)?.sector,
    actingCode: (id) => actingCode(units, id),
    nameOf: (id) => names.get(id)?.form ?? titled(id) ?? id,
    termsOf: (person) => byPerson.get(person) ?? NO_TERMS,
    holdersOf: (office) => byOffice.get(office) ?? NO_TERMS,
    ownerOfCode: (code) => {
      owners ??= ownersOf(units);
      return owners.get(code);
    },
    officesOf: (state) => byState.get(state) ?? [],
    members: (organisation, on) =>
      (memberships.get(organisation) ?? [])
        .filter((row) => on === undefined || ((row.from === '' || row.from <= on) && (row.to === '' || on <= row.to)))
        .map((row) => row.member),
    isGivenName: (form) => full().given.has(form),
    formsOf: (person) => full().forms.get(person) ?? [],
    title: (role, form) => {
      if (role === OFFICE_TITLE) pattern.form = form;
      else if (!titles.has(role)) titles.set(role, form);
    },
    name: (entry) => {
      if (entry.kind === 'adjective' && !entry.part && entry.type === 'state' && !adjectives.has(entry.id))
        adjectives.set(entry.id, entry.form);
      if (entry.type === 'person' && entry.kind !== 'surname') people.push(entry);
      // Names of one id stand together in a file.
      const own = rank(entry);
      const known = entry.id === last?.id ? last : names.get(entry.id);
      last = known && rank(known) <= own ? known : entry;
      if (last !== known) names.set(entry.id, entry);
    },
  };
}

const OWNERS: ReadonlySet<EntryType> = new Set(['state', 'organisation', 'group']);

/** Code -> the first that bears it of its own and still exists, else that once did; a breakaway state mostly bears another's. */
function ownersOf(units: ReadonlyMap<string, Unit>): Map<string, string> {
  const owners = new Map<string, string>();
  const all = [...units.values()].filter(({ type }) => OWNERS.has(type));
  const standing = all.filter(({ to }) => to === '');
  const broke = ({ type, sector }: Unit): boolean => type === 'state' && sector === 'PRE';
  for (const unit of [...standing.filter((one) => !broke(one)), ...standing.filter(broke), ...all])
    if (!owners.has(unit.code)) owners.set(unit.code, unit.id);
  return owners;
}

interface Spelled {
  readonly forms: ReadonlyMap<string, readonly string[]>;
  readonly given: ReadonlySet<string>;
}

function spell(people: readonly Entry[]): Spelled {
  const forms = new Map<string, string[]>();
  const given = new Set<string>();
  for (const { id, form } of people) {
    push(forms, id, form);
    given.add(form.slice(0, form.indexOf(' ')));
  }
  return { forms, given };
}

function rank(entry: Entry): number {
  if (entry.kind === 'name') return 0;
  if (entry.kind === 'title' || entry.kind === 'official') return 1;
  if (entry.kind === 'short' || entry.kind === 'acronym') return 2;
  return 3;
}
