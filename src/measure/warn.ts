import { type Alarm, CHANNELS, type WarnInput, type WarnOptions } from './alarm.ts';
import { dayOf, weekOf } from './calendar.ts';
import { warnCounts } from './warn-counts.ts';
import { warnCoverage } from './warn-coverage.ts';
import { warnFirsts } from './warn-firsts.ts';
import { warnNets } from './warn-nets.ts';
import { type WeeklyTable, weeklyTable } from './weekly.ts';

export interface Warnings {
  readonly alarms: readonly Alarm[];
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * All alarms, ordered by week, then rank, then pair. Strictly online: week t uses nothing after t, so cutting the
 * series off never changes an earlier line. An empty input gives no alarms. Throws DATE_INVALID or SERIES_TOO_LONG.
 */
export function warn(input: WarnInput, options: WarnOptions = {}): Warnings {
  const channels = options.channels ?? CHANNELS;
  const alarms: Alarm[] = [];
  let skipped: ReadonlyMap<string, number> = new Map();
  if (input.scores) alarms.push(...warnNets(input.scores, channels));
  if (input.events) {
    const { now, to, oncePerDay } = options;
    const through = to !== undefined && now !== undefined && now < to ? now : to;
    const table: WeeklyTable = weeklyTable(input.events, {
      ...(now === undefined ? {} : { until: now }),
      ...(through === undefined ? {} : { through }),
      ...(oncePerDay === undefined ? {} : { oncePerDay }),
    });
    skipped = table.skipped;
    for (const channel of channels) {
      if (channel === 'coverage') alarms.push(...warnCoverage(table));
      else if (channel === 'first-of-its-kind') alarms.push(...warnFirsts(table, input.events, options.marksOf));
      else alarms.push(...warnCounts({ table, channel, events: input.events }));
    }
  }
  return { alarms: alarms.filter(inside(options)).sort(byWeekAndRank), skipped };
}

function inside({ from, to }: WarnOptions): (alarm: Alarm) => boolean {
  const low = from === undefined ? Number.NEGATIVE_INFINITY : weekOf(dayOf(from));
  const high = to === undefined ? Number.POSITIVE_INFINITY : weekOf(dayOf(to));
  return (alarm) => {
    const week = weekOf(dayOf(alarm.week));
    return week >= low && week <= high;
  };
}

function order(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byWeekAndRank(a: Alarm, b: Alarm): number {
  return (
    order(a.week, b.week) ||
    order(a.rank, b.rank) ||
    order(b.strength, a.strength) ||
    order(a.dyad.join(' '), b.dyad.join(' ')) ||
    order(CHANNELS.indexOf(a.channel), CHANNELS.indexOf(b.channel)) ||
    order(a.says ?? '', b.says ?? '')
  );
}
