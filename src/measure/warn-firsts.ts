import type { Interaction } from '../model/index.ts';
import { type Alarm, type Mark, WARM_UP_WEEKS } from './alarm.ts';
import { isoOf, mondayOf, weekOf } from './calendar.ts';
import { roundRank } from './warn-counts.ts';
import type { Placed, WeeklyDyad, WeeklyTable } from './weekly.ts';

export const definition =
  'The first event of a type and mode in a pair that has a past, a treaty step higher than any before, or the first joint act of a service: what volume cannot see.';
export const formula =
  'new (type, mode) after at least 20 events and 26 weeks of the pair; new highest step of a ladder; new label of a ladder without steps';
export const unit = 'one line a pair and week; observed is how many firsts it holds';
export const source = 'the "no limits" week of February 2022, which no count shows';

const PAST_EVENTS = 20;
/** Scores of this size are acts of war or of large material help: a first of them is an alarm, others go on the watch list. */
const WEIGHTY = 8;

interface First {
  readonly says: string;
  readonly id: string;
  readonly level: 'alarm' | 'watch';
}

interface Past {
  readonly kinds: Set<string>;
  readonly labels: Set<string>;
  readonly steps: Map<string, number>;
  readonly begun: number;
  events: number;
}

/** Firsts of all pairs in week order. Only earlier days and the same day's earlier lines are the past. */
export function warnFirsts(
  table: WeeklyTable,
  events: readonly Interaction[],
  marksOf: (event: Interaction) => readonly Mark[] = () => [],
): Alarm[] {
  const found: { pair: WeeklyDyad; week: number; firsts: First[] }[] = [];
  for (const pair of table.dyads) {
    for (const [week, firsts] of firstsOf(pair, events, marksOf)) found.push({ pair, week, firsts });
  }
  found.sort((a, b) => a.week - b.week);
  const perWeek = new Map<number, number>();
  for (const { week } of found) perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
  const passed = pairWeeks(table);
  let soFar = 0;
  let counted = Number.NEGATIVE_INFINITY;
  return found.map(({ pair, week, firsts }) => {
    if (week !== counted) soFar += perWeek.get(week)!;
    counted = week;
    const monday = isoOf(mondayOf(week));
    return {
      dyad: pair.dyad,
      week: monday,
      channel: 'first-of-its-kind' as const,
      observed: firsts.length,
      expected: 0,
      interval: [0, 0] as const,
      level: firsts.some((first) => first.level === 'alarm') ? ('alarm' as const) : ('watch' as const),
      rank: roundRank(Math.min(1, soFar / Math.max(1, passed[week - table.first]!))),
      events: [...new Set(firsts.map((first) => first.id))].slice(0, 20),
      strength: firsts.length,
      since: monday,
      says: [...new Set(firsts.map((first) => first.says))].join('; '),
    };
  });
}

/** Pair-weeks up to each week: a pair counts from its first event. */
function pairWeeks(table: WeeklyTable): Float64Array {
  const born = new Float64Array(table.weeks);
  for (const pair of table.dyads) born[weekOf(pair.placed[0]!.day) - table.first]!++;
  let pairs = 0;
  let sum = 0;
  return born.map((n) => {
    pairs += n;
    sum += pairs;
    return sum;
  });
}

function firstsOf(
  pair: WeeklyDyad,
  events: readonly Interaction[],
  marksOf: (event: Interaction) => readonly Mark[],
): Map<number, First[]> {
  const past: Past = {
    kinds: new Set(),
    labels: new Set(),
    steps: new Map(),
    begun: weekOf(pair.placed[0]!.day),
    events: 0,
  };
  const byWeek = new Map<number, First[]>();
  for (const placed of pair.placed) {
    const event = events[placed.at]!;
    const firsts = [...newKind(event, placed, past), ...newMarks(event, marksOf(event), { placed, past })];
    past.events++;
    if (firsts.length === 0) continue;
    const week = weekOf(placed.day);
    const list = byWeek.get(week);
    if (list) list.push(...firsts);
    else byWeek.set(week, firsts);
  }
  return byWeek;
}

function hasPast(past: Past, { day }: Placed): boolean {
  return past.events >= PAST_EVENTS && weekOf(day) - past.begun >= WARM_UP_WEEKS;
}

function newKind(event: Interaction, placed: Placed, past: Past): First[] {
  const kind = event.mode === undefined ? event.kind : `${event.kind}/${event.mode}`;
  const isNew = !past.kinds.has(kind);
  past.kinds.add(kind);
  if (!isNew || !hasPast(past, placed)) return [];
  const level = Math.abs(event.score ?? 0) >= WEIGHTY ? 'alarm' : 'watch';
  return [{ says: `first ${kind} in the record of this pair`, id: event.id, level }];
}

function newMarks(
  event: Interaction,
  marks: readonly Mark[],
  { placed, past }: { placed: Placed; past: Past },
): First[] {
  const firsts: First[] = [];
  for (const mark of marks) {
    const key = `${mark.ladder}/${mark.label}`;
    const highest = past.steps.get(mark.ladder) ?? Number.NEGATIVE_INFINITY;
    const isNew = mark.step === undefined ? !past.labels.has(key) : mark.step > highest;
    past.labels.add(key);
    if (mark.step !== undefined) past.steps.set(mark.ladder, Math.max(highest, mark.step));
    if (isNew && (mark.always || hasPast(past, placed))) {
      firsts.push({ says: `first ${mark.ladder}: ${mark.label}`, id: event.id, level: 'alarm' });
    }
  }
  return firsts;
}
