import { alarmChart, type WeekPoint } from '../export/chart/alarm-chart.ts';
import { dyadChart } from '../export/chart/dyad-chart.ts';
import type { Alarm } from '../measure/alarm.ts';
import { isoOf, mondayOf, type Period, periodStart } from '../measure/calendar.ts';
import { coverage } from '../measure/coverage.ts';
import type { DyadRow } from '../measure/dyad.ts';
import { intervalAt, surprise } from '../measure/surprise.ts';
import { weeklyCounts, weeklyTable } from '../measure/weekly.ts';
import type { Measured } from './measure-input.ts';

/** Both sides of one pair as SVG, alarms on the line. */
export function dyadSvg(
  rows: readonly DyadRow[],
  alarms: readonly Alarm[],
  { period, source }: { period: Period; source: string },
): string {
  const first = rows[0];
  const pair = first ? `${first.source} and ${first.target}` : 'No events';
  return dyadChart({
    title: `${pair}, by ${period}`,
    description: `Cooperation above the line and conflict below, sums of scores by ${period}; ${alarms.length} alarms are marked on the line.`,
    n: rows.reduce((sum, row) => sum + row.n, 0),
    source,
    period,
    bars: rows.map((row) => ({
      from: isoOf(periodStart(row.index, period)),
      cooperation: row.cooperation,
      conflict: row.conflict,
    })),
    marks: alarms.map((alarm) => ({ from: alarm.week, level: alarm.level, channel: alarm.channel })),
  });
}

export interface Expectation {
  readonly dyad: readonly [string, string];
  readonly alarms: readonly Alarm[];
  readonly source: string;
  readonly from?: string;
  readonly to?: string;
}

/** Weekly conflict of one pair against what was expected, as SVG. */
export function expectationSvg(
  measured: Measured,
  { dyad, alarms, source, from = '', to = '9999' }: Expectation,
): string {
  const events = measured.events ?? [];
  const table = weeklyTable(events);
  const [a, b] = dyad[0] < dyad[1] ? dyad : [dyad[1], dyad[0]];
  const pair = table.dyads.find((one) => one.dyad[0] === a && one.dyad[1] === b);
  const points: WeekPoint[] = [];
  if (pair) {
    const counts = weeklyCounts(pair, { table, channel: 'conflict', events });
    const forecast = surprise(counts, coverage(table.total).offset);
    counts.forEach((observed, t) => {
      const week = isoOf(mondayOf(table.first + t));
      if (week < from || week > to) return;
      const [low, high] = intervalAt(forecast, t);
      points.push({ week, observed, expected: forecast.expected[t]!, low, high });
    });
  }
  return alarmChart({
    title: `${a} and ${b}: conflict by week`,
    description: 'Acts of conflict a week, what was expected of them (dashed, 90 % band) and the weeks of alarm.',
    n: points.reduce((sum, point) => sum + point.observed, 0),
    source,
    points,
    alarms: alarms
      .filter((alarm) => alarm.channel === 'conflict' && alarm.level === 'alarm')
      .map((alarm) => alarm.week),
  });
}
