import { type DateBasis, extended, type Precision } from '../../model/index.ts';
import {
  addMonths,
  type DayRange,
  dayNumber,
  dayOf,
  isRealDay,
  monthSpan,
  weekdayOf,
  weekSpan,
  yearSpan,
} from './calendar.ts';

export interface Context {
  /** Day number of the document's date. */
  readonly published: number | undefined;
  /** The sentence speaks of the future, so an open day or month is the next one, not the latest. */
  readonly future: boolean;
  /** Nothing else in the sentence is a date, so "the next day" can only be counted from the document's. */
  readonly alone?: boolean;
  /** The sentence wants, needs or is able to: "in three days" is then a date, no duration. */
  readonly modal?: boolean;
  /** The phrase is all there is. */
  readonly bare?: boolean;
}

export interface Resolved extends DayRange {
  readonly precision: Precision;
  readonly basis: DateBasis;
}

/** A date phrase before it is placed on the calendar. `year` is what the phrase says; `place` may be lent one by its neighbour. */
export interface Moment {
  readonly year?: number;
  readonly yearless?: boolean;
  /** Why it has no place on the calendar. */
  readonly why?: string;
  readonly background?: boolean;
  /** A bare weekday (1 Monday … 7 Sunday): a neighbour may say in which week it falls. */
  readonly weekday?: number;
  /** A day figure without its month, which a neighbour may lend. */
  readonly day?: number;
  /** A week, or a day counted from another one: a weekday beside it falls in that week. */
  readonly week?: boolean;
  /** "Last year": what it adds to the document's year, for a date beside it. */
  readonly shiftsYear?: number;
  /** "Two days later", for a date that it follows. */
  readonly later?: { readonly unit: string; readonly count: number };
  /** The one day that the start or the middle of a period is, where it bounds a range. */
  readonly point?: (context: Context, year?: number) => number | undefined;
  place(context: Context, year?: number): Resolved | undefined;
}

function resolved({ from, to }: DayRange, precision: Precision, basis: DateBasis): Resolved {
  return { from, to, precision, basis };
}

export const NO_DOCUMENT_DATE = 'relative to the date of the document, which is not known';

/** Why a phrase such as "the next day" has no place on the calendar. */
export const ANCHORED = 'counted from another event, not from the date of the document';

/** Days a date without a year may lie ahead and still be this year's, when nothing speaks of the future. */
const NEAR = 45;

export function stated(range: DayRange | undefined, precision: Precision, year?: number): Moment {
  const place = (): Resolved | undefined => range && resolved(range, precision, 'stated');
  const why = range === undefined ? { why: 'no such day' } : {};
  return extended(year === undefined ? {} : { year }, { ...why, place });
}

export function unplaced(why: string, background = false): Moment {
  return { why, ...(background ? { background } : {}), place: () => undefined };
}

/** Something counted from the document's date. */
export function relative(
  precision: Precision,
  count: (published: number, future: boolean) => DayRange | undefined,
): Moment {
  return {
    place: ({ published, future }) => {
      const range = published === undefined ? undefined : count(published, future);
      return range && resolved(range, precision, 'relative');
    },
  };
}

/** A part of the year without its year: the latest one that has begun, the next one where the sentence speaks of the future. */
export function yearless(precision: Precision, inYear: (year: number) => DayRange | undefined): Moment {
  const choose = (published: number, future: boolean): DayRange | undefined => {
    const { year } = dayOf(published);
    const candidates = [year - 4, year - 3, year - 2, year - 1, year, year + 1, year + 2, year + 3, year + 4]
      .map(inYear)
      .filter((range) => range !== undefined);
    const next = candidates.find(({ to }) => to >= published);
    const latest = candidates.filter(({ from }) => from <= published).at(-1);
    if (future) return next;
    const near = precision === 'day' && next !== undefined && next.from - published <= NEAR ? next : undefined;
    return near ?? latest;
  };
  return {
    yearless: true,
    place: ({ published, future }, year) => {
      if (year !== undefined) {
        const range = inYear(year);
        return range && resolved(range, precision, 'stated');
      }
      const range = published === undefined ? undefined : choose(published, future);
      return range && resolved(range, precision, 'relative');
    },
  };
}

export function dayInYear(month: number, day: number): (year: number) => DayRange | undefined {
  return (year) => {
    if (!isRealDay(year, month, day)) return undefined;
    const at = dayNumber(year, month, day);
    return { from: at, to: at };
  };
}

export function monthInYear(month: number, part = ''): (year: number) => DayRange {
  return (year) => partOf(monthSpan(year * 12 + month - 1, 1), part);
}

/** A month or a year as the bound of a range is its first or middle day where the text says "the start of", "the middle of". */
export function boundOf({ from, to }: DayRange, part: string): number | undefined {
  if (part === 'start') return from;
  return part === 'middle' ? from + Math.floor((to - from + 1) / 2) : undefined;
}

/** "The start of" a period alone is its early part. */
export const PERIODS: Readonly<Record<string, string>> = { start: 'early', middle: 'mid', end: 'late' };

/** Early, middle and late: thirds; a month has halves, and a middle from the 10th to the 20th. */
export function partOf(range: DayRange, named: string): DayRange {
  const part = PERIODS[named] ?? named;
  const { from, to } = range;
  const length = to - from + 1;
  if (part === '') return range;
  if (part === 'half1' || part === 'half2') {
    const { year, month } = dayOf(from);
    const middle =
      length > 300
        ? dayNumber(year, 7, 1)
        : length > 27 && length < 32
          ? dayNumber(year, month, 16)
          : from + Math.floor(length / 2);
    return part === 'half1' ? { from, to: middle - 1 } : { from: middle, to };
  }
  if (length >= 28 && length <= 31) return partOfMonth(range, part);
  const months = Math.round(length / 30.4);
  const index = monthIndex(from);
  const third = Math.max(1, Math.round(months / 3));
  if (months < 3) return thirdsOfDays(range, part);
  if (part === 'early') return monthSpan(index, third);
  if (part === 'mid') return monthSpan(index + third, months - 2 * third);
  return monthSpan(index + months - third, third);
}

function partOfMonth({ from, to }: DayRange, part: string): DayRange {
  if (part === 'early') return { from, to: from + 14 };
  if (part === 'mid') return { from: from + 9, to: from + 19 };
  return { from: from + 15, to };
}

function thirdsOfDays({ from, to }: DayRange, part: string): DayRange {
  const third = Math.max(1, Math.floor((to - from + 1) / 3));
  if (part === 'early') return { from, to: from + third - 1 };
  if (part === 'mid') return { from: from + third, to: to - third };
  return { from: to - third + 1, to };
}

export function monthIndex(day: number): number {
  const { year, month } = dayOf(day);
  return year * 12 + month - 1;
}

/** Winter is the December of its year and the two months behind it. */
export function seasonInYear(season: number): (year: number) => DayRange {
  return (year) => monthSpan(year * 12 + season - 1, 3);
}

/** The unit that holds the day, moved by `shift` units. */
export function unitSpan(unit: string, day: number, shift: number): DayRange | undefined {
  const { year } = dayOf(day);
  switch (unit) {
    case 'day':
      return { from: day + shift, to: day + shift };
    case 'week':
      return weekSpan(day + 7 * shift);
    case 'weekend': {
      const week = weekSpan(day + 7 * shift);
      return { from: week.to - 1, to: week.to };
    }
    case 'workweek': {
      const { from } = weekSpan(day + 7 * shift);
      return { from, to: from + 4 };
    }
    case 'month':
      return monthSpan(monthIndex(day) + shift, 1);
    case 'quarter':
      return monthSpan(Math.floor(monthIndex(day) / 3) * 3 + 3 * shift, 3);
    case 'half':
      return monthSpan(Math.floor(monthIndex(day) / 6) * 6 + 6 * shift, 6);
    case 'year':
      return yearSpan(year + shift);
    case 'decade':
      return yearSpan(Math.floor(year / 10) * 10 + 10 * shift, 10);
    case 'century':
      return yearSpan(Math.floor(year / 100) * 100 + 100 * shift, 100);
    default:
      return undefined;
  }
}

/** The day `count` units away. */
export function moveBy(day: number, unit: string, exact: number): number | undefined {
  // One and a half weeks are ten days; of longer units only the half years count.
  if (unit === 'week' && !Number.isInteger(exact)) return day + Math.trunc(7 * exact);
  if (unit === 'year' && !Number.isInteger(exact)) return addMonths(day, Math.trunc(12 * exact));
  const count = Math.trunc(exact);
  switch (unit) {
    case 'day':
      return day + count;
    case 'week':
    case 'weekend':
    case 'workweek':
      return day + 7 * count;
    case 'fortnight':
      return day + 14 * count;
    case 'month':
      return addMonths(day, count);
    case 'quarter':
      return addMonths(day, 3 * count);
    case 'half':
      return addMonths(day, 6 * count);
    case 'year':
      return addMonths(day, 12 * count);
    case 'decade':
      return addMonths(day, 120 * count);
    case 'century':
      return addMonths(day, 1200 * count);
    case 'hour':
      return day;
    default:
      return undefined;
  }
}

export function unitPrecision(unit: string): Precision {
  return unit === 'day' || unit === 'hour' ? 'day' : unit === 'month' || unit === 'year' ? unit : 'range';
}

/** News say "on Tuesday" of the latest Tuesday, today included; of the next one where they speak of the future. */
export function newsWeekday(weekday: number, day: number, future: boolean): number {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return future ? day + ((weekday - weekdayOf(day) + 7) % 7) : day - back;
}
