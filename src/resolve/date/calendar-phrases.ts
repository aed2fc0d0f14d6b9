import { dayOf, isoWeek, isRealDay, monthSpan, weekdayOf, weekSpan, yearSpan } from './calendar.ts';
import { holidayInYear } from './holiday.ts';
import {
  dayInYear,
  type Moment,
  monthIndex,
  monthInYear,
  moveBy,
  partOf,
  relative,
  seasonInYear,
  stated,
  unitSpan,
  yearless,
} from './moment.ts';
import { find, numberOf, oneDay, shiftOf } from './piece.ts';
import type { Piece } from './tidy.ts';

export function numeric(value: string): Moment | undefined {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number?];
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return stated(monthInYear(month)(year), 'month', year);
  return stated(dayInYear(month, day)(year), 'day', year);
}

export function monthDay(value: string): Moment | undefined {
  const [month, day] = value.split('-').map(Number) as [number, number];
  return isRealDay(2000, month, day) ? yearless('day', dayInYear(month, day)) : undefined;
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
  return year === undefined
    ? yearless(precision, inYear)
    : stated(inYear(Number(year.value)), precision, Number(year.value));
}

export function partOfNamed(pieces: readonly Piece[]): Moment {
  const part = find(pieces, 'E')!.value;
  const month = find(pieces, 'MP');
  const year = find(pieces, 'Y');
  const spoken = find(pieces, 'V');
  if (spoken !== undefined) {
    const first = decadeStart(spoken.value);
    const [skip, count] = part === 'early' ? [0, 4] : part === 'mid' ? [3, 4] : [6, 4];
    return stated(yearSpan(first + skip, count), 'range', first);
  }
  const inYear = (at: number) =>
    month === undefined ? partOf(yearSpan(at), part) : monthInYear(Number(month.value), part)(at);
  return year === undefined
    ? yearless('range', inYear)
    : stated(inYear(Number(year.value)), 'range', Number(year.value));
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

/** "First week of March 2019", "2019'un ikinci yarısı", "the last month of last year"; "last" counts from the end. */
export function ordinalUnit(pieces: readonly Piece[]): Moment | undefined {
  const units = pieces.filter(({ letter }) => letter === 'U');
  const outerAt = outerShift(pieces);
  const ordinalAt = pieces.findIndex(({ letter }, at) => 'OLD'.includes(letter) && at !== outerAt);
  const ordinal = pieces[ordinalAt];
  const counted = find(pieces.slice(ordinalAt + 1, ordinalAt + 2), 'ND');
  const unit = (ordinalAt < outerAt || outerAt < 0 ? units[0] : units.at(-1))!.value;
  const many = counted === undefined && pieces[ordinalAt + 1]?.role === 'many';
  if (many || ordinal === undefined || (ordinal.letter === 'L' && !['-1', 'past'].includes(ordinal.value)))
    return undefined;
  const number = ordinal.letter === 'L' ? -1 : Number(ordinal.value);
  const month = find(pieces, 'MP');
  const year = find(pieces, 'Y');
  const within = (outer: { from: number; to: number }) =>
    counted === undefined
      ? nthUnit(unit, number, outer)
      : severalUnits(unit, { first: number, count: Number(counted.value) }, outer);
  const precision = counted === undefined && (unit === 'day' || unit === 'month') ? unit : 'range';
  const outer = pieces[outerAt];
  if (outer !== undefined) {
    const outerUnit = pieces[outerAt + 1]!.value;
    return relative(precision, (published) => {
      const span = unitSpan(outerUnit, published, shiftOf(outer.value));
      return span && within(span);
    });
  }
  const inYear = (at: number) => within(month === undefined ? yearSpan(at) : monthInYear(Number(month.value))(at));
  if (year !== undefined) return stated(inYear(Number(year.value)), precision, Number(year.value));
  return month === undefined ? undefined : yearless(precision, inYear);
}

/** Where a shifted outer unit ("last year") begins, when the phrase has two units. */
function outerShift(pieces: readonly Piece[]): number {
  const shifts = pieces.flatMap(({ letter }, at) => (letter === 'L' && pieces[at + 1]?.letter === 'U' ? [at] : []));
  const units = pieces.filter(({ letter }) => letter === 'U').length;
  if (units < 2) return -1;
  return find(pieces, 'OD') === undefined ? shifts.at(-1)! : shifts[0]!;
}

function nthUnit(
  unit: string,
  number: number,
  outer: { from: number; to: number },
): { from: number; to: number } | undefined {
  const months = { month: 1, quarter: 3, half: 6 }[unit];
  const startMonth = monthIndex(outer.from);
  if (months !== undefined) {
    const count = (monthIndex(outer.to) - startMonth + 1) / months;
    const at = number < 0 ? count - 1 : number - 1;
    if (unit === 'half' && count < 1) return partOf(outer, number === 1 ? 'half1' : 'half2');
    return at >= 0 && at < count ? monthSpan(startMonth + at * months, months) : undefined;
  }
  if (unit === 'day') {
    const day = number < 0 ? outer.to : outer.from + number - 1;
    return day <= outer.to ? { from: day, to: day } : undefined;
  }
  if (unit !== 'week') return undefined;
  // A week belongs to the period that holds its Thursday, as ISO weeks do.
  const first = weekSpan(outer.from + ((4 - weekdayOf(outer.from) + 7) % 7));
  const last = weekSpan(outer.to - ((weekdayOf(outer.to) - 4 + 7) % 7));
  return number < 0 ? last : { from: first.from + 7 * (number - 1), to: first.to + 7 * (number - 1) };
}

/** "The first two weeks of", "the last four months of". */
function severalUnits(unit: string, which: { first: number; count: number }, outer: { from: number; to: number }) {
  if (which.first < 0) {
    const last = nthUnit(unit, -1, outer);
    const from = last === undefined ? undefined : moveBy(last.from, unit, 1 - which.count);
    return last === undefined || from === undefined ? undefined : { from, to: last.to };
  }
  const first = nthUnit(unit, 1, outer);
  const last = nthUnit(unit, which.count, outer);
  return first === undefined || last === undefined ? undefined : { from: first.from, to: last.to };
}

/** "Week 31", "week 27 of last year". */
export function numberedWeek(pieces: readonly Piece[]): Moment | undefined {
  const number = numberOf(pieces, 'D');
  const year = find(pieces, 'Y');
  const shift = find(pieces, 'L');
  const units = pieces.filter(({ letter }) => letter === 'U');
  if (units[0]!.value !== 'week' || (units.length > 1 && units[1]!.value !== 'year')) return undefined;
  if (year !== undefined) return stated(isoWeek(Number(year.value), number), 'range', Number(year.value));
  return relative('range', (published) =>
    isoWeek(Math.floor(monthIndex(published) / 12) + shiftOf(shift?.value ?? '0'), number),
  );
}

export function weekOfDay(pieces: readonly Piece[]): Moment | undefined {
  if (find(pieces, 'U')!.value !== 'week') return undefined;
  const day = dayMonth(pieces.slice(1));
  if (day === undefined) return undefined;
  const place: Moment['place'] = (context, year) => {
    const at = day.place(context, year);
    return at && { ...at, ...weekSpan(at.from), precision: 'range' };
  };
  return { ...day, place };
}

/** "The 19th century"; "31st week" is this year's. */
export function ordinalOfNow(number: number, unit: string): Moment | undefined {
  if (unit === 'century' && number > 2 && number <= 22)
    return stated(yearSpan((number - 1) * 100, 100), 'range', (number - 1) * 100);
  if (unit === 'week' && number <= 53) return relative('range', (published) => isoWeek(dayOf(published).year, number));
  return unit === 'quarter' || unit === 'half' ? partOfYear(number, unit) : undefined;
}

function partOfYear(number: number, unit: string): Moment {
  return yearless('range', (year) => nthUnit(unit, number, yearSpan(year)));
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

/** "2021/22". */
export function twoYears(pieces: readonly Piece[]): Moment | undefined {
  const year = numberOf(pieces, 'Y');
  return (year + 1) % 100 === numberOf(pieces, 'D') ? stated(yearSpan(year, 2), 'range', year) : undefined;
}

/** "The second Monday of next month", "the first Friday in March 2020". */
export function weekdayOfMonth(pieces: readonly Piece[]): Moment | undefined {
  const number = numberOf(pieces, 'O');
  const day = numberOf(pieces, 'W');
  const month = find(pieces, 'MP');
  const year = find(pieces, 'Y');
  const nth = (first: number): { from: number; to: number } | undefined => {
    const at = first + ((day - weekdayOf(first) + 7) % 7) + 7 * (number - 1);
    return dayOf(at).month === dayOf(first).month ? oneDay(at) : undefined;
  };
  if (month === undefined) {
    const shift = shiftOf(find(pieces, 'L')!.value);
    if (find(pieces, 'U')!.value !== 'month') return undefined;
    return relative('day', (published) => nth(monthSpan(monthIndex(published) + shift, 1).from));
  }
  const inYear = (at: number) => nth(monthInYear(Number(month.value))(at).from);
  return year === undefined ? yearless('day', inYear) : stated(inYear(Number(year.value)), 'day', Number(year.value));
}

export function holiday(pieces: readonly Piece[]): Moment | undefined {
  const inYear = holidayInYear(find(pieces, 'J')!.value);
  const year = find(pieces, 'Y');
  const shift = find(pieces, 'L');
  if (shift !== undefined) return shiftedDay(inYear, shiftOf(shift.value));
  return year === undefined ? yearless('day', inYear) : stated(inYear(Number(year.value)), 'day', Number(year.value));
}

function shiftedDay(inYear: ReturnType<typeof dayInYear>, shift: number): Moment {
  return relative('day', (published) => {
    const { year } = dayOf(published);
    const days = [year - 1, year, year + 1].map(inYear).filter((span) => span !== undefined);
    if (shift === 0) return inYear(year);
    return shift < 0 ? days.filter(({ to }) => to < published).at(-1) : days.find(({ from }) => from > published);
  });
}
