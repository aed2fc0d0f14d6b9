import { ChanceryError, type ErrorDetail, type StateYear, type StateYearKind } from '../../model/index.ts';

/** A state as a published file writes it: one of these is enough. */
export interface WrittenState {
  /** Correlates of War code. */
  readonly cow?: string;
  readonly iso3?: string;
  readonly name?: string;
}

/** Alpha-3 code of a state in a year; undefined when it is not known. */
export type StateFinder = (written: WrittenState, year: number) => string | undefined;

/** The actors' table of this project begins here; earlier rows are left out. */
export const FIRST_YEAR = 1945;
const LAST_YEAR = 2200;

/** What is wrong with a row, and in how many rows the same is wrong. */
export interface Refusal {
  /** Its place is the first of the rows. */
  readonly error: ChanceryError;
  readonly rows: number;
}

/** Collects what files say of states by year, with what could not be read and what was left out on purpose. */
export class Gathering {
  readonly #refused = new Map<string, { error: ChanceryError; rows: number }>();
  readonly #left = new Map<string, number>();
  readonly #rows = new Map<string, { kind: StateYearKind; state: string; year: number; values: Map<string, number> }>();
  readonly #find: StateFinder;

  constructor(find: StateFinder) {
    this.#find = find;
  }

  fault(code: string, message: string, detail: ErrorDetail): void {
    const key = `${code}\t${message}\t${detail.found}`;
    const held = this.#refused.get(key);
    if (held) held.rows++;
    else this.#refused.set(key, { error: new ChanceryError(code, message, detail), rows: 1 });
  }

  leave(reason: string): void {
    this.#left.set(reason, (this.#left.get(reason) ?? 0) + 1);
  }

  /** The year of a row; undefined when it was refused or lies before the actors' table. */
  year(text: string, at: string): number | undefined {
    const year = text === '' ? Number.NaN : Number(text);
    if (!Number.isInteger(year) || year < 1000 || year > LAST_YEAR) {
      this.fault('CONTEXT_YEAR', 'the row has no year', {
        at,
        expected: 'a whole number',
        found: JSON.stringify(text),
        hint: 'Correct the row; the others were imported',
      });
      return undefined;
    }
    if (year >= FIRST_YEAR) return year;
    this.leave(`rows before ${FIRST_YEAR}, where the table of states begins`);
    return undefined;
  }

  state(written: WrittenState, year: number, at: string): string | undefined {
    const code = this.#find(written, year);
    if (code === undefined) {
      const found = written.cow || written.iso3 || written.name || '';
      this.fault('CONTEXT_STATE', 'no state has this code', {
        at,
        expected: 'a Correlates of War code, an alpha-3 code or a name of data/actors/states.tsv',
        found: JSON.stringify(found),
        hint: 'Correct the row; the others were imported',
      });
    }
    return code;
  }

  /** Keeps one value. Of two values for one place the first stays, unless `settle` says otherwise. */
  put(
    row: { readonly kind: StateYearKind; readonly state: string; readonly year: number },
    { key, value }: { readonly key: string; readonly value: number },
    settle: (held: number, value: number) => number = (held) => held,
  ): void {
    const { kind, state, year } = row;
    const at = `${kind}\t${year}\t${state}`;
    const own = this.#rows.get(at) ?? { kind, state, year, values: new Map<string, number>() };
    this.#rows.set(at, own);
    const held = own.values.get(key);
    own.values.set(key, held === undefined ? value : settle(held, value));
  }

  /** By kind, year and state; keys in code order. */
  rows(): StateYear[] {
    const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    return [...this.#rows]
      .sort(([a], [b]) => order(a, b))
      .map(([, { values, ...row }]) => ({
        ...row,
        values: Object.fromEntries([...values].sort(([a], [b]) => order(a, b))),
      }));
  }

  refused(): Refusal[] {
    return [...this.#refused.values()];
  }

  notes(): string[] {
    return [...this.#left].map(([reason, n]) => `left out: ${n} ${reason}`);
  }
}
