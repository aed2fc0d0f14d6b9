import type { NetScore } from '../model/index.ts';
import { type Alarm, type Channel, NET_THRESHOLDS, WARM_UP_WEEKS } from './alarm.ts';
import { dayOf, isoOf, mondayOf, weekOf } from './calendar.ts';
import { Episodes } from './episode.ts';
import { netSurprise } from './net-surprise.ts';
import type { Dyad } from './pair.ts';
import { StrengthRanks } from './rank.ts';
import { round, roundRank } from './warn-counts.ts';

/** The strongest pairs of each week are always on the watch list, however quiet the week. */
const WATCHED_A_WEEK = 5;
const LISTED_FROM = 0.5;

type NetChannel = 'conflict' | 'cooperation' | 'volume';

interface NetSeries {
  readonly dyad: Dyad;
  readonly net: Float64Array;
  readonly mass: Float64Array;
  born: number;
}

interface NetTable {
  readonly first: number;
  readonly weeks: number;
  /** Days covered by the source, 0 for a week that it lacks. */
  readonly days: Float64Array;
  readonly pairs: readonly NetSeries[];
}

/** Pairs without a line in a covered week had a net of 0; scores of partly covered weeks are scaled to seven days. */
export function netTable(scores: readonly NetScore[]): NetTable {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    const week = weekOf(dayOf(score.week));
    if (week < low) low = week;
    if (week > high) high = week;
  }
  const weeks = scores.length === 0 ? 0 : high - low + 1;
  const days = new Float64Array(weeks);
  const pairs = new Map<string, NetSeries>();
  for (const score of scores) {
    const t = weekOf(dayOf(score.week)) - low;
    days[t] = Math.max(days[t]!, score.days);
    const key = `${score.a}\t${score.b}`;
    const pair = pairs.get(key) ?? {
      dyad: [score.a, score.b] as const,
      net: new Float64Array(weeks),
      mass: new Float64Array(weeks),
      born: t,
    };
    pairs.set(key, pair);
    pair.net[t]! += (score.net * 7) / score.days;
    pair.mass[t]! += ((score.mass ?? Math.abs(score.net)) * 7) / score.days;
    pair.born = Math.min(pair.born, t);
  }
  return { first: low, weeks, days, pairs: [...pairs.keys()].sort().map((key) => pairs.get(key)!) };
}

interface NetSignal {
  readonly pair: NetSeries;
  readonly strength: number;
  readonly observed: number;
  readonly expected: number;
  readonly scale: number;
}

/** Alarms on published weekly nets: conflict is an unusually low net, cooperation an unusually high one, volume an unusual mass. */
export function warnNets(scores: readonly NetScore[], channels: readonly Channel[]): Alarm[] {
  const table = netTable(scores);
  const wanted = channels.filter((channel): channel is NetChannel => channel in NET_THRESHOLDS);
  return wanted.flatMap((channel) => warnNet(table, channel));
}

function warnNet(table: NetTable, channel: NetChannel): Alarm[] {
  const byWeek: NetSignal[][] = Array.from({ length: table.weeks }, () => []);
  const born = new Float64Array(table.weeks);
  for (const pair of table.pairs) {
    born[pair.born]!++;
    const values = channel === 'volume' ? pair.mass : pair.net;
    const forecast = netSurprise(values, table.days, { direction: channel === 'conflict' ? -1 : 1 });
    for (let t = WARM_UP_WEEKS; t < table.weeks; t++) {
      if (forecast.surprise[t]! < LISTED_FROM) continue;
      const { expected, scale, surprise } = forecast;
      byWeek[t]!.push({ pair, strength: surprise[t]!, observed: values[t]!, expected: expected[t]!, scale: scale[t]! });
    }
  }
  const ranks = new StrengthRanks();
  const episodes = new Map<Dyad, Episodes>();
  const alarms: Alarm[] = [];
  let pairs = 0;
  for (let t = 0; t < table.weeks; t++) {
    pairs += born[t]!;
    if (t < WARM_UP_WEEKS || table.days[t] === 0) continue;
    ranks.pass(pairs);
    const signals = byWeek[t]!.sort((a, b) => b.strength - a.strength);
    for (const signal of signals) ranks.add(signal.strength);
    signals.forEach((signal, place) => {
      if (place >= WATCHED_A_WEEK && signal.strength < NET_THRESHOLDS[channel].watch) return;
      alarms.push(alarmOf(signal, { channel, week: table.first + t, ranks, episodes }));
    });
  }
  return alarms;
}

interface Judging {
  readonly channel: NetChannel;
  readonly week: number;
  readonly ranks: StrengthRanks;
  readonly episodes: Map<Dyad, Episodes>;
}

function alarmOf(signal: NetSignal, { channel, week, ranks, episodes }: Judging): Alarm {
  const { dyad } = signal.pair;
  const own = episodes.get(dyad) ?? new Episodes();
  episodes.set(dyad, own);
  const level = signal.strength >= NET_THRESHOLDS[channel].alarm ? 'alarm' : 'watch';
  const monday = isoOf(mondayOf(week));
  const anniversary = own.anniversaryOf(week);
  return {
    dyad,
    week: monday,
    channel,
    observed: round(signal.observed),
    expected: round(signal.expected),
    interval: [round(signal.expected - 1.7 * signal.scale), round(signal.expected + 1.7 * signal.scale)],
    level,
    rank: roundRank(ranks.rankOf(signal.strength)),
    events: [],
    strength: round(signal.strength),
    since: level === 'alarm' ? own.enter(week) : monday,
    ...(anniversary === undefined ? {} : { anniversary }),
  };
}
