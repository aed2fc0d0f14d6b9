import { extended } from '../../model/index.ts';
import { dayOf, isoWeek, monthSpan, weekdayOf, weekSpan, yearSpan } from './calendar.ts';
import { dayMonth, quarter } from './calendar-phrases.ts';
import {
  type Moment,
  monthIndex,
  monthInYear,
  moveBy,
  partOf,
  relative,
  stated,
  unitSpan,
  yearless,
} from './moment.ts';
import { find, numberOf, oneDay, type Piece, shiftOf } from './piece.ts';
import { dayOfMonth } from './relative-phrases.ts';

/** "First week of March 2019", "2019'un ikinci yarısı", "the last month of last year"; "last" counts from the end. */
export function ordinalUnit(pieces: readonly Piece[]): Moment | undefined {
  const units = pieces.filter(({ letter }) => letter === 'U');
  const outerAt = outerShift(pieces);
  const ordinalAt = pieces.findIndex(({ letter }, at) => 'OLD'.includes(letter) && at !== outerAt);
  const ordinal = pieces[ordinalAt];
  const counted = find(pieces.slice(ordinalAt + 1, ordinalAt + 2), 'ND');
  const unit = (ordinalAt < outerAt || outerAt < 0 ? units[0] : units.at(-1))!.value;
  // "September 16th week" is the week of that day
  if (unit === 'week' && ordinal?.figure === true && Number(ordinal.value) > 5 && find(pieces, 'MP') !== undefined)
    return undefined;
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
  const week = unit === 'week' ? { week: true } : {};
  const outer = pieces[outerAt];
  if (outer !== undefined) {
    const outerUnit = pieces[outerAt + 1]!.value;
    const moment = relative(precision, (published) => {
      const span = unitSpan(outerUnit, published, shiftOf(outer.value));
      return span && within(span);
    });
    return extended(moment, { ...week });
  }
  const inYear = (at: number) => within(month === undefined ? yearSpan(at) : monthInYear(Number(month.value))(at));
  if (year !== undefined)
    return extended(stated(inYear(Number(year.value)), precision, Number(year.value)), { ...week });
  return month === undefined ? undefined : extended(yearless(precision, inYear), { ...week });
}

/** Where a shifted outer unit ("last year") begins, when the phrase has two units. */
function outerShift(pieces: readonly Piece[]): number {
  const shifts = pieces.flatMap(({ letter }, at) => (letter === 'L' && pieces[at + 1]?.letter === 'U' ? [at] : []));
  const units = pieces.filter(({ letter }) => letter === 'U').length;
  if (units < 2) return -1;
  // "the last day of this month", "bu ayın son günü": the longer unit is the outer one
  const size = (at: number): number => SIZES.indexOf(pieces[at + 1]!.value);
  return [...shifts].sort((a, b) => size(b) - size(a))[0]!;
}

const SIZES = [
  'hour',
  'day',
  'weekend',
  'workweek',
  'week',
  'fortnight',
  'month',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
];

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
  if (unit === 'weekend') {
    const saturday =
      number < 0
        ? outer.to - ((weekdayOf(outer.to) + 1) % 7)
        : outer.from + ((6 - weekdayOf(outer.from) + 7) % 7) + 7 * (number - 1);
    return saturday <= outer.to ? { from: saturday, to: saturday + 1 } : undefined;
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
  const number = numberOf(pieces, 'DN');
  const year = find(pieces, 'Y');
  const shift = find(pieces, 'L');
  const units = pieces.filter(({ letter }) => letter === 'U');
  if (units[0]!.value === 'quarter') return quarter(String(number), year);
  if (units[0]!.value !== 'week' || (units.length > 1 && units[1]!.value !== 'year')) return undefined;
  if (number > 53 || units[0]!.role === 'many') return undefined;
  if (year !== undefined) return stated(isoWeek(Number(year.value), number), 'range', Number(year.value));
  return relative('range', (published) =>
    isoWeek(Math.floor(monthIndex(published) / 12) + shiftOf(shift?.value ?? '0'), number),
  );
}

/** "The week of 10 April", "the week beginning on 4 February", "the week of the 18th", "10 Nisan haftası". */
export function weekOfDay(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!;
  if (!/^(?:week|weekend|month)$/.test(unit.value) || unit.role === 'many') return undefined;
  const named = find(pieces, 'MP') !== undefined;
  const bare = find(pieces, 'DO');
  // "week 18" is numbered, "18 hafta" counted
  if (!named && bare?.led !== true && (bare?.letter !== 'O' || bare.figure !== true) && bare?.marked !== true)
    return undefined;
  const day = named ? dayMonth(pieces.filter((piece) => piece !== unit)) : dayOfMonth(Number(bare!.value));
  if (day === undefined) return undefined;
  const ending = find(pieces, 'c')?.value === 'ending';
  const place: Moment['place'] = (context, year) => {
    const at = day.place(context, year);
    if (at === undefined) return undefined;
    const span = ending ? { from: at.from - 6, to: at.from } : unitSpan(unit.value, at.from, 0);
    return { ...at, ...span, precision: 'range' };
  };
  return extended(day, { place, week: true });
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

/** "The second Monday of next month", "the first Friday in March 2020". */
export function weekdayOfMonth(pieces: readonly Piece[]): Moment | undefined {
  const name = find(pieces, 'W')!;
  const which = find(pieces, 'O') ?? (pieces[0]!.letter === 'L' ? pieces[0]! : find([...pieces].reverse(), 'L')!);
  const behind = pieces.at(-1) === name;
  if (which.letter === 'L' && (!['-1', 'past'].includes(which.value) || (behind && name.role !== 'of')))
    return undefined;
  const day = numberOf(pieces, 'W');
  const month = find(pieces, 'MP');
  const year = find(pieces, 'Y');
  const nth = (first: number): { from: number; to: number } | undefined => {
    const place = which.letter === 'L' ? -1 : Number(which.value);
    const ahead = first + ((day - weekdayOf(first) + 7) % 7) + 7 * (place - 1);
    const end = monthSpan(monthIndex(first), 1).to;
    const at = place < 0 ? end - ((weekdayOf(end) - day + 7) % 7) : ahead;
    return dayOf(at).month === dayOf(first).month ? oneDay(at) : undefined;
  };
  if (month === undefined) {
    const unit = find(pieces, 'U');
    const outer = pieces[pieces.indexOf(unit!) - 1];
    // "the first Sunday" alone is this month's; it says too little to date an event
    if (unit === undefined)
      return extended(
        relative('day', (published) => nth(monthSpan(monthIndex(published), 1).from)),
        { background: true },
      );
    const shift = shiftOf(outer?.letter === 'L' ? outer.value : '0');
    if (unit.value !== 'month') return undefined;
    return relative('day', (published) => nth(monthSpan(monthIndex(published) + shift, 1).from));
  }
  const inYear = (at: number) => nth(monthInYear(Number(month.value))(at).from);
  return year === undefined ? yearless('day', inYear) : stated(inYear(Number(year.value)), 'day', Number(year.value));
}
