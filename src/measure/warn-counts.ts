import { type Alarm, COUNT_THRESHOLDS, MIN_EVENTS, WARM_UP_WEEKS } from './alarm.ts';
import { isoOf, mondayOf, weekOf } from './calendar.ts';
import { coverage } from './coverage.ts';
import { ears } from './ears.ts';
import { Episodes } from './episode.ts';
import type { Dyad } from './pair.ts';
import { StrengthRanks } from './rank.ts';
import { type Forecast, intervalAt, surprise } from './surprise.ts';
import { inChannel, type WeeklyDyad, type WeeklyFrame, weeklyCounts } from './weekly.ts';

/** Below this no line can follow; weaker weeks only count towards the rank's denominator. */
const LISTED_FROM = 1;
const MOST_EVENTS = 20;

interface Signal {
  readonly pair: WeeklyDyad;
  readonly week: number;
  readonly strength: number;
  readonly observed: number;
  readonly expected: number;
  readonly interval: readonly [number, number];
}

/** min(surprise, EARS C2) of each week. */
export function strengths(counts: Float64Array, forecast: Forecast): Float64Array {
  const c2 = ears(counts);
  return forecast.surprise.map((s, t) => Math.max(0, Math.min(s, c2[t]!)));
}

/** Alarms of one counted channel over all pairs; see measure/alarm for the rule. Linear in pairs times weeks. */
export function warnCounts(frame: WeeklyFrame): Alarm[] {
  const { table } = frame;
  const { offset } = coverage(table.total);
  const byWeek: Signal[][] = Array.from({ length: table.weeks }, () => []);
  const born = new Float64Array(table.weeks);
  for (const pair of table.dyads) {
    born[weekOf(pair.placed[0]!.day) - table.first]!++;
    if (pair.placed.length >= MIN_EVENTS) collect(pair, { frame, offset, byWeek });
  }
  const ranks = new StrengthRanks();
  const episodes = new Map<Dyad, Episodes>();
  const alarms: Alarm[] = [];
  let pairs = 0;
  for (let week = 0; week < table.weeks; week++) {
    pairs += born[week]!;
    if (week < WARM_UP_WEEKS) continue;
    ranks.pass(pairs);
    const signals = byWeek[week]!;
    for (const signal of signals) ranks.add(signal.strength);
    for (const signal of signals) {
      const alarm = alarmOf(signal, { frame, ranks, episodes });
      if (alarm) alarms.push(alarm);
    }
  }
  return alarms;
}

interface Collecting {
  readonly frame: WeeklyFrame;
  readonly offset: Float64Array;
  readonly byWeek: Signal[][];
}

function collect(pair: WeeklyDyad, { frame, offset, byWeek }: Collecting): void {
  const counts = weeklyCounts(pair, frame);
  const forecast = surprise(counts, offset);
  const strength = strengths(counts, forecast);
  for (let week = WARM_UP_WEEKS; week < counts.length; week++) {
    if (strength[week]! < LISTED_FROM || counts[week]! < MIN_EVENTS) continue;
    byWeek[week]!.push({
      pair,
      week,
      strength: strength[week]!,
      observed: counts[week]!,
      expected: forecast.expected[week]!,
      interval: intervalAt(forecast, week),
    });
  }
}

interface Judging {
  readonly frame: WeeklyFrame;
  readonly ranks: StrengthRanks;
  readonly episodes: Map<Dyad, Episodes>;
}

function alarmOf(signal: Signal, { frame, ranks, episodes }: Judging): Alarm | undefined {
  const thresholds = COUNT_THRESHOLDS[frame.channel];
  if (signal.strength < thresholds.watch) return undefined;
  const week = frame.table.first + signal.week;
  const level = signal.strength >= thresholds.alarm ? 'alarm' : 'watch';
  const own = episodes.get(signal.pair.dyad) ?? new Episodes();
  episodes.set(signal.pair.dyad, own);
  const monday = isoOf(mondayOf(week));
  const anniversary = own.anniversaryOf(week);
  const since = level === 'alarm' ? own.enter(week) : monday;
  const { ids, outlets } = drivers(signal, frame, week);
  return {
    dyad: signal.pair.dyad,
    week: monday,
    channel: frame.channel,
    observed: signal.observed,
    expected: round(signal.expected),
    interval: signal.interval,
    level,
    rank: roundRank(ranks.rankOf(signal.strength)),
    events: ids,
    strength: round(signal.strength),
    since,
    ...(outlets > 0 ? { outlets } : {}),
    ...(anniversary === undefined ? {} : { anniversary }),
  };
}

/** The week's events of the pair that count in the channel: strongest score first, then by date and id. */
function drivers(signal: Signal, { events, channel }: WeeklyFrame, week: number): { ids: string[]; outlets: number } {
  const inWeek = signal.pair.placed
    .filter(({ at, day }) => weekOf(day) === week && inChannel(events[at]!, channel))
    .map(({ at }) => events[at]!);
  inWeek.sort(
    (a, b) =>
      Math.abs(b.score ?? 0) - Math.abs(a.score ?? 0) ||
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  );
  const ids = [...new Set(inWeek.map((event) => event.id))];
  const outlets = new Set(inWeek.flatMap((event) => (event.outlet === undefined ? [] : [event.outlet])));
  return { ids: ids.slice(0, MOST_EVENTS), outlets: outlets.size };
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function roundRank(value: number): number {
  return Number(value.toPrecision(6));
}
