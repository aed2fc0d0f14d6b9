import type { Actor } from '../../model/index.ts';
import { endedBefore, holds } from './dates.ts';
import type { Register, Term } from './register.ts';
import { FORMER, isOfficial } from './verdict.ts';

/** An actor with the reason for every part of the answer. */
export interface Identified {
  readonly actor: Actor;
  /** Id of the state or organisation the actor belongs to. */
  readonly state?: string;
  readonly why: string;
}

/** The state's offices a role word may mean, likeliest first. */
const OFFICES: Readonly<Record<string, readonly string[]>> = {
  'head-of-government': ['prime-minister', 'chancellor', 'premier', 'chairman-council-of-ministers'],
  president: ['president', 'state-president', 'chairman'],
  'foreign-minister': ['foreign-minister', 'secretary-of-state', 'foreign-secretary'],
  'defence-minister': ['defence-minister', 'defence-secretary', 'secretary-of-defense'],
};

function leaderOffices(register: Register, state: string): readonly string[] {
  const own = register.unit(state)?.leader;
  return [
    ...(own ? [own] : []),
    'leader',
    'supreme-leader',
    'president',
    'prime-minister',
    'chancellor',
    'king',
    'emir',
  ];
}

const KEYS_OF_HEADS = new Set([
  ...(OFFICES['head-of-government'] ?? []),
  ...(OFFICES['president'] ?? []),
  ...['leader', 'supreme-leader', 'king', 'queen', 'emir', 'sultan'],
]);
const KEYS_OF_MINISTERS = new Set([...(OFFICES['foreign-minister'] ?? []), ...(OFFICES['defence-minister'] ?? [])]);

/** Whether an office is of the kind that a role word means. */
export function isOfKind(office: string, role: string): boolean {
  return (OFFICES[role] ?? [role]).some((key) => office.endsWith(`-${key}`));
}

/** Whether a person leads a state on a day, or speaks for it abroad or for its forces. */
export function rankInState(
  register: Register,
  person: string,
  on: string | undefined,
): { state: string; head: boolean } | undefined {
  const held = register.termsOf(person).flatMap(({ office, from, to }) => {
    const state = register.unit(office)?.state;
    if (state === undefined || register.typeOf(state) !== 'state') return [];
    if (!(on === undefined ? to === '' : holds(from, to, on))) return [];
    const key = office.startsWith(`${state}-`) ? office.slice(state.length + 1) : '';
    const head = KEYS_OF_HEADS.has(key);
    return head || KEYS_OF_MINISTERS.has(key) ? [{ state, head }] : [];
  });
  return held.find(({ head }) => head) ?? held[0];
}

/** Who held a state's office of that kind on a day; several when the sources overlap, none when unknown. */
export function holderOf(register: Register, state: string, role: string, on: string | undefined): Term | undefined {
  const keys = role === 'leader' ? leaderOffices(register, state) : (OFFICES[role] ?? [role]);
  for (const key of keys) {
    const office = `${state}-${key}`;
    const terms = register
      .holdersOf(office)
      .filter((term) => (on === undefined ? term.to === '' : holds(term.from, term.to, on)));
    const people = new Set(terms.map((term) => term.person));
    if (people.size === 1) return terms[0];
    if (people.size > 1) return undefined;
  }
  return undefined;
}

export function officeOf(register: Register, term: Term): string {
  return register.nameOf(term.office);
}

function ownerOf(register: Register, office: string): { id?: string; code: string; sector?: string } {
  const unit = register.unit(office);
  const owner = unit?.state ? register.unit(unit.state) : undefined;
  const code = (owner && register.actingCode(owner.id)) ?? unit?.code ?? '';
  const ownerIsParty = owner?.type === 'group' || owner?.type === 'organisation';
  const sector = ownerIsParty && unit?.sector === undefined ? owner?.sector : (unit?.sector ?? 'GOV');
  return { code, ...(owner ? { id: owner.id } : {}), ...(sector ? { sector } : {}) };
}

function describe(register: Register, term: Term): string {
  const to = term.to === '' ? 'today' : term.to;
  return `${officeOf(register, term)} ${term.from || '?'} to ${to} (${term.at})`;
}

/** An office of government, not only a name that counts in it ("figure"). */
function governs(register: Register, office: string): boolean {
  return register.sectorOf(office) === 'GOV' && !office.endsWith('-figure');
}

/** Who was in office is a former official, who was not yet is nobody known; but generals, clerics and rebels were what they are before they led. */
function outOfOffice(sector: string, was: boolean): string {
  if (was) return isOfficial(sector) ? FORMER : sector;
  return ELECTED.has(sector) ? 'UNK' : sector;
}

const ELECTED: ReadonlySet<string> = new Set(['GOV', 'LEG', 'IGO', FORMER]);

/**
 * A known person on a day: the office held then, else the last one before ("former"), else the first one after.
 * What he was counts for more than the party that he leads since.
 */
export function identifyPerson(register: Register, id: string, on: string | undefined): Identified | undefined {
  const terms = register.termsOf(id);
  if (terms.length === 0) return undefined;
  const name = register.nameOf(id);
  const latest = (list: readonly Term[]): Term | undefined =>
    list.reduce<Term | undefined>(
      (best, term) => (best === undefined || term.from >= best.from ? term : best),
      undefined,
    );
  const governed = terms.some(
    ({ office, to }) => governs(register, office) && to !== '' && endedBefore(to, on ?? '9999'),
  );
  const active = terms
    .filter(({ from, to }) => (on === undefined ? to === '' : holds(from, to, on)))
    .filter(({ office }) => !(governed && office.endsWith('-party-figure')));
  // who governs and leads a party too acts for the state
  const governing = active.filter(({ office }) => register.sectorOf(office) === 'GOV');
  const now = latest(governing.length > 0 ? governing : active);
  if (now) {
    const { id: state, code, sector } = ownerOf(register, now.office);
    const actor: Actor = { id, code, name, office: officeOf(register, now), ...(sector ? { sector } : {}) };
    return { actor, why: `${name}: ${describe(register, now)}`, ...(state ? { state } : {}) };
  }
  const past = latest(on === undefined ? terms : terms.filter((term) => endedBefore(term.to, on)));
  const any = past ?? terms.reduce((first, term) => (term.from < first.from ? term : first));
  const { id: state, code, sector = 'UNK' } = ownerOf(register, any.office);
  const actor: Actor = { id, code, name, sector: outOfOffice(sector, past !== undefined) };
  const why = past
    ? `${name}: former ${describe(register, any)}; no office known${on ? ` on ${on}` : ' now'}`
    : `${name}: not yet ${describe(register, any)}`;
  return { actor, why, ...(state ? { state } : {}) };
}
