import { ChanceryError, type Interaction } from '../model/index.ts';
import { dayOf, parseDay, weekOf } from './calendar.ts';
import { type Dyad, dyadOf, KeyIndex, MOST_ACTORS, Numbering } from './pair.ts';

/** Cooperation that is more than talk: weaker acts drown the signal. */
const STRONG = 4;
const LONGEST_WEEKS = 20_000;

export type CountChannel = 'conflict' | 'cooperation' | 'volume';

/** One pair's counted events by date: `at` is the position in the event list, `day` the day number. */
export interface WeeklyDyad {
  readonly dyad: Dyad;
  readonly placed: readonly Placed[];
}

export interface WeeklyTable {
  /** Number of the first week (see calendar.weekOf). */
  readonly first: number;
  readonly weeks: number;
  /** All counted events of each week. */
  readonly total: Float64Array;
  readonly dyads: readonly WeeklyDyad[];
  readonly skipped: ReadonlyMap<string, number>;
}

export interface WeeklyOptions {
  /** Last day that can have been reported; later dates are left out and told. */
  readonly until?: string;
  /** The series runs to this day at least: silence up to it is silence, not the end of the record. */
  readonly through?: string;
  /** Count a pair's same act of the same day once (default true). */
  readonly oncePerDay?: boolean;
}

export interface Placed {
  readonly at: number;
  readonly day: number;
}

/** Counts events by undirected pair and week. A symmetric act counts once. Linear in the events. */
export function weeklyTable(events: readonly Interaction[], options: WeeklyOptions = {}): WeeklyTable {
  const skipped = new Map<string, number>();
  const placed = place(events, options, skipped);
  const byDyad = new Map<string, Placed[]>();
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const entry of placed) {
    const event = events[entry.at]!;
    const [a, b] = dyadOf(event.source, event.target);
    const key = `${a}\t${b}`;
    const list = byDyad.get(key);
    if (list) list.push(entry);
    else byDyad.set(key, [entry]);
    if (entry.day < low) low = entry.day;
    if (entry.day > high) high = entry.day;
  }
  if (byDyad.size === 0) return { first: 0, weeks: 0, total: new Float64Array(0), dyads: [], skipped };
  if (options.through !== undefined) high = Math.max(high, dayOf(options.through));
  const first = weekOf(low);
  const weeks = weekOf(high) - first + 1;
  if (weeks > LONGEST_WEEKS) {
    throw new ChanceryError('SERIES_TOO_LONG', 'the events span too many years', {
      expected: `at most ${LONGEST_WEEKS} weeks`,
      found: `${weeks} weeks`,
      hint: 'One event with a mistyped year? Narrow with --from and --to',
    });
  }
  const total = new Float64Array(weeks);
  for (const { day } of placed) total[weekOf(day) - first]!++;
  const dyads = [...byDyad.keys()].sort().map((key) => {
    const [a = '', b = ''] = key.split('\t');
    return { dyad: [a, b] as const, placed: byDyad.get(key)!.sort((x, y) => x.day - y.day || x.at - y.at) };
  });
  return { first, weeks, total, dyads, skipped };
}

function place(events: readonly Interaction[], options: WeeklyOptions, skipped: Map<string, number>): Placed[] {
  const last = options.until === undefined ? Number.POSITIVE_INFINITY : dayOf(options.until);
  const seen = new KeyIndex();
  const actors = new Numbering(MOST_ACTORS);
  const kinds = new Numbering();
  const placed: Placed[] = [];
  const skip = (why: string): void => void skipped.set(why, (skipped.get(why) ?? 0) + 1);
  for (let at = 0; at < events.length; at++) {
    const event = events[at]!;
    const day = parseDay(event.date);
    if (day === undefined) skip('with a date that is none');
    else if (day > last) skip('dated after the last day that can have been reported');
    else if (event.source === event.target) skip('within one actor');
    else if (event.until !== undefined && weekOf(dayOf(event.until)) !== weekOf(day)) skip('not known to the week');
    else if (options.oncePerDay !== false && !seen.add(keyOf(event, day, { actors, kinds })))
      skip('the same act of the same day again');
    else placed.push({ at, day });
  }
  return placed;
}

/** Below 2^53: 12 bits an actor, 11 a kind, 18 a day (years 1612 to 2328; others share keys only with themselves shifted). */
function keyOf(event: Interaction, day: number, names: { actors: Numbering; kinds: Numbering }): number {
  let source = names.actors.of(event.source);
  let target = names.actors.of(event.target);
  if (event.symmetric && source > target) [source, target] = [target, source];
  const kind = names.kinds.of(event.mode === undefined ? event.kind : `${event.kind}/${event.mode}`);
  const pair = (source % 4096) * 4096 + (target % 4096);
  return (pair * 2048 + (kind % 2048)) * 262144 + ((day + 131072 + 262144 * 64) % 262144);
}

/** Does the event count in the channel? */
export function inChannel(event: Interaction, channel: CountChannel): boolean {
  if (channel === 'volume') return true;
  if (event.quad.endsWith('conflict')) return channel === 'conflict';
  if (channel === 'conflict') return false;
  return event.score === undefined ? event.quad === 'material-cooperation' : event.score >= STRONG;
}

export interface WeeklyFrame {
  readonly table: WeeklyTable;
  readonly channel: CountChannel;
  readonly events: readonly Interaction[];
}

/** The pair's weekly counts in one channel; index 0 is the table's first week. Made on demand: a record has many quiet pairs. */
export function weeklyCounts(pair: WeeklyDyad, frame: WeeklyFrame): Float64Array {
  const { table, channel, events } = frame;
  const counts = new Float64Array(table.weeks);
  for (const { at, day } of pair.placed) if (inChannel(events[at]!, channel)) counts[weekOf(day) - table.first]!++;
  return counts;
}
