import { parseTsv, type TsvRow } from '../../model/index.ts';
import type { Entry, EntryType } from './entry.ts';
import type { ActorFiles, DataFile } from './gazetteer.ts';

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
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** Everything known by id: codes, sectors, offices and who held them when. */
export interface Register {
  unit(id: string): Unit | undefined;
  typeOf(id: string): EntryType | undefined;
  sectorOf(id: string): string | undefined;
  /** First listed name of an id, else the id itself. */
  nameOf(id: string): string;
  /** Title of an office without its state. */
  termsOf(person: string): readonly Term[];
  holdersOf(office: string): readonly Term[];
  officesOf(state: string): readonly string[];
  members(organisation: string, on: string | undefined): readonly string[];
  /** Full names of a person. */
  formsOf(person: string): readonly string[];
  /** Whether some listed person has that first name. */
  isGivenName(form: string): boolean;
  name(entry: Entry): void;
}

const NO_TERMS: readonly Term[] = [];

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function rowsOf(file: DataFile | undefined, required: readonly string[]): TsvRow[] {
  if (!file || file.text.indexOf('\n') === file.text.length - 1) return [];
  return parseTsv(file.text, file.at, required);
}

function readUnits(units: Map<string, Unit>, file: DataFile | undefined, type: EntryType): void {
  for (const { fields, at } of rowsOf(file, ['id'])) {
    const state = fields['state'];
    const code = fields['code'] ?? (state ? units.get(state)?.code : undefined) ?? '';
    units.set(fields['id']!, {
      type,
      id: fields['id']!,
      code,
      from: fields['from'] ?? '',
      to: fields['to'] ?? '',
      at,
      ...(fields['sector'] ? { sector: fields['sector'] } : {}),
      ...(state ? { state } : {}),
      ...(fields['names'] === 'family-first' ? { familyFirst: true } : {}),
      ...(fields['leader'] ? { leader: fields['leader'] } : {}),
    });
  }
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
  const byPerson = new Map<string, Term[]>();
  const byOffice = new Map<string, Term[]>();
  for (const { fields, at } of rowsOf(files.terms, ['person', 'office', 'from', 'to'])) {
    const term = { person: fields['person']!, office: fields['office']!, from: fields['from']!, to: fields['to']!, at };
    push(byPerson, term.person, term);
    push(byOffice, term.office, term);
  }
  const byState = new Map<string, string[]>();
  for (const unit of units.values()) if (unit.type === 'office' && unit.state) push(byState, unit.state, unit.id);
  const memberships = new Map<string, { member: string; from: string; to: string }[]>();
  for (const { fields } of rowsOf(files.members, ['organisation', 'member'])) {
    push(memberships, fields['organisation']!, {
      member: fields['member']!,
      from: fields['from'] ?? '',
      to: fields['to'] ?? '',
    });
  }
  const names = new Map<string, Entry>();
  const forms = new Map<string, string[]>();
  const given = new Set<string>();
  return {
    unit: (id) => units.get(id),
    typeOf: (id) => units.get(id)?.type,
    sectorOf: (id) => units.get(id)?.sector,
    nameOf: (id) => names.get(id)?.form ?? id,
    termsOf: (person) => byPerson.get(person) ?? NO_TERMS,
    holdersOf: (office) => byOffice.get(office) ?? NO_TERMS,
    officesOf: (state) => byState.get(state) ?? [],
    members: (organisation, on) =>
      (memberships.get(organisation) ?? [])
        .filter((row) => on === undefined || ((row.from === '' || row.from <= on) && (row.to === '' || on <= row.to)))
        .map((row) => row.member),
    isGivenName: (form) => given.has(form),
    formsOf: (person) => forms.get(person) ?? [],
    name: (entry) => {
      if (entry.type === 'person' && entry.kind !== 'surname') {
        push(forms, entry.id, entry.form);
        given.add(entry.form.slice(0, entry.form.indexOf(' ')));
      }
      const known = names.get(entry.id);
      if (!known || rank(entry) < rank(known)) names.set(entry.id, entry);
    },
  };
}

function rank(entry: Entry): number {
  if (entry.kind === 'name') return 0;
  if (entry.kind === 'title' || entry.kind === 'official') return 1;
  if (entry.kind === 'short' || entry.kind === 'acronym') return 2;
  return 3;
}
