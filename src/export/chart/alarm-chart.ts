import * as Plot from '@observablehq/plot';
import { type Caption, drawChart } from './frame.ts';

export interface WeekPoint {
  /** Monday, ISO. */
  readonly week: string;
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface AlarmChart extends Caption {
  readonly points: readonly WeekPoint[];
  readonly alarms: readonly string[];
  readonly width?: number;
}

/** What was seen each week against what was expected (90 % band), with the alarm weeks marked. */
export function alarmChart({ points, alarms, width = 860, ...caption }: AlarmChart): string {
  const rows = points
    .filter((p) => [p.observed, p.expected, p.low, p.high].every(Number.isFinite))
    .map((p) => ({ ...p, x: new Date(`${p.week}T00:00:00Z`) }));
  const marked = new Set(alarms);
  return drawChart(
    {
      width,
      height: 260,
      marginLeft: 48,
      x: { type: 'utc', label: 'week →' },
      y: { label: '↑ acts a week', grid: true, zero: true },
      marks: [
        Plot.areaY(rows, {
          x: 'x',
          y1: 'low',
          y2: 'high',
          fill: '#2b6cb0',
          fillOpacity: 0.18,
          ariaDescription: 'expected, 90 % interval',
        }),
        Plot.lineY(rows, {
          x: 'x',
          y: 'expected',
          stroke: '#2b6cb0',
          strokeDasharray: '4 3',
          ariaDescription: 'expected',
        }),
        Plot.lineY(rows, { x: 'x', y: 'observed', stroke: 'currentColor', ariaDescription: 'observed' }),
        Plot.dot(
          rows.filter((row) => marked.has(row.week)),
          { x: 'x', y: 'observed', r: 5, fill: '#c05621', ariaDescription: 'alarms' },
        ),
      ],
    },
    caption,
  );
}
