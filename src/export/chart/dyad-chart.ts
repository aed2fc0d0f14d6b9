import * as Plot from '@observablehq/plot';
import { type Caption, drawChart } from './frame.ts';

export interface DyadBar {
  /** First day of the period, ISO. */
  readonly from: string;
  /** Amounts, never negative. */
  readonly cooperation: number;
  readonly conflict: number;
}

export interface DyadMark {
  readonly from: string;
  readonly level: string;
  readonly channel: string;
}

export interface DyadChart extends Caption {
  readonly bars: readonly DyadBar[];
  readonly marks?: readonly DyadMark[];
  readonly period: 'week' | 'month' | 'quarter' | 'year';
  readonly width?: number;
}

const COOPERATION = '#2b6cb0';
const CONFLICT = '#c05621';

/** Cooperation above and conflict below the line, alarms as marks on it. Values that are not finite are left out. */
export function dyadChart({ bars, marks = [], period, width = 860, ...caption }: DyadChart): string {
  const finite = bars.filter((bar) => Number.isFinite(bar.cooperation) && Number.isFinite(bar.conflict));
  const rows = finite.flatMap((bar) => [
    { x: utc(bar.from), y: bar.cooperation, side: 'cooperation' },
    { x: utc(bar.from), y: -bar.conflict, side: 'conflict' },
  ]);
  const dots = marks.map((mark) => ({ x: utc(mark.from), y: 0, level: mark.level }));
  const interval = period === 'quarter' ? '3 months' : period;
  return drawChart(
    {
      width,
      height: 320,
      marginLeft: 56,
      x: { type: 'utc', label: `${period} →` },
      y: {
        label: '↑ cooperation, score points · conflict ↓',
        grid: true,
        tickFormat: (value: number) => String(Math.abs(value)),
      },
      color: { domain: ['cooperation', 'conflict'], range: [COOPERATION, CONFLICT] },
      marks: [
        Plot.rectY(rows, { x: 'x', y: 'y', fill: 'side', interval, inset: 0.5, ariaDescription: 'sum of scores' }),
        Plot.ruleY([0]),
        Plot.dot(dots, {
          x: 'x',
          y: 'y',
          r: 5,
          symbol: 'diamond',
          fill: 'white',
          stroke: 'black',
          strokeWidth: 1.5,
          ariaDescription: 'alarms',
        }),
      ],
    },
    caption,
  );
}

function utc(iso: string): Date {
  return new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7) || 1) - 1, Number(iso.slice(8, 10) || 1)));
}
