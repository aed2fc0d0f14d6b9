import { ChanceryError, type Interaction, QUADS } from '../model/index.ts';
import { type Day, dayOf, type Period, parseDay, periodOf } from './calendar.ts';
import { KeyIndex, MOST_ACTORS, Numbering } from './pair.ts';

/** Columns of a cell: n1 … n4, then these. */
export const COOPERATION = 4;
export const CONFLICT = 5;
export const SQUARES = 6;
export const SCORED = 7;
export const WIDTH = 8;

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

/** The table by columns, ordered by pair (names in code order) and period: a cell is a pair in a period. */
export interface DyadCells {
  readonly length: number;
  readonly pairs: Int32Array;
  readonly periods: Int32Array;
  /** WIDTH sums a cell. */
  readonly sums: Float64Array;
  /** Counts by outlet of the cells that have any. */
  readonly outlets: ReadonlyMap<number, readonly number[]>;
  readonly skipped: ReadonlyMap<string, number>;
  nameOf(cell: number): readonly [string, string];
}

/**
 * Counts events into cells: one pass takes them apart into columns, a counting sort brings each pair's together, and a
 * short sort within the pair finds repeats and periods. Throws DATE_INVALID, OPTION_PERIOD, TOO_MANY_ACTORS.
 */
export function countDyads(events: readonly Interaction[], options: DyadOptions = {}): DyadCells {
  const intake = new Intake(options, events.length);
  for (let i = 0; i < events.length; i++) intake.take(events[i]!);
  return intake.counted();
}

/** Two numbers in one, ordered by the first: major below 2^18, minor below 2^22. */
const MINOR_ROOM = 4_194_304;
const MAJOR_SHIFT = 131_072;
/** Pairs with at most so many acts sort as packed numbers (40 bits of key, 13 of place). */
const PACKED = 8192;

class Intake {
  readonly #options: DyadOptions;
  readonly #period: Period;
  readonly #low: Day;
  readonly #high: Day;
  readonly #now: Day;
  readonly #contexts: ReadonlySet<string> | undefined;
  readonly #actors = new Numbering(MOST_ACTORS);
  readonly #minors = new Numbering(MINOR_ROOM / 2);
  readonly #outletNames = new Numbering();
  readonly #periodOfDay = new Map<Day, number>();
  readonly #skipped = new Map<string, number>();
  readonly #pairIndex = new KeyIndex();
  readonly #pairs: number[] = [];
  readonly #slots: Int32Array;
  readonly #keys: Float64Array;
  readonly #periods: Int32Array;
  readonly #quads: Uint8Array;
  readonly #scores: Float64Array;
  readonly #amounts: Float64Array;
  readonly #outlets: Int32Array;
  #entries = 0;

  constructor(options: DyadOptions, events: number) {
    this.#options = options;
    this.#period = options.period ?? 'month';
    this.#low = options.from === undefined ? Number.NEGATIVE_INFINITY : dayOf(options.from);
    this.#high = options.to === undefined ? Number.POSITIVE_INFINITY : dayOf(options.to);
    this.#now = options.now === undefined ? Number.POSITIVE_INFINITY : dayOf(options.now);
    this.#contexts = options.contexts === undefined ? undefined : new Set(options.contexts);
    if (this.#low > this.#high) {
      const found = `${options.from} to ${options.to}`;
      throw new ChanceryError('OPTION_PERIOD', 'the period ends before it begins', { found });
    }
    const room = options.directed ? 2 * events : events;
    this.#slots = new Int32Array(room);
    this.#keys = new Float64Array(room);
    this.#periods = new Int32Array(room);
    this.#quads = new Uint8Array(room);
    this.#scores = new Float64Array(room);
    this.#amounts = new Float64Array(room);
    this.#outlets = new Int32Array(room);
  }

  take(event: Interaction): void {
    const day = parseDay(event.date);
    if (day === undefined) this.#skip('with a date that is none');
    else if (day > this.#now) this.#skip('dated in the future');
    else if (event.source === event.target) this.#skip('within one actor');
    else if (this.#asked(event, day)) {
      const vague = event.until !== undefined && this.#periodFor(dayOf(event.until)) !== this.#periodFor(day);
      if (vague) this.#skip(`not known to the ${this.#period}`);
      else this.#enterPair(event, day);
    }
  }

  /** Inside the days, contexts and pair that were asked for. */
  #asked(event: Interaction, day: Day): boolean {
    if (day < this.#low || day > this.#high) return false;
    if (this.#contexts && !event.contexts.some((context) => this.#contexts?.has(context))) return false;
    const dyad = this.#options.dyad;
    return !dyad || (dyad.includes(event.source) && dyad.includes(event.target));
  }

  #enterPair(event: Interaction, day: Day): void {
    const source = this.#actors.of(event.source);
    const target = this.#actors.of(event.target);
    const inOrder = event.source < event.target;
    if (this.#options.directed) {
      this.#enter(event, source * MOST_ACTORS + target, this.#keyOf(event, day, 0));
      if (event.symmetric) this.#enter(event, target * MOST_ACTORS + source, this.#keyOf(event, day, 0));
      return;
    }
    const pair = inOrder ? source * MOST_ACTORS + target : target * MOST_ACTORS + source;
    this.#enter(event, pair, this.#keyOf(event, day, inOrder || event.symmetric ? 0 : 1));
  }

  /** What must not repeat within a pair: a kind on a day and in a direction; or an origin in a period. */
  #keyOf(event: Interaction, day: Day, reversed: number): number {
    if (this.#options.count === 'origins') {
      return (this.#periodFor(day) + MAJOR_SHIFT) * MINOR_ROOM + this.#minors.of(event.origin ?? event.id);
    }
    const kind = this.#minors.of(event.mode === undefined ? event.kind : `${event.kind}/${event.mode}`);
    return (day + MAJOR_SHIFT * 8) * MINOR_ROOM + kind * 2 + reversed;
  }

  #enter(event: Interaction, pair: number, key: number): void {
    const slot = this.#pairIndex.of(pair);
    if (slot === this.#pairs.length) this.#pairs.push(pair);
    const at = this.#entries++;
    this.#slots[at] = slot;
    this.#keys[at] = key;
    this.#periods[at] =
      this.#options.count === 'origins'
        ? Math.floor(key / MINOR_ROOM) - MAJOR_SHIFT
        : this.#periodFor(Math.floor(key / MINOR_ROOM) - MAJOR_SHIFT * 8);
    this.#quads[at] = QUADS.indexOf(event.quad);
    this.#scores[at] = event.score ?? Number.NaN;
    this.#amounts[at] = this.#options.count === 'reports' ? (event.reports ?? 1) : 1;
    this.#outlets[at] = event.outlet === undefined ? -1 : this.#outletNames.of(event.outlet);
  }

  #periodFor(day: Day): number {
    const known = this.#periodOfDay.get(day);
    if (known !== undefined) return known;
    const index = periodOf(day, this.#period);
    this.#periodOfDay.set(day, index);
    return index;
  }

  #skip(why: string, n = 1): void {
    if (n > 0) this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + n);
  }

  counted(): DyadCells {
    const { starts, order } = bySlot(this.#slots.subarray(0, this.#entries), this.#pairs.length);
    const names = this.#actors.names;
    const nameOfPair = (pair: number): readonly [string, string] => [
      names[Math.floor(pair / MOST_ACTORS)]!,
      names[pair % MOST_ACTORS]!,
    ];
    const cells = new Cells();
    let repeats = 0;
    for (const slot of inNameOrder(this.#pairs, names)) {
      const own = order.subarray(starts[slot]!, starts[slot + 1]!);
      sortByKey(own, this.#keys);
      repeats += this.#fill(cells, this.#pairs[slot]!, own);
    }
    this.#skip('counted already', repeats);
    return { ...cells.done(), skipped: this.#skipped, nameOf: (cell) => nameOfPair(cells.pairs[cell]!) };
  }

  /** Adds one pair's entries, sorted; gives the number of repeats left out. */
  #fill(cells: Cells, pair: number, own: Int32Array): number {
    const once = this.#options.count !== 'reports';
    let repeats = 0;
    let last = Number.NaN;
    let period = Number.NaN;
    for (let i = 0; i < own.length; i++) {
      const at = own[i]!;
      const key = this.#keys[at]!;
      if (once && key === last) {
        repeats++;
        continue;
      }
      last = key;
      if (this.#periods[at] !== period) {
        period = this.#periods[at]!;
        cells.open(pair, period);
      }
      cells.add(this.#quads[at]!, this.#scores[at]!, this.#amounts[at]!);
      if (this.#outlets[at]! >= 0) cells.addOutlet(this.#outlets[at]!, this.#amounts[at]!);
    }
    return repeats;
  }
}

/** Counting sort: the entries of each slot together, in their order. */
function bySlot(slots: Int32Array, count: number): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const slot of slots) starts[slot + 1]!++;
  for (let slot = 0; slot < count; slot++) starts[slot + 1]! += starts[slot]!;
  const next = starts.slice();
  const order = new Int32Array(slots.length);
  for (let at = 0; at < slots.length; at++) order[next[slots[at]!]!++] = at;
  return { starts, order };
}

function inNameOrder(pairs: readonly number[], names: readonly string[]): number[] {
  const rankOf = new Int32Array(names.length);
  [...names.keys()]
    .sort((a, b) => (names[a]! < names[b]! ? -1 : 1))
    .forEach((actor, rank) => {
      rankOf[actor] = rank;
    });
  const rank = pairs.map((pair) => rankOf[Math.floor(pair / MOST_ACTORS)]! * MOST_ACTORS + rankOf[pair % MOST_ACTORS]!);
  return [...pairs.keys()].sort((a, b) => rank[a]! - rank[b]!);
}

/** Orders entries by key, then by place in the input. */
function sortByKey(own: Int32Array, keys: Float64Array): void {
  if (own.length < 2) return;
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (let i = 0; i < own.length; i++) {
    low = Math.min(low, keys[own[i]!]!);
    high = Math.max(high, keys[own[i]!]!);
  }
  if (own.length > PACKED || high - low >= 2 ** 40) {
    own.sort((a, b) => keys[a]! - keys[b]! || a - b);
    return;
  }
  const packed = new Float64Array(own.length);
  for (let i = 0; i < own.length; i++) packed[i] = (keys[own[i]!]! - low) * PACKED + i;
  packed.sort();
  const before = own.slice();
  for (let i = 0; i < packed.length; i++) own[i] = before[packed[i]! % PACKED]!;
}

/** Growing columns; the cell last opened takes what is added. */
class Cells {
  pairs = new Int32Array(1024);
  #periods = new Int32Array(1024);
  #sums = new Float64Array(1024 * WIDTH);
  readonly #outlets = new Map<number, number[]>();
  readonly #outletAt = new Map<number, number>();
  #length = 0;

  open(pair: number, period: number): void {
    if (this.#length === this.pairs.length) this.#grow();
    this.pairs[this.#length] = pair;
    this.#periods[this.#length] = period;
    this.#length++;
    if (this.#outletAt.size > 0) this.#outletAt.clear();
  }

  add(quad: number, score: number, amount: number): void {
    const at = (this.#length - 1) * WIDTH;
    const sums = this.#sums;
    sums[at + quad]! += amount;
    if (!Number.isFinite(score)) return;
    sums[at + (score >= 0 ? COOPERATION : CONFLICT)]! += amount * Math.abs(score);
    sums[at + SQUARES]! += amount * score * score;
    sums[at + SCORED]! += amount;
  }

  addOutlet(outlet: number, amount: number): void {
    const cell = this.#length - 1;
    let counts = this.#outlets.get(cell);
    if (!counts) {
      counts = [];
      this.#outlets.set(cell, counts);
    }
    const at = this.#outletAt.get(outlet) ?? counts.length;
    this.#outletAt.set(outlet, at);
    counts[at] = (counts[at] ?? 0) + amount;
  }

  done(): Pick<DyadCells, 'length' | 'pairs' | 'periods' | 'sums' | 'outlets'> {
    return {
      length: this.#length,
      pairs: this.pairs,
      periods: this.#periods,
      sums: this.#sums,
      outlets: this.#outlets,
    };
  }

  #grow(): void {
    const wider = { pairs: new Int32Array(this.#length * 2), periods: new Int32Array(this.#length * 2) };
    wider.pairs.set(this.pairs);
    wider.periods.set(this.#periods);
    const sums = new Float64Array(this.#length * 2 * WIDTH);
    sums.set(this.#sums);
    this.pairs = wider.pairs;
    this.#periods = wider.periods;
    this.#sums = sums;
  }
}
