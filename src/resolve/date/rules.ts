import { dayOf, isoWeek, isRealDay, monthSpan, weekdayOf, weekSpan, yearSpan } from './calendar.ts';
import { holidayInYear } from './holiday.ts';
import {
  dayInYear,
  type Moment,
  monthIndex,
  monthInYear,
  moveBy,
  newsWeekday,
  partOf,
  relative,
  seasonInYear,
  stated,
  unitPrecision,
  unitSpan,
  unplaced,
  yearless,
} from './moment.ts';
import type { Piece } from './tidy.ts';

/** A pattern over the letters of the pieces (see words.ts; Y year, D day figure, K full date, C month and day) and what it means. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  build(pieces: readonly Piece[]): Moment | undefined;
}

const ANCHORED = 'counted from another event, not from the date of the document';

const rule = (name: string, pattern: string, build: Rule['build']): Rule => ({
  name,
  // m: a month; d: a day of the month; n: a count.
  pattern: new RegExp(pattern.replaceAll('m', '[MP]').replaceAll('d', '[DON]').replaceAll('n', '[ND]'), 'y'),
  build,
});

const find = (pieces: readonly Piece[], letters: string): Piece | undefined =>
  pieces.find(({ letter }) => letters.includes(letter));
const numberOf = (pieces: readonly Piece[], letters: string): number => Number(find(pieces, letters)?.value);
const shiftOf = (value: string): number => (value === 'past' ? -1 : value === 'coming' ? 1 : Number(value));

/** In order; where several match as long a stretch, the first wins. */
export const RULES: readonly Rule[] = [
  rule('numeric', 'W?,?[K]', (pieces) => numeric(find(pieces, 'K')!.value)),
  rule('month and day in figures', 'L?W?,?C', (pieces) => monthDay(find(pieces, 'C')!.value)),
  rule('month, day and year in figures', 'C,?Y', (pieces) =>
    numeric(`${find(pieces, 'Y')!.value}-${find(pieces, 'C')!.value}`),
  ),
  rule('day month year', '(?:W[,-]?)?[DON]m(?:,?[ip]?Y)?(?:,?W)?', dayMonth),
  rule('month day year', '(?:W[,-]?)?m(?:[DON]|,O)(?:,?[ip]?Y)?', dayMonth),
  rule('year month day', 'Y,?m[DON]?', dayMonth),
  rule('month year', 'm,?[ip]?Y', dayMonth),
  rule(
    'with hyphens',
    '[DON][-/]m(?:[-/]Y)?|m[-/][DON](?:[-/]Y)?|m[-/]Y(?:[-/]D)?|D[-/]Y[-/]m|Y[-/]m(?:[-/][DON])?',
    dayMonth,
  ),
  rule('month', 'm', dayMonth),
  rule('year', 'Y', (pieces) => calendarYear(numberOf(pieces, 'Y'))),
  rule('part of year or month', 'E(?:Y|m,?Y?|V)|(?:Y|Ym|mY?|V)E', partOfNamed),
  rule('part of this or last unit', 'EL?U|L?UE|LEU', partOfUnit),
  rule('season', 'S,?Y?|YS', season),
  rule('last season', 'LS', (pieces) => lastSeason(pieces)),
  rule('quarter', '(?:Y[,-]?)?Q,?Y?', (pieces) => quarter(find(pieces, 'Q')!.value, find(pieces, 'Y'))),
  rule('month or season of last year', '[DON]?mLU|LU[MP]|SLU|LUS', ofShiftedYear),
  rule('two years with a stroke', 'Y/D', twoYears),
  rule('ordinal unit of a period', '[OL]n?U,?(?:m,?Y?|Y|LU)|(?:m,?Y?|Ym?|LU)[OLD]n?U', ordinalUnit),
  rule('numbered week', 'UD(?:,?Y|LU)?', numberedWeek),
  rule('week of a day', 'U(?:[DON]m|m[DON])(?:,?Y)?', weekOfDay),
  rule('weekday of a month', 'OWT?(?:m,?Y?|[ip]?m,?Y?|[ip]?LU)|(?:mY?|LU)OW', weekdayOfMonth),
  rule('ordinal unit', 'OU', (pieces) => ordinalOfNow(numberOf(pieces, 'O'), find(pieces, 'U')!.value)),
  rule('decade', 'V', (pieces) => decade(find(pieces, 'V')!)),
  rule('this, last, next unit', 'LU', shiftedUnit),
  rule('last three units', 'LnU|nLU|ULn', shiftedUnits),
  rule('earlier this year', 'A[ip]?L?U|LUA', partSoFar),
  rule('last month by name', 'L[MP]', shiftedMonth),
  rule('day of last month', 'LU[DON]|[DON]LU', dayOfShiftedMonth),
  rule('days of last month', 'b?[DO][-t][DO][ip]?LU|LU[DO][DO]k?', daysOfShiftedMonth),
  rule('weekday and day', 'W,?[DO]', weekdayAndDay),
  rule('day of the month', '[DO]', (pieces) => dayOfMonth(Number(pieces[0]!.value))),
  rule('last weekday', 'LW', (pieces) => shiftedWeekday(find(pieces, 'L')!.value, numberOf(pieces, 'W'))),
  rule('weekday of last week', 'LU[p-]?W|W[pi]?LU', weekdayOfWeek),
  rule('weekday', 'W', (pieces) => weekday(numberOf(pieces, 'W'))),
  rule('today', 'R', (pieces) => offset('day', numberOf(pieces, 'R'))),
  rule('units from a day', 'R[ALz]nUA?', unitsFromDay),
  rule('units ago', '(?:nU&?){0,2}nUA|UA', unitsAgo),
  rule('weekend', 'U', (pieces) => weekend(pieces[0]!.value)),
  rule('in units', '[iI]nU|IU', inUnits),
  rule('within units', 'wL?nU|L?nUw', withinUnits),
  rule('holiday', '[L]?J,?Y?', holiday),
  rule('now', 'H', () => offset('day', 0)),
  rule('counted from another event', 'G', () => unplaced(ANCHORED)),
  rule('anniversary', '[OD]?X', () => unplaced('an anniversary does not date the event it recalls', true)),
  rule('units after an event', '[iI]?nU>', () => unplaced(ANCHORED, true)),
];

function numeric(value: string): Moment | undefined {
  const [year, month, day] = value.split('-').map(Number) as [number, number, number?];
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return stated(monthInYear(month)(year), 'month', year);
  return stated(dayInYear(month, day)(year), 'day', year);
}

function monthDay(value: string): Moment | undefined {
  const [month, day] = value.split('-').map(Number) as [number, number];
  return isRealDay(2000, month, day) ? yearless('day', dayInYear(month, day)) : undefined;
}

function calendarYear(year: number): Moment {
  return stated(yearSpan(year), 'year', year);
}

function dayMonth(pieces: readonly Piece[]): Moment | undefined {
  const month = numberOf(pieces, 'MP');
  const day = find(pieces, 'DON');
  const year = find(pieces, 'Y');
  // "2014'ten Mayıs 2018'e": the year is the other end of a range.
  if (pieces[0] === year && year?.role === 'from') return undefined;
  const inYear = day === undefined ? monthInYear(month) : dayInYear(month, Number(day.value));
  const precision = day === undefined ? 'month' : 'day';
  if (day !== undefined && !isRealDay(2000, month, Number(day.value))) return undefined;
  return year === undefined
    ? yearless(precision, inYear)
    : stated(inYear(Number(year.value)), precision, Number(year.value));
}

function partOfNamed(pieces: readonly Piece[]): Moment {
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

function partOfUnit(pieces: readonly Piece[]): Moment | undefined {
  const part = find(pieces, 'E')!.value;
  const unit = find(pieces, 'U')!.value;
  const shift = shiftOf(find(pieces, 'L')?.value ?? '0');
  const wide = part === 'early' ? 'half1' : part === 'late' ? 'half2' : part;
  return relative('range', (published) => {
    const span = unitSpan(unit, published, shift);
    if (part === 'rest') return span && { from: Math.max(span.from, published), to: span.to };
    return span && partOf(span, wide);
  });
}

function season(pieces: readonly Piece[]): Moment {
  const inYear = seasonInYear(numberOf(pieces, 'S'));
  const year = find(pieces, 'Y');
  return year === undefined
    ? yearless('range', inYear)
    : stated(inYear(Number(year.value)), 'range', Number(year.value));
}

/** "Last autumn" is the latest one that is over; "this" and "next" are in the year of the document. */
function lastSeason(pieces: readonly Piece[]): Moment {
  const inYear = seasonInYear(numberOf(pieces, 'S'));
  const shift = shiftOf(find(pieces, 'L')!.value);
  return relative('range', (published) => {
    const year = Math.floor(monthIndex(published) / 12);
    const spans = [year - 2, year - 1, year, year + 1].map(inYear);
    if (shift < 0) return spans.filter(({ to }) => to < published).at(-1);
    if (shift > 0) return spans.find(({ from }) => from > published);
    return inYear(year);
  });
}

function quarter(value: string, year: Piece | undefined): Moment | undefined {
  const months = value.startsWith('half') ? 6 : 3;
  const number = Number(value.replace('half', ''));
  if (!(number >= 1 && number <= 12 / months)) return undefined;
  const inYear = (at: number) => monthSpan(at * 12 + months * (number - 1), months);
  return year === undefined
    ? yearless('range', inYear)
    : stated(inYear(Number(year.value)), 'range', Number(year.value));
}

/** "First week of March 2019", "2019'un ikinci yarısı", "the last month of last year"; "last" counts from the end. */
function ordinalUnit(pieces: readonly Piece[]): Moment | undefined {
  const units = pieces.filter(({ letter }) => letter === 'U');
  const outerAt = outerShift(pieces);
  const ordinalAt = pieces.findIndex(({ letter }, at) => 'OLD'.includes(letter) && at !== outerAt);
  const ordinal = pieces[ordinalAt];
  const counted = find(pieces.slice(ordinalAt + 1, ordinalAt + 2), 'ND');
  const unit = (ordinalAt < outerAt || outerAt < 0 ? units[0] : units.at(-1))!.value;
  if (ordinal === undefined || (ordinal.letter === 'L' && !['-1', 'past'].includes(ordinal.value))) return undefined;
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
function numberedWeek(pieces: readonly Piece[]): Moment | undefined {
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

function weekOfDay(pieces: readonly Piece[]): Moment | undefined {
  if (find(pieces, 'U')!.value !== 'week') return undefined;
  const day = dayMonth(pieces.slice(1));
  if (day === undefined) return undefined;
  const place: Moment['place'] = (context, year) => {
    const at = day.place(context, year);
    return at && { ...at, ...weekSpan(at.from), precision: 'range' };
  };
  return { ...day, place };
}

/** "Earlier this year" ends before the document's day, "later this year" begins behind it. */
function partSoFar(pieces: readonly Piece[]): Moment | undefined {
  const direction = find(pieces, 'A')!.value;
  const unit = find(pieces, 'U')!.value;
  const shift = shiftOf(find(pieces, 'L')?.value ?? '0');
  const vague = pieces.length < 3;
  if (vague || (direction !== 'earlier' && direction !== 'later')) return undefined;
  return relative('range', (published) => {
    const span = unitSpan(unit, published, shift);
    if (span === undefined) return undefined;
    const half = partOf(span, direction === 'earlier' ? 'half1' : 'half2');
    if (shift !== 0) return half;
    if (direction === 'later') return { from: Math.max(half.from, Math.min(published, span.to)), to: span.to };
    return { from: span.from, to: Math.max(span.from, Math.min(half.to, published - 1)) };
  });
}

/** "From the 4th to the 23rd of next month". */
function daysOfShiftedMonth(pieces: readonly Piece[]): Moment | undefined {
  const days = pieces.filter(({ letter }) => 'DO'.includes(letter));
  if (find(pieces, 'U')!.value !== 'month') return undefined;
  const roles = days[0]!.role === 'from' || pieces.some(({ letter }) => letter === '-' || letter === 't');
  const shift = shiftOf(find(pieces, 'L')!.value);
  if (!roles) return undefined;
  return relative('range', (published) => {
    const { from, to } = monthSpan(monthIndex(published) + shift, 1);
    const [first, last] = [from + Number(days[0]!.value) - 1, from + Number(days[1]!.value) - 1];
    return first <= last && last <= to ? { from: first, to: last } : undefined;
  });
}

/** "Friday 31": the latest day that is both, or the next one. */
function weekdayAndDay(pieces: readonly Piece[]): Moment {
  return nearestDay((at) => weekdayOf(at) === numberOf(pieces, 'W') && dayOf(at).day === numberOf(pieces, 'DO'), 400);
}

function dayOfMonth(day: number): Moment {
  return nearestDay((at) => dayOf(at).day === day, 62);
}

function nearestDay(fits: (at: number) => boolean, reach: number): Moment {
  return relative('day', (published, future) => {
    for (let away = 0; away <= reach; away++) {
      const [first, second] = future ? [published + away, published - away] : [published - away, published + away];
      if (fits(first)) return oneDay(first);
      if (reach > 100 && fits(second)) return oneDay(second);
    }
    return undefined;
  });
}

/** "The 19th century"; "31st week" is this year's. */
function ordinalOfNow(number: number, unit: string): Moment | undefined {
  if (unit === 'century' && number <= 22) return stated(yearSpan((number - 1) * 100, 100), 'range', (number - 1) * 100);
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

function decade({ value }: Piece): Moment | undefined {
  const first = decadeStart(value);
  if (first % 10 !== 0 || first < 1000 || first > 2200) return undefined;
  return stated(yearSpan(first, 10), 'range', first);
}

/** "In August of last year", "23 августа прошлого года". */
function ofShiftedYear(pieces: readonly Piece[]): Moment | undefined {
  if (find(pieces, 'U')!.value !== 'year') return undefined;
  const shift = shiftOf(find(pieces, 'L')!.value);
  const day = find(pieces, 'DON');
  const season = find(pieces, 'S');
  const month = numberOf(pieces, 'MP');
  const named = season === undefined ? monthInYear(month) : seasonInYear(Number(season.value));
  const inYear = day === undefined ? named : dayInYear(month, Number(day.value));
  const precision = day !== undefined ? 'day' : season !== undefined ? 'range' : 'month';
  return relative(precision, (published) => inYear(dayOf(published).year + shift));
}

/** "2021/22". */
function twoYears(pieces: readonly Piece[]): Moment | undefined {
  const year = numberOf(pieces, 'Y');
  return (year + 1) % 100 === numberOf(pieces, 'D') ? stated(yearSpan(year, 2), 'range', year) : undefined;
}

function shiftedUnit(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!.value;
  const shift = shiftOf(find(pieces, 'L')!.value);
  if (unit === 'hour') return undefined;
  if (unit === 'fortnight') return lastUnits(shift, 2, 'week');
  if (unit === 'decade' && find(pieces, 'L')!.value === 'past') return lastUnits(-1, 10, 'year');
  return relative(unitPrecision(unit), (published) => unitSpan(unit, published, shift));
}

/** "The last three months" end before the document's day, "the next five days" begin behind it. */
function shiftedUnits(pieces: readonly Piece[]): Moment | undefined {
  const shift = shiftOf(find(pieces, 'L')!.value);
  const count = numberOf(pieces, 'ND');
  const unit = find(pieces, 'U')!.value;
  return shift === 0 || unit === 'hour' ? undefined : lastUnits(shift, count, unit);
}

function lastUnits(shift: number, count: number, unit: string): Moment {
  return relative('range', (published) => {
    if (unit === 'quarter') return quarters(published, shift, count);
    const other = moveBy(published, unit, shift * count);
    if (other === undefined) return undefined;
    return shift < 0 ? { from: other, to: published - 1 } : { from: published + 1, to: other };
  });
}

function quarters(published: number, shift: number, count: number): { from: number; to: number } {
  const current = Math.floor(monthIndex(published) / 3) * 3;
  return shift < 0 ? monthSpan(current - 3 * count, 3 * count) : monthSpan(current + 3, 3 * count);
}

function shiftedMonth(pieces: readonly Piece[]): Moment {
  const month = numberOf(pieces, 'MP');
  const { value } = find(pieces, 'L')!;
  const shift = shiftOf(value);
  return relative('month', (published) => {
    const now = monthIndex(published);
    const here = Math.floor(now / 12) * 12 + month - 1;
    if (shift === 0) return monthSpan(here, 1);
    if (shift < 0) return monthSpan(here < now ? here : here - 12, 1);
    return monthSpan(here > now ? here : here + 12, 1);
  });
}

function dayOfShiftedMonth(pieces: readonly Piece[]): Moment | undefined {
  if (find(pieces, 'U')!.value !== 'month') return undefined;
  const day = numberOf(pieces, 'DON');
  const shift = shiftOf(find(pieces, 'L')!.value);
  return relative('day', (published) => {
    const month = monthSpan(monthIndex(published) + shift, 1);
    const at = month.from + day - 1;
    return at <= month.to ? { from: at, to: at } : undefined;
  });
}

/** "past" and "coming" are the nearest, -1, 0 and 1 the day of last, this and next week; news mean the latest by "last". */
function shiftedWeekday(shift: string, day: number): Moment {
  return relative('day', (published) => {
    if (shift === 'past') return oneDay(published - (((weekdayOf(published) - day + 6) % 7) + 1));
    if (shift === 'coming') return oneDay(published + (((day - weekdayOf(published) + 6) % 7) + 1));
    return oneDay(weekSpan(published + 7 * Number(shift)).from + day - 1);
  });
}

function weekdayOfWeek(pieces: readonly Piece[]): Moment | undefined {
  if (find(pieces, 'U')!.value !== 'week') return undefined;
  const shift = shiftOf(find(pieces, 'L')!.value);
  const day = numberOf(pieces, 'W');
  return relative('day', (published) => oneDay(weekSpan(published + 7 * shift).from + day - 1));
}

function weekday(day: number): Moment {
  return relative('day', (published, future) => oneDay(newsWeekday(day, published, future)));
}

function oneDay(at: number): { from: number; to: number } {
  return { from: at, to: at };
}

function offset(unit: string, count: number): Moment {
  return relative(unit === 'week' ? 'day' : unitPrecision(unit), (published) => {
    const at = moveBy(published, unit, count);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** "Three years ago" is placed on the day; its precision stays that of the unit. */
function unitsAgo(pieces: readonly Piece[]): Moment | undefined {
  const direction = find(pieces, 'A')!.value;
  const unit = find(pieces, 'U')!.value;
  if (!/^-?1$/.test(direction)) return unplaced(ANCHORED);
  const count = pieces.length > 2 ? numberOf(pieces, 'ND') : 1;
  if (pieces.length > 3) return severalUnitsAgo(pieces, Number(direction));
  return unit === 'hour' && Math.abs(count) > 12 ? undefined : offset(unit, Number(direction) * count);
}

/** "Dünden önceki iki gün", "yarından itibaren üç hafta sonra": counted from a day with a case ending. */
function unitsFromDay(pieces: readonly Piece[]): Moment | undefined {
  const [day, link] = pieces;
  if (day!.role !== 'from') return undefined;
  const back = [link, pieces[4]].some(
    (piece) => piece !== undefined && piece.letter !== 'z' && piece.value.startsWith('-'),
  );
  const count = numberOf(pieces, 'ND') * (back ? -1 : 1);
  return relative('day', (published) => {
    const at = moveBy(published + Number(day!.value), find(pieces, 'U')!.value, count);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** "A month and 21 days ago". */
function severalUnitsAgo(pieces: readonly Piece[], direction: number): Moment {
  const units = pieces.filter(({ letter }) => letter === 'U').map(({ value }) => value);
  const counts = pieces.filter(({ letter }) => letter === 'N' || letter === 'D').map(({ value }) => Number(value));
  return relative('day', (published) => {
    let at: number | undefined = published;
    for (const [index, unit] of units.entries())
      at = at === undefined ? at : moveBy(at, unit, direction * counts[index]!);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** "At the weekend" is the latest one that has begun, or the next one. */
function weekend(unit: string): Moment | undefined {
  if (unit !== 'weekend') return undefined;
  return relative('range', (published, future) => {
    const here = unitSpan('weekend', published, 0)!;
    return here.from <= published || future ? here : unitSpan('weekend', published, -1);
  });
}

/** "The second Monday of next month", "the first Friday in March 2020". */
function weekdayOfMonth(pieces: readonly Piece[]): Moment | undefined {
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

function inUnits(pieces: readonly Piece[]): Moment | undefined {
  const count = pieces.length > 2 ? numberOf(pieces, 'ND') : 1;
  const unit = find(pieces, 'U')!.value;
  const bare = pieces[0]!.letter === 'i';
  return {
    place: ({ published, future }) => {
      const at = published === undefined || (bare && !future) ? undefined : moveBy(published, unit, count);
      return at === undefined ? undefined : { from: at, to: at, precision: unitPrecision(unit), basis: 'relative' };
    },
    ...(bare ? { why: 'a duration, unless the sentence speaks of the future' } : {}),
  };
}

function withinUnits(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!.value;
  const count = numberOf(pieces, 'ND');
  const shift = find(pieces, 'L');
  const behind = pieces.at(-1)!.letter === 'w';
  if (unit === 'hour') return undefined;
  return relative('range', (published) => {
    if (shift !== undefined && shiftOf(shift.value) < 0) {
      const from = moveBy(published, unit, -count);
      return from === undefined ? undefined : { from, to: published - 1 };
    }
    const to = moveBy(published, unit, count);
    if (to === undefined) return undefined;
    return behind && shift === undefined ? oneDay(to) : { from: published, to: to - 1 };
  });
}

function holiday(pieces: readonly Piece[]): Moment | undefined {
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
