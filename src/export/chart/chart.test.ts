import { describe, expect, it } from 'vitest';
import { alarmChart } from './alarm-chart.ts';
import { dyadChart } from './dyad-chart.ts';
import { fitted, sparkline } from './sparkline.ts';

const caption = {
  title: 'China & Russia',
  description: 'Cooperation above, conflict below the line',
  n: 12,
  source: 'own record',
};

describe('charts', () => {
  const svg = dyadChart({
    ...caption,
    period: 'month',
    bars: [
      { from: '2022-01-01', cooperation: 3, conflict: 1 },
      { from: '2022-02-01', cooperation: 12.5, conflict: 0 },
    ],
    marks: [{ from: '2022-02-01', level: 'alarm', channel: 'first-of-its-kind' }],
  });

  it('tell a screen reader what they are and a reader what they rest on', () => {
    expect(svg).toContain('role="img"');
    expect(svg).toMatch(/<title id="chart-title">China &amp; Russia<\/title>/);
    expect(svg).toMatch(/<desc id="chart-description">/);
    expect(svg).toContain('n = 12 · own record');
    expect(svg).toContain('score points');
  });

  it('carry no NaN, even from values that are none, and no data at all', () => {
    const bad = dyadChart({
      ...caption,
      period: 'week',
      bars: [{ from: '2022-01-03', cooperation: Number.NaN, conflict: 2 }],
    });
    const empty = alarmChart({ ...caption, points: [], alarms: [] });
    for (const text of [svg, bad, empty]) expect(text).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('are the same bytes for the same input', () => {
    const draw = (): string =>
      alarmChart({
        ...caption,
        points: [{ week: '2022-02-21', observed: 9, expected: 2, low: 0, high: 5 }],
        alarms: ['2022-02-21'],
      });
    expect(draw()).toBe(draw());
  });
});

describe('sparkline', () => {
  it('shows the shape, gaps as spaces and zeros as a flat line', () => {
    expect(sparkline([0, 4, 8, undefined, 8])).toBe('▁▅█ █');
    expect(sparkline([0, 0])).toBe('▁▁');
    expect(sparkline([])).toBe('');
  });

  it('keeps the sum when the line must be shorter', () => {
    expect(fitted([1, 2, 3, 4, 5], 3)).toEqual([3, 7, 5]);
  });
});
