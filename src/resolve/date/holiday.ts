import { type DayRange, dayNumber, weekdayOf } from './calendar.ts';
import { dayInYear } from './moment.ts';

/**
 * The day of a feast in a year, from its word in dates.tsv: "12-25" month and day · "nth:11-4-4" the fourth Thursday of
 * November, -1 for the last, +1 behind it for the day after · "easter:1" days after Western Easter.
 */
export function holidayInYear(value: string): (year: number) => DayRange | undefined {
  const [rule, detail = ''] = value.split(':');
  if (rule === 'easter') return (year) => oneDay(easter(year) + Number(detail));
  if (rule === 'nth') {
    const [, month, nth, weekday, days = '0'] = /^(\d+)\/(-?\d+)\/(\d)([+-]\d+)?$/.exec(detail)!;
    return (year) => oneDay(nthWeekday(dayNumber(year, Number(month), 1), Number(nth), Number(weekday)) + Number(days));
  }
  const [month, day] = value.split('-').map(Number) as [number, number];
  return dayInYear(month, day);
}

function oneDay(at: number): DayRange {
  return { from: at, to: at };
}

function nthWeekday(first: number, nth: number, weekday: number): number {
  const start = first + ((weekday - weekdayOf(first) + 7) % 7);
  if (nth > 0) return start + 7 * (nth - 1);
  // The last one of a month of 30 or 31 days that holds a fifth.
  return start + 28 - first < 31 ? start + 28 : start + 21;
}

/** The anonymous Gregorian computus. */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
