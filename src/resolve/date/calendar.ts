/** Days are counted from 1970-01-01, proleptic Gregorian; no Date object, no time zone. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** H. Hinnant's days_from_civil. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function dayOf(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * dayOfYear + 2) / 153);
  const month = part < 10 ? part + 3 : part - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * part + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

export function isoDate(number: number): string {
  const { year, month, day } = dayOf(number);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Day number of an ISO date or the date part of an ISO time; undefined when it is no real day. */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? dayNumber(year, month, day) : undefined;
}

/** The same day of another month; the last day where that month is shorter. */
export function addMonths(number: number, months: number): number {
  const { year, month, day } = dayOf(number);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** `count` whole months from the first of the month that is `index` months after January of year 0. */
export function monthSpan(index: number, count: number): DayRange {
  const start = (at: number): number => dayNumber(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1);
  return { from: start(index), to: start(index + count) - 1 };
}

export function yearSpan(year: number, count = 1): DayRange {
  return { from: dayNumber(year, 1, 1), to: dayNumber(year + count, 1, 1) - 1 };
}

/** Monday to Sunday of the week that holds the day. */
export function weekSpan(number: number): DayRange {
  const from = number - weekdayOf(number) + 1;
  return { from, to: from + 6 };
}

/** ISO week 1 holds 4 January. */
export function isoWeek(year: number, week: number): DayRange {
  const from = weekSpan(dayNumber(year, 1, 4)).from + (week - 1) * 7;
  return { from, to: from + 6 };
}
