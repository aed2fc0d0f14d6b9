import { ChanceryError } from '../model/index.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar; no time zone enters anywhere. */
export type Day = number;
export type Period = 'week' | 'month' | 'quarter' | 'year';
export const PERIODS: readonly Period[] = ['week', 'month', 'quarter', 'year'];

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function monthLength(year: number, month: number): number {
  const leap = month === 2 && (year % 4 === 0 ? year % 100 !== 0 || year % 400 === 0 : false);
  return (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** Howard Hinnant's days_from_civil. */
function civilDay(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** `2022-02-04` -> day number; undefined for anything that is not a day of the calendar. */
export function parseDay(iso: string): Day | undefined {
  if (iso.length !== 10 || iso[4] !== '-' || iso[7] !== '-') return undefined;
  const year = digits(iso, 0, 4);
  const month = digits(iso, 5, 7);
  const day = digits(iso, 8, 10);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month))) return undefined;
  return civilDay(year, month, day);
}

/** Like parseDay, but a bad date is the named error DATE_INVALID. */
export function dayOf(iso: string): Day {
  const day = parseDay(iso);
  if (day !== undefined) return day;
  throw new ChanceryError('DATE_INVALID', 'not a day of the calendar', {
    expected: 'YYYY-MM-DD',
    found: JSON.stringify(iso),
    hint: 'Give year, month and day, for example 2022-02-24',
  });
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function civilOf(day: Day): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function isoOf(day: Day): string {
  const civil = civilOf(day);
  return `${pad(civil.year, 4)}-${pad(civil.month, 2)}-${pad(civil.day, 2)}`;
}

/** Number of the week: weeks start on Monday; `mondayOf(weekOf(day))` is its first day. */
export function weekOf(day: Day): number {
  return Math.floor((day + 3) / 7);
}

export function mondayOf(week: number): Day {
  return week * 7 - 3;
}

/** Consecutive integers for consecutive periods, so that a series is an array. */
export function periodOf(day: Day, period: Period): number {
  if (period === 'week') return weekOf(day);
  const { year, month } = civilOf(day);
  if (period === 'year') return year;
  return period === 'month' ? year * 12 + month - 1 : year * 4 + Math.floor((month - 1) / 3);
}

/** 2022-02-21 (a Monday), 2022-02, 2022-Q1 or 2022. */
export function periodLabel(index: number, period: Period): string {
  if (period === 'week') return isoOf(mondayOf(index));
  if (period === 'year') return pad(index, 4);
  if (period === 'month') return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
  return `${pad(Math.floor(index / 4), 4)}-Q${(index % 4) + 1}`;
}

/** First day of a period. */
export function periodStart(index: number, period: Period): Day {
  if (period === 'week') return mondayOf(index);
  if (period === 'year') return civilDay(index, 1, 1);
  if (period === 'month') return civilDay(Math.floor(index / 12), (index % 12) + 1, 1);
  return civilDay(Math.floor(index / 4), (index % 4) * 3 + 1, 1);
}
