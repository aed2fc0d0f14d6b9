import { extended } from '../../model/index.ts';
import { dayOf, isoWeek, isRealDay, monthSpan, weekdayOf, weekSpan, yearSpan } from './calendar.ts';
import { holidayInYear } from './holiday.ts';
import {
  boundOf,
  dayInYear,
  type Moment,
  monthInYear,
  PERIODS,
  partOf,
  relative,
  seasonInYear,
  stated,
  yearless,
} from './moment.ts';
import { find, numberOf, type Piece, shiftOf } from './piece.ts';

export function numeric(value: string): Moment | undefined {
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  if (week !== null) {
    const [year, number] = [Number(week[1]), Number(week[2])];
    return number >= 1 && number <= 53
      ? extended(stated(isoWeek(year, number), 'range', year), { week: true })
      : undefined;
  }
  const [year, month, day] = value.split('-').map(Number) as [number, number, number?];
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return stated(monthInYear(month)(year), 'month', year);
  return stated(dayInYear(month, day)(year), 'day', year);
}

/** "4/22", "this 5/12"; "Friday 7.6" only in a year in which it is a Friday. */
export function monthDay(pieces: readonly Piece[]): Moment | undefined {
  const figures = find(pieces, 'C')!;
  const [month, day] = figures.value.split('-').map(Number) as [number, number];
  if (!isRealDay(2000, month, day)) return undefined;
  const inYear = dayInYear(month, day);
  if (figures.role !== 'agrees') return shiftedOrYearless(pieces, inYear);
  return relative('day', (published) => {
    const { year } = dayOf(published);
    const days = [year, year - 1, year + 1].map(inYear);
    return days.find((one) => one !== undefined && weekdayOf(one.from) === numberOf(pieces, 'W'));
  });
}

/** "Next 6 April" lies ahead, "last 6 April" behind, "this 6 April" in the document's year; a weekday takes the word for itself. */
function shiftedOrYearless(pieces: readonly Piece[], inYear: ReturnType<typeof dayInYear>): Moment {
  const shift = find(pieces, 'L');
  const ofWeekday = find(pieces, 'W') !== undefined && shift?.value !== '0';
  return shift === undefined || ofWeekday ? yearless('day', inYear) : shiftedDay(inYear, shiftOf(shift.value));
}

export function calendarYear(year: number): Moment {
  return stated(yearSpan(year), 'year', year);
}

export function dayMonth(pieces: readonly Piece[]): Moment | undefined {
  const month = numberOf(pieces, 'MP');
  const day = find(pieces, 'DON');
  const year = find(pieces, 'Y');
  // "2014'ten Mayıs 2018'e": the year is the other end of a range.
  if (pieces[0] === year && year?.role === 'from') return undefined;
  const inYear = day === undefined ? monthInYear(month) : dayInYear(month, Number(day.value));
  const precision = day === undefined ? 'month' : 'day';
  const article = (day?.letter === 'N' && day.value === '1') || day?.role === 'first';
  if (day !== undefined && (article || !isRealDay(2000, month, Number(day.value)))) return undefined;
  if (year !== undefined) return stated(inYear(Number(year.value)), precision, Number(year.value));
  return day === undefined ? yearless(precision, inYear) : shiftedOrYearless(pieces, inYear);
}

/** "August 99", "15 April of 87". */
export function shortYear(pieces: readonly Piece[]): Moment | undefined {
  const { value, figure } = pieces.at(-1)!;
  const year = Number(value) > 50 ? 1900 + Number(value) : 2000 + Number(value);
  if (figure !== true || value.length !== 2) return undefined;
  return dayMonth([...pieces.slice(0, -1), { ...pieces.at(-1)!, letter: 'Y', value: String(year) }]);
}

/** "November between 19 and 20", "2018 2 ve 7 Şubat arası": two days of one month, and its year if there is one. */
export function daysOfMonth(pieces: readonly Piece[]): Moment | undefined {
  const month = numberOf(pieces, 'MP');
  const year = find(pieces, 'Y');
  const days = pieces.filter(({ letter }) => 'DO'.includes(letter)).map(({ value }) => Number(value));
  const [first, last] = [days[0]!, days.at(-1)!];
  if (first >= last || !isRealDay(2000, month, first) || !isRealDay(2000, month, last)) return undefined;
  const inYear = (at: number) => {
    const [from, to] = [dayInYear(month, first)(at), dayInYear(month, last)(at)];
    return from && to && { from: from.from, to: to.to };
  };
  return year === undefined
    ? yearless('range', inYear)
    : stated(inYear(Number(year.value)), 'range', Number(year.value));
}

export function partOfNamed(pieces: readonly Piece[]): Moment {
  const part = find(pieces, 'E')!.value;
  const month = find(pieces, 'MP');
  const year = find(pieces, 'Y');
  const spoken = find(pieces, 'V');
  if (spoken !== undefined) {
    const first = decadeStart(spoken.value);
    const [skip, count] = /^(?:early|start)$/.test(part) ? [0, 4] : /^mid/.test(part) ? [3, 4] : [6, 4];
    return stated(yearSpan(first + skip, count), 'range', first);
  }
  const whole = (at: number) => (month === undefined ? yearSpan(at) : monthInYear(Number(month.value))(at));
  const inYear = (at: number) => partOf(whole(at), part);
  const moment =
    year === undefined ? yearless('range', inYear) : stated(inYear(Number(year.value)), 'range', Number(year.value));
  const point: Moment['point'] = (context, lent) => {
    const placed = moment.place(context, lent);
    return placed && boundOf(whole(dayOf(placed.from).year), part);
  };
  return extended(moment, { point });
}

/** "The early 20th century". */
export function partOfCentury(pieces: readonly Piece[]): Moment | undefined {
  const [part, ordinal, unit] = [find(pieces, 'E'), find(pieces, 'O'), find(pieces, 'U')];
  const number = Number(ordinal!.value);
  if (unit!.value !== 'century' || number < 3 || number > 22) return undefined;
  const first = (number - 1) * 100;
  const thirds: Readonly<Record<string, readonly [number, number]>> = {
    early: [0, 33],
    mid: [33, 34],
    late: [67, 33],
    half1: [0, 50],
    half2: [50, 50],
  };
  const [skip, count] = thirds[PERIODS[part!.value] ?? part!.value] ?? [0, 100];
  return stated(yearSpan(first + skip, count), 'range', first);
}

export function season(pieces: readonly Piece[]): Moment {
  const inYear = seasonInYear(numberOf(pieces, 'S'));
  const year = find(pieces, 'Y');
  return year === undefined
    ? yearless('range', inYear)
    : stated(inYear(Number(year.value)), 'range', Number(year.value));
}

export function quarter(value: string, year: Piece | undefined): Moment | undefined {
  const months = value.startsWith('half') ? 6 : 3;
  const number = Number(value.replace('half', ''));
  if (!(number >= 1 && number <= 12 / months)) return undefined;
  const inYear = (at: number) => monthSpan(at * 12 + months * (number - 1), months);
  return year === undefined
    ? yearless('range', inYear)
    : stated(inYear(Number(year.value)), 'range', Number(year.value));
}

function decadeStart(value: string): number {
  const first = Number(value);
  return first < 100 ? first + (first < 30 ? 2000 : 1900) : first;
}

export function decade({ value }: Piece): Moment | undefined {
  const first = decadeStart(value);
  if (first % 10 !== 0 || first < 1000 || first > 2200) return undefined;
  return stated(yearSpan(first, 10), 'range', first);
}

/** "2021/22", "1914-18", "1999-00". */
export function twoYears(pieces: readonly Piece[]): Moment | undefined {
  const [first, mark, last] = pieces;
  const year = Number(first!.value);
  const count = (Number(last!.value) - (year % 100) + 100) % 100;
  const glued = first!.end === mark!.start && mark!.end === last!.start && last!.end - last!.start === 2;
  if (!glued || count === 0 || count > (mark!.letter === '/' ? 1 : 40)) return undefined;
  return stated(yearSpan(year, count + 1), 'range', year);
}

export function holiday(pieces: readonly Piece[]): Moment | undefined {
  const inYear = holidayInYear(find(pieces, 'J')!.value);
  const year = find(pieces, 'Y');
  const shift = find(pieces, 'L');
  if (shift !== undefined) return shiftedDay(inYear, shiftOf(shift.value));
  return year === undefined ? yearless('day', inYear) : stated(inYear(Number(year.value)), 'day', Number(year.value));
}

/** "The weekend of Halloween", "Labor Day weekend": Saturday and Sunday, and the days between them and the feast. */
export function holidayWeekend(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!;
  if (!/^week(?:end)?$/.test(unit.value) || unit.role === 'many') return undefined;
  const day = holiday(pieces.filter(({ letter }) => letter !== 'U'));
  if (day === undefined) return undefined;
  const place: Moment['place'] = (context, year) => {
    const at = day.place(context, year);
    if (at === undefined) return undefined;
    const { from, to } = weekSpan(at.from);
    if (unit.value === 'week') return { ...at, from, to, precision: 'range' };
    // Monday to Wednesday belong to the weekend before them
    const saturday = weekdayOf(at.from) <= 3 ? to - 8 : to - 1;
    return { ...at, from: Math.min(saturday, at.from), to: Math.max(saturday + 1, at.from), precision: 'range' };
  };
  return extended(day, { place });
}

function shiftedDay(inYear: ReturnType<typeof dayInYear>, shift: number): Moment {
  return relative('day', (published) => {
    const { year } = dayOf(published);
    const days = [year - 1, year, year + 1].map(inYear).filter((span) => span !== undefined);
    if (shift === 0) return inYear(year);
    return shift < 0 ? days.filter(({ to }) => to < published).at(-1) : days.find(({ from }) => from > published);
  });
}
