import { existsSync } from 'node:fs';
import { type Published, type Standing, standing, type YearOfKind } from '../measure/standing.ts';
import { ChanceryError, STATE_YEAR_KINDS, type StateYear, type StateYearKind } from '../model/index.ts';
import { type ContextFile, type Refusal, readContext } from '../read/context/index.ts';
import type { HeldYear, Store } from '../store/store.ts';
import { openRecordStore, storePath } from './record-store.ts';
import { stateCodes } from './state-codes.ts';
import { textOf } from './text-file.ts';

/** What is held of one kind of context data. */
export interface HeldKind {
  readonly kind: StateYearKind;
  readonly from: number;
  readonly to: number;
  readonly years: number;
  /** States in the year that has most. */
  readonly states: number;
}

export interface ContextImport {
  readonly rows: number;
  readonly refused: readonly Refusal[];
  readonly notes: readonly string[];
}

/** Reads published tables into the record; a year of a kind replaces what was held of it. What can't be read is refused, the rest is kept. */
export async function importContext(files: readonly string[], store?: string): Promise<ContextImport> {
  const read: ContextFile[] = [];
  const unread: Refusal[] = [];
  for (const name of files) {
    try {
      read.push({ name, text: await textOf(name) });
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error;
      unread.push({ error, rows: 1 });
    }
  }
  const { rows, refused, notes } = readContext(read, stateCodes().find);
  if (rows.length > 0) using(openRecordStore(storePath(store)), (own) => own.putStateYears(rows));
  return { rows: rows.length, refused: [...unread, ...refused], notes };
}

/** Kinds of context data in the record; empty where there is no record. */
export function heldContext(store?: string): HeldKind[] {
  const path = storePath(store);
  return existsSync(path) ? using(openRecordStore(path, { readOnly: true }), (own) => kindsOf(own.heldYears())) : [];
}

function using<T>(store: Store, work: (store: Store) => T): T {
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function kindsOf(held: readonly HeldYear[]): HeldKind[] {
  return STATE_YEAR_KINDS.flatMap((kind) => {
    const own = held.filter((each) => each.kind === kind);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const states = Math.max(...own.map((each) => each.states));
    return [{ kind, from: first.year, to: last.year, years: own.length, states }];
  });
}

export interface StandingsQuery {
  /** Years of the acts. */
  readonly years: readonly number[];
  /** Only figures between these are wanted. */
  readonly states?: readonly string[];
}

/** Figures of pairs by year from what was imported. */
export interface Standings {
  /** Years with a figure of any kind: those asked for and, of a kind that ended before them, its last. */
  readonly years: readonly number[];
  /** The last year of each kind up to the last year asked for. */
  readonly latest: YearOfKind;
  readonly held: readonly HeldKind[];
  in(dyad: readonly [string, string], year: number): Standing | undefined;
  of(dyad: readonly [string, string], years: YearOfKind): Standing;
  figure(kind: 'cinc' | 'ideal-points', state: string): number | undefined;
}

/** Standings from a record's file; undefined where there is none or nothing was imported. */
export function standingsAt(store: string | undefined, query: StandingsQuery): Standings | undefined {
  const path = storePath(store);
  if (!existsSync(path)) return undefined;
  return using(openRecordStore(path, { readOnly: true }), (own) => standingsOf(own, query));
}

export function standingsOf(
  store: Pick<Store, 'heldYears' | 'stateYears'>,
  { years, states }: StandingsQuery,
): Standings | undefined {
  const held = store.heldYears();
  if (held.length === 0 || years.length === 0) return undefined;
  const yearsOf = new Map(STATE_YEAR_KINDS.map((kind) => [kind, wanted(held, kind, years)]));
  const all = [...new Set([...yearsOf.values()].flat())].sort((a, b) => a - b);
  const published = publishedOf(store.stateYears({ years: all, ...(states === undefined ? {} : { states }) }));
  const of = (dyad: readonly [string, string], asked: YearOfKind): Standing => standing(dyad, asked, published);
  const latest = byKind((kind) => lastUpTo(yearsOf.get(kind) ?? [], Math.max(...years)));
  return {
    years: all,
    latest,
    held: kindsOf(held),
    of,
    in: (dyad, year) => {
      const found = of(
        dyad,
        byKind((kind) => (yearsOf.get(kind)?.includes(year) ? year : undefined)),
      );
      return Object.keys(found).length > 0 ? found : undefined;
    },
    figure: (kind, state) => {
      const year = latest[kind];
      const values = year === undefined ? undefined : published.of(kind, state, year);
      return values?.[kind === 'cinc' ? 'cinc' : 'point'];
    },
  };
}

function wanted(held: readonly HeldYear[], kind: StateYearKind, years: readonly number[]): number[] {
  const own = held.filter((each) => each.kind === kind).map(({ year }) => year);
  const inside = own.filter((year) => years.includes(year));
  const before = lastUpTo(own, Math.min(...years));
  return inside.length > 0 || before === undefined ? inside : [before];
}

function lastUpTo(years: readonly number[], year: number): number | undefined {
  return years.filter((each) => each <= year).at(-1);
}

function byKind(yearOf: (kind: StateYearKind) => number | undefined): YearOfKind {
  return Object.fromEntries(
    STATE_YEAR_KINDS.flatMap((kind) => {
      const year = yearOf(kind);
      return year === undefined ? [] : [[kind, year]];
    }),
  );
}

function publishedOf(rows: readonly StateYear[]): Published {
  const key = (kind: StateYearKind, state: string, year: number): string => `${kind}\t${year}\t${state}`;
  const values = new Map(rows.map(({ kind, state, year, values }) => [key(kind, state, year), values]));
  const codes = stateCodes();
  const standingIn = new Map<number, readonly string[]>();
  return {
    of: (kind, state, year) => values.get(key(kind, state, year)),
    standing: (year) => {
      const known = standingIn.get(year) ?? codes.standing(year);
      standingIn.set(year, known);
      return known;
    },
  };
}
