import { ChanceryError, type Interaction, QUADS } from '../model/index.ts';
import { type Day, dayOf, type Period, parseDay, periodLabel, periodOf } from './calendar.ts';
import { conflictShare, ownLevel } from './conflict-share.ts';
import { type Dispersion, dispersion } from './dispersion.ts';
import { type Intensity, intensity } from './intensity.ts';
import { KeyIndex, MOST_ACTORS, Numbering } from './pair.ts';
import { countInterval, netInterval } from './uncertainty.ts';

export const definition =
  'How two parties stood to each other, period by period: counts by quad, cooperation and conflict, share, outlets, uncertainty.';
export const formula = 'see the measures of the columns';
export const unit = 'one row a pair and period that has acts (or every period with `balanced`)';
export const source = 'the events counted; see quad-count, intensity, conflict-share, dispersion, uncertainty';

export interface DyadOptions {
  readonly period?: Period;
  /** Keep i to j and j to i apart (a symmetric act then counts both ways). */
  readonly directed?: boolean;
  readonly count?: 'events' | 'reports' | 'origins';
  /** Only acts in one of these contexts. */
  readonly contexts?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Later dates are errors of the record and left out. */
  readonly now?: string;
  /** Only this pair. */
  readonly dyad?: readonly [string, string];
  /** Also the periods without acts between a pair's first and last. */
  readonly balanced?: boolean;
}

export interface DyadRow extends Intensity {
  readonly source: string;
  readonly target: string;
  readonly period: string;
  readonly index: number;
  readonly n: number;
  /** n1 … n4 in the order of QUADS. */
  readonly quads: readonly [number, number, number, number];
  readonly conflictShare: number;
  /** 90 % intervals. */
  readonly nInterval: readonly [number, number];
  readonly netInterval: readonly [number, number];
  readonly dispersion?: Dispersion;
}

export interface DyadTable {
  readonly rows: readonly DyadRow[];
  readonly skipped: ReadonlyMap<string, number>;
}

/** Sums by cell, in flat arrays: a cell is a pair in a period. */
class Cells {
  readonly index = new KeyIndex();
  readonly pairs: number[] = [];
  readonly periods: number[] = [];
  readonly sums: number[] = [];
  readonly outlets = new KeyIndex();
  readonly outletCounts: number[] = [];
  readonly outletCells: number[] = [];
  static readonly WIDTH = 8;
}

const [COOPERATION, CONFLICT, SQUARES, SCORED] = [4, 5, 6, 7];

/** One row a pair and period, by pair and period. One pass over the events. Throws DATE_INVALID and OPTION_PERIOD. */
export function dyadTable(events: readonly Interaction[], options: DyadOptions = {}): DyadTable {
  const period = options.period ?? 'month';
  const counting = new Counting(options);
  for (let i = 0; i < events.length; i++) counting.take(events[i]!, period);
  return { rows: rowsOf(counting, options, period), skipped: counting.skipped };
}

class Counting {
  readonly cells = new Cells();
  readonly actors = new Numbering(MOST_ACTORS);
  readonly skipped = new Map<string, number>();
  readonly #options: DyadOptions;
  readonly #low: Day;
  readonly #high: Day;
  readonly #now: Day;
  readonly #seen = new KeyIndex();
  readonly #kinds = new Numbering();
  readonly #outlets = new Numbering();
  readonly #origins = new Numbering();
  readonly #periods = new Map<Day, number>();
  readonly #contexts: ReadonlySet<string> | undefined;

  constructor(options: DyadOptions) {
    this.#options = options;
    this.#low = options.from === undefined ? Number.NEGATIVE_INFINITY : dayOf(options.from);
    this.#high = options.to === undefined ? Number.POSITIVE_INFINITY : dayOf(options.to);
    this.#now = options.now === undefined ? Number.POSITIVE_INFINITY : dayOf(options.now);
    this.#contexts = options.contexts === undefined ? undefined : new Set(options.contexts);
    if (this.#low > this.#high) {
      throw new ChanceryError('OPTION_PERIOD', 'the period ends before it begins', {
        found: `${options.from} to ${options.to}`,
      });
    }
  }

  take(event: Interaction, period: Period): void {
    const day = parseDay(event.date);
    if (day === undefined) this.#skip('with a date that is none');
    else if (day > this.#now) this.#skip('dated in the future');
    else if (event.source === event.target) this.#skip('within one actor');
    else if (this.#asked(event, day)) {
      const index = this.#periodOf(day, period);
      const vague = event.until !== undefined && this.#periodOf(dayOf(event.until), period) !== index;
      if (vague) this.#skip(`not known to the ${period}`);
      else this.#enterPair(event, day, index);
    }
  }

  /** Inside the days, contexts and pair that were asked for. */
  #asked(event: Interaction, day: Day): boolean {
    if (day < this.#low || day > this.#high) return false;
    if (this.#contexts && !event.contexts.some((context) => this.#contexts?.has(context))) return false;
    const dyad = this.#options.dyad;
    return !dyad || (dyad.includes(event.source) && dyad.includes(event.target));
  }

  #enterPair(event: Interaction, day: Day, index: number): void {
    const source = this.actors.of(event.source);
    const target = this.actors.of(event.target);
    if (!this.#options.directed) {
      this.#enter(event, { pair: pairKey(source, target, event), day, index });
      return;
    }
    this.#enter(event, { pair: source * MOST_ACTORS + target, day, index });
    if (event.symmetric) this.#enter(event, { pair: target * MOST_ACTORS + source, day, index });
  }

  #enter(event: Interaction, { pair, day, index }: { pair: number; day: Day; index: number }): void {
    const { cells } = this;
    const cell = cells.index.of(pair * 131072 + index + 65536);
    if (cell === cells.pairs.length) {
      cells.pairs.push(pair);
      cells.periods.push(index);
      for (let i = 0; i < Cells.WIDTH; i++) cells.sums.push(0);
    }
    const amount = this.#amount(event, { pair, day, cell });
    if (amount === 0) {
      this.#skip('counted already');
      return;
    }
    const at = cell * Cells.WIDTH;
    const { sums } = cells;
    sums[at + QUADS.indexOf(event.quad)]! += amount;
    if (event.outlet !== undefined) this.#enterOutlet(cell, event.outlet, amount);
    const score = event.score;
    if (score === undefined || !Number.isFinite(score)) return;
    sums[at + (score >= 0 ? COOPERATION : CONFLICT)!]! += amount * Math.abs(score);
    sums[at + SQUARES!]! += amount * score * score;
    sums[at + SCORED!]! += amount;
  }

  /** events: 1 once a kind, day and direction; reports: all; origins: 1 once an origin in the period. */
  #amount(event: Interaction, { pair, day, cell }: { pair: number; day: Day; cell: number }): number {
    const count = this.#options.count ?? 'events';
    if (count === 'reports') return event.reports ?? 1;
    if (count === 'origins') {
      const origin = this.#origins.of(event.origin ?? event.id);
      return this.#seen.add(cell * 16777216 + origin) ? 1 : 0;
    }
    const kind = this.#kinds.of(event.mode === undefined ? event.kind : `${event.kind}/${event.mode}`);
    const reversed = !event.symmetric && event.source > event.target ? 1 : 0;
    return this.#seen.add(((pair * 2 + reversed) * 1024 + (kind % 1024)) * 262144 + ((day + 131072) % 262144)) ? 1 : 0;
  }

  #enterOutlet(cell: number, outlet: string, amount: number): void {
    const { cells } = this;
    const at = cells.outlets.of(cell * 1048576 + this.#outlets.of(outlet));
    if (at === cells.outletCounts.length) {
      cells.outletCounts.push(0);
      cells.outletCells.push(cell);
    }
    cells.outletCounts[at]! += amount;
  }

  #periodOf(day: Day, period: Period): number {
    const known = this.#periods.get(day);
    if (known !== undefined) return known;
    const index = periodOf(day, period);
    this.#periods.set(day, index);
    return index;
  }

  #skip(why: string): void {
    this.skipped.set(why, (this.skipped.get(why) ?? 0) + 1);
  }
}

function pairKey(source: number, target: number, event: Interaction): number {
  return event.source < event.target ? source * MOST_ACTORS + target : target * MOST_ACTORS + source;
}

function rowsOf(counting: Counting, options: DyadOptions, period: Period): DyadRow[] {
  const { cells, actors } = counting;
  const outlets = new Map<number, number[]>();
  cells.outletCells.forEach((cell, i) => {
    const list = outlets.get(cell);
    if (list) list.push(cells.outletCounts[i]!);
    else outlets.set(cell, [cells.outletCounts[i]!]);
  });
  const nameRank = [...actors.names.keys()].sort((a, b) => (actors.names[a]! < actors.names[b]! ? -1 : 1));
  const rankOf = new Int32Array(nameRank.length);
  nameRank.forEach((actor, rank) => {
    rankOf[actor] = rank;
  });
  const pairRank = (pair: number): number =>
    rankOf[Math.floor(pair / MOST_ACTORS)]! * MOST_ACTORS + rankOf[pair % MOST_ACTORS]!;
  const order = [...cells.pairs.keys()].sort(
    (a, b) => pairRank(cells.pairs[a]!) - pairRank(cells.pairs[b]!) || cells.periods[a]! - cells.periods[b]!,
  );
  const rows: DyadRow[] = [];
  let pair = -1;
  let soFar = { conflict: 0, n: 0, next: 0 };
  for (const cell of order) {
    if (cells.pairs[cell] !== pair) soFar = { conflict: 0, n: 0, next: cells.periods[cell]! };
    pair = cells.pairs[cell]!;
    const names = { source: actors.names[Math.floor(pair / MOST_ACTORS)]!, target: actors.names[pair % MOST_ACTORS]! };
    const write = (index: number, sums: readonly number[], of: readonly number[] | undefined): void => {
      rows.push(rowOf({ ...names, index, period: periodLabel(index, period) }, { sums, soFar, outlets: of }));
    };
    if (options.balanced)
      for (let index = soFar.next; index < cells.periods[cell]!; index++) write(index, NOTHING, undefined);
    const at = cell * Cells.WIDTH;
    write(cells.periods[cell]!, cells.sums.slice(at, at + Cells.WIDTH), outlets.get(cell));
    soFar.next = cells.periods[cell]! + 1;
  }
  return rows;
}

const NOTHING: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0];

interface CellSums {
  readonly sums: readonly number[];
  readonly soFar: { conflict: number; n: number };
  readonly outlets: readonly number[] | undefined;
}

function rowOf(
  name: Pick<DyadRow, 'source' | 'target' | 'index' | 'period'>,
  { sums, soFar, outlets }: CellSums,
): DyadRow {
  const quads = [sums[0]!, sums[1]!, sums[2]!, sums[3]!] as const;
  const n = quads[0] + quads[1] + quads[2] + quads[3];
  const conflicts = quads[2] + quads[3];
  soFar.conflict += conflicts;
  soFar.n += n;
  const values = intensity(sums[COOPERATION!]!, sums[CONFLICT!]!, sums[SCORED!]!);
  const spread = outlets && dispersion(outlets);
  return {
    ...name,
    n,
    quads,
    ...values,
    conflictShare: conflictShare(conflicts, n, ownLevel(soFar.conflict, soFar.n)),
    nInterval: countInterval(n),
    netInterval: netInterval(values.net, sums[SQUARES!]!),
    ...(spread ? { dispersion: spread } : {}),
  };
}
