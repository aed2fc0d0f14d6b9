import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChanceryError, type Interaction, type NetScore, QUADS, type Quad } from '../model/index.ts';
import { dayOf, isoOf } from './calendar.ts';
import { warn } from './warn.ts';

const START = dayOf('2001-01-01');

interface Act {
  readonly day: number;
  readonly pair: number;
  readonly quad: number;
  readonly score: number | undefined;
}

const PAIRS = [
  ['CHN', 'RUS'],
  ['RUS', 'CHN'],
  ['GRC', 'TUR'],
  ['IND', 'PAK'],
  ['IND', 'IND'],
] as const;

function interaction({ day, pair, quad, score }: Act, i: number): Interaction {
  const [source, target] = PAIRS[pair]!;
  const parts = {
    id: `e${i}`,
    date: isoOf(START + day),
    source,
    target,
    kind: `k${i % 7}`,
    quad: QUADS[quad] as Quad,
    contexts: [],
  };
  return score === undefined ? parts : { ...parts, score };
}

const acts = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 7 * 70 }),
    pair: fc.nat({ max: PAIRS.length - 1 }),
    quad: fc.nat({ max: 3 }),
    score: fc.option(fc.double({ min: -10, max: 10, noNaN: false }), { nil: undefined }),
  }),
  { maxLength: 300 },
);

/** One quiet pair that erupts in a known week. */
function eruption(extra = 12): Interaction[] {
  const events: Interaction[] = [];
  for (let week = 0; week < 60; week++) {
    events.push(interaction({ day: week * 7, pair: 2, quad: 0, score: 2 }, events.length));
    if (week % 6 === 0) events.push(interaction({ day: week * 7 + 1, pair: 3, quad: 2, score: -2 }, events.length));
  }
  for (let k = 0; k < extra; k++)
    events.push({
      ...interaction({ day: 60 * 7 + (k % 5), pair: 3, quad: 3, score: -9 }, events.length),
      kind: `x${k}`,
    });
  return events;
}

describe('warn', () => {
  it('flags the week in which a quiet pair erupts, with what was expected and the events behind it', () => {
    const { alarms } = warn({ events: eruption() }, { channels: ['conflict'] });
    expect(alarms).toHaveLength(1);
    const [alarm] = alarms;
    expect(alarm).toMatchObject({
      dyad: ['IND', 'PAK'],
      week: isoOf(START + 420),
      channel: 'conflict',
      level: 'alarm',
      observed: 12,
    });
    expect(alarm!.expected).toBeLessThan(1);
    expect(alarm!.interval[1]).toBeLessThan(12);
    expect(alarm!.events).toHaveLength(12);
    expect(alarm!.rank).toBeLessThan(0.02);
  });

  it('never changes an earlier line when the series is cut off (no look-ahead)', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 27, max: 69 }), (list, weeks) => {
        const events = list.map(interaction);
        const cut = isoOf(START + weeks * 7 - 1);
        const before = warn({ events: events.filter((event) => event.date <= cut) }, { to: cut }).alarms;
        const whole = warn({ events }, { to: cut }).alarms;
        expect(whole).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('never changes an earlier line of weekly nets either', () => {
    const nets = fc.array(
      fc.record({ week: fc.nat({ max: 60 }), pair: fc.nat({ max: 3 }), net: fc.integer({ min: -3000, max: 3000 }) }),
      { maxLength: 250 },
    );
    fc.assert(
      fc.property(nets, fc.integer({ min: 27, max: 59 }), (list, weeks) => {
        const scores = list.map(
          ({ week, pair, net }): NetScore => ({ week: isoOf(START + week * 7), a: 'CHN', b: `X${pair}`, net, days: 7 }),
        );
        const cut = isoOf(START + weeks * 7);
        const before = warn({ scores: scores.filter((score) => score.week <= cut) }).alarms;
        expect(warn({ scores }, { to: cut }).alarms).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('gives numbers, never NaN, whatever the scores, gaps and crowds', () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 400 }), (list, crowd) => {
        const events = list.map(interaction);
        for (let k = 0; k < crowd; k++)
          events.push({ ...interaction({ day: 480, pair: 3, quad: 3, score: -9 }, k), kind: `c${k}` });
        for (const alarm of warn({ events }).alarms) {
          for (const value of [alarm.observed, alarm.expected, ...alarm.interval, alarm.rank, alarm.strength])
            expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says nothing of an empty record, a single event or weeks of zeros', () => {
    expect(warn({ events: [] }).alarms).toEqual([]);
    expect(warn({ events: [interaction({ day: 3, pair: 0, quad: 3, score: -9 }, 0)] }).alarms).toEqual([]);
    expect(warn({ scores: [] }).alarms).toEqual([]);
  });

  it('takes a million acts on one day', () => {
    const events = eruption(0);
    for (let k = 0; k < 1_000_000; k++)
      events.push({ ...events[1]!, date: isoOf(START + 425), kind: `m${k % 1500}`, quad: 'material-conflict' });
    const { alarms } = warn({ events }, { channels: ['conflict'] });
    expect(alarms.at(-1)).toMatchObject({ observed: 1500, level: 'alarm' });
  });

  it('leaves out dates after the last day that can have been reported, and says so', () => {
    const future = { ...eruption()[0]!, date: '2999-01-01' };
    const { alarms, skipped } = warn(
      { events: [...eruption(), future] },
      { now: '2026-01-01', channels: ['conflict'] },
    );
    expect(alarms).toHaveLength(1);
    expect([...skipped.values()]).toContain(1);
    expect(() => warn({ events: [...eruption(), future] })).toThrow(ChanceryError);
  });

  it('shows a change of coverage as a banner', () => {
    const events = eruption(0);
    for (let k = 0; k < 40; k++) events.push({ ...events[0]!, date: isoOf(START + 60 * 7 + (k % 7)), kind: `y${k}` });
    const { alarms } = warn({ events }, { channels: ['coverage'] });
    expect(alarms.at(-1)).toMatchObject({ dyad: ['*', '*'], channel: 'coverage', observed: 40 });
  });

  it('takes an empty week of a thin record for chance, of a full one for a gap', () => {
    const weekly = (n: number): Interaction[] =>
      Array.from({ length: 40 }, (_, week) =>
        Array.from({ length: week === 35 ? 0 : n }, (__, k) => ({
          ...interaction({ day: week * 7 + (k % 7), pair: k % 3, quad: 0, score: 2 }, k),
          kind: `k${k}`,
        })),
      ).flat();
    const banners = (n: number): readonly string[] =>
      warn({ events: weekly(n) }, { channels: ['coverage'] }).alarms.map(({ says }) => says ?? '');
    expect(banners(2)).toEqual([]);
    expect(banners(12)).toEqual(['nothing at all was read from this week on']);
  });

  it('is the same for any order of the events', () => {
    const events = eruption();
    expect(warn({ events: [...events].reverse() }, { channels: ['conflict'] }).alarms).toEqual(
      warn({ events }, { channels: ['conflict'] }).alarms,
    );
  });
});
