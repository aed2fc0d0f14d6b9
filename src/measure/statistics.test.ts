import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../model/index.ts';
import { dayOf, isoOf, mondayOf, PERIODS, parseDay, periodLabel, periodOf, periodStart, weekOf } from './calendar.ts';
import { coverage } from './coverage.ts';
import { ears } from './ears.ts';
import { logUpperTail, quantile } from './gamma.ts';
import { glossary } from './glossary.ts';
import { KeyIndex } from './pair.ts';
import { response } from './reciprocity.ts';
import { logStudentTail } from './student.ts';
import { surprise } from './surprise.ts';

describe('tails', () => {
  it('agree with SciPy far into the tail', () => {
    expect(logUpperTail(10, { size: 3.3, p: 0.5 })).toBeCloseTo(-3.6598038816404603, 10);
    expect(logUpperTail(2, { size: 30, p: 0.5 })).toBeCloseTo(-1.490116130486996e-8, 14);
    expect(logUpperTail(900, { size: 1e5, p: 0.99 })).toBeCloseTo(-0.0002125425007926836, 10);
    expect(quantile(0.995, { size: 3.3, p: 0.5 })).toBe(13);
    expect(quantile(0.995, { size: 300, p: 0.3 })).toBe(830);
    expect(logStudentTail(3, 5)).toBeCloseTo(-4.19640227489469, 10);
    expect(logStudentTail(30, 5)).toBeCloseTo(-14.767603531963015, 9);
    expect(logStudentTail(-1, 5)).toBeCloseTo(-0.2004147362303077, 12);
  });
});

describe('weekly statistics', () => {
  it('EARS C2 leaves two weeks out and floors the deviation at one', () => {
    const values = ears(Float64Array.from([0, 0, 0, 0, 0, 0, 0, 9, 9, 5]));
    expect(values[9]).toBe(5);
    expect(values[8]).toBe(0);
  });

  it('a week without any document neither surprises nor teaches', () => {
    const { offset } = coverage(Float64Array.from([5, 5, 0, 5]));
    expect(offset[2]).toBe(0);
    const silent = surprise(Float64Array.from([1, 1, 0, 1]), offset);
    const without = surprise(Float64Array.from([1, 1, 1]), Float64Array.from([offset[0]!, offset[1]!, offset[3]!]));
    expect(silent.surprise[2]).toBe(0);
    expect(silent.surprise[3]).toBe(without.surprise[2]);
  });

  it('response finds who follows whom and has no answer for a constant', () => {
    expect(response([0, 2, 4, 6, 8], [1, 2, 3, 4, 5])).toBeCloseTo(2, 9);
    expect(response([1, 2, 3, 4], [5, 5, 5, 5])).toBeUndefined();
  });
});

describe('calendar', () => {
  it('agrees with the proleptic Gregorian calendar and starts weeks on Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(isoOf(day)).toBe(iso);
        expect(parseDay(iso)).toBe(day);
        expect(new Date(mondayOf(weekOf(day)) * 86_400_000).getUTCDay()).toBe(1);
        for (const period of PERIODS) {
          const index = periodOf(day, period);
          expect(periodOf(periodStart(index, period), period)).toBe(index);
          expect(periodStart(index, period)).toBeLessThanOrEqual(day);
        }
      }),
    );
    expect(periodLabel(periodOf(dayOf('2022-02-24'), 'quarter'), 'quarter')).toBe('2022-Q1');
  });

  it.each(['2022-02-29', '2022-13-01', '22-01-01', '', '2022-1-1', 'yesterday'])('refuses %j by name', (text) => {
    expect(() => dayOf(text)).toThrow(ChanceryError);
  });
});

describe('key index', () => {
  it('numbers keys as a Map would', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat({ max: 50 }), fc.maxSafeNat()), { maxLength: 3000 }), (keys) => {
        const index = new KeyIndex();
        const map = new Map<number, number>();
        for (const key of keys) {
          if (!map.has(key)) map.set(key, map.size);
          expect(index.of(key)).toBe(map.get(key));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('glossary', () => {
  it('tells of every measure what it is, its formula, unit and source', () => {
    expect(glossary.length).toBeGreaterThan(20);
    for (const entry of glossary) for (const text of Object.values(entry)) expect(text.length).toBeGreaterThan(3);
  });
});
