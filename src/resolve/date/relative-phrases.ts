import { extended } from '../../model/index.ts';
import { dayOf, monthSpan, weekdayOf, weekSpan } from './calendar.ts';
import { lastUnits, offset } from './counted-phrases.ts';
import {
  ANCHORED,
  boundOf,
  dayInYear,
  type Moment,
  monthIndex,
  monthInYear,
  moveBy,
  newsWeekday,
  partOf,
  relative,
  seasonInYear,
  unitPrecision,
  unitSpan,
  unplaced,
} from './moment.ts';
import { find, numberOf, oneDay, type Piece, shiftOf } from './piece.ts';

export function partOfUnit(pieces: readonly Piece[]): Moment | undefined {
  const part = find(pieces, 'E')!.value;
  const unit = find(pieces, 'U')!.value;
  const shift = shiftOf(find(pieces, 'L')?.value ?? '0');
  const wide = /^(?:early|start)$/.test(part) ? 'half1' : /^(?:late|end)$/.test(part) ? 'half2' : part;
  const moment = relative('range', (published, future) => {
    const span = unitSpan(unit, published, shift);
    if (span === undefined || unit === 'day') return span;
    if (part === 'rest') return { from: Math.max(span.from, published), to: span.to };
    const half = partOf(span, wide);
    // "early this month", told on the 13th, was before the 13th
    const told = part === 'early' && shift === 0 && !future && half.from < published;
    return told ? { from: half.from, to: Math.min(half.to, published - 1) } : half;
  });
  const point: Moment['point'] = ({ published }) => {
    const span = published === undefined ? undefined : unitSpan(unit, published, shift);
    return span && boundOf(span, part);
  };
  return extended(moment, { point });
}

/** "End of tomorrow", "late on Tuesday": the day itself. */
export function partOfDay(pieces: readonly Piece[]): Moment {
  const day = find(pieces, 'R');
  if (day !== undefined) return offset('day', Number(day.value));
  const shift = find(pieces, 'L');
  const name = numberOf(pieces, 'W');
  return shift === undefined ? weekday(name) : shiftedWeekday(shift.value, name);
}

/** "The week after next", "the year before last", "year to date": unit and shift are in the word. */
export function movedUnit(pieces: readonly Piece[]): Moment | undefined {
  const [unit, move] = pieces[0]!.value.split(':') as [string, string];
  const precision = unitPrecision(unit);
  if (move === 'sofar') return soFar(unit);
  if (move === 'end')
    return relative(unit === 'day' ? 'day' : 'range', (published) => {
      const span = unitSpan(unit, published, 0);
      return span && (unit === 'day' ? span : partOf(span, 'half2'));
    });
  return relative(precision, (published) => unitSpan(unit, published, Number(move)));
}

/** "Year to date", "so far this month": until the day before the document's, as "earlier this year" is. */
function soFar(unit: string): Moment {
  return relative('range', (published) => {
    const span = unitSpan(unit, published, 0);
    return span && { from: span.from, to: Math.max(span.from, published - 1) };
  });
}

export function unitToDate(pieces: readonly Piece[]): Moment {
  return soFar(pieces[0]!.value);
}

/** "Gelecek haftadan sonraki hafta": the week after the next one. */
export function unitAfterUnit(pieces: readonly Piece[]): Moment | undefined {
  const [first, from, second, unit] = pieces;
  if (from!.role !== 'from') return sameUnit(pieces);
  if (from!.value !== unit!.value) return undefined;
  const shift = shiftOf(first!.value) + shiftOf(second!.value);
  return relative(unitPrecision(unit!.value), (published) => unitSpan(unit!.value, published, shift));
}

/** "The same month last year", "this day last week". */
function sameUnit([first, inner, second, outer]: readonly Piece[]): Moment | undefined {
  if (shiftOf(first!.value) !== 0 || !/^(?:day|week|month|quarter)$/.test(inner!.value)) return undefined;
  return relative(unitPrecision(inner!.value), (published) => {
    const at = moveBy(published, outer!.value, shiftOf(second!.value));
    return at === undefined ? undefined : unitSpan(inner!.value, at, 0);
  });
}

/** "The week", "my year": the present one. It tells little of when a deed was done, so it dates no event. */
export function presentUnit(pieces: readonly Piece[]): Moment | undefined {
  const unit = pieces[0]!.value;
  if (!/^(?:week|month|quarter|year)$/.test(unit) && pieces[0]!.role !== 'present') return undefined;
  return extended(
    relative(unitPrecision(unit), (published) => unitSpan(unit, published, 0)),
    { background: true },
  );
}

/** "The next day": counted from another event, unless the sentence announces and nothing else in it has a date. */
export function anchored(pieces: readonly Piece[]): Moment {
  const [unit, shift] = pieces[0]!.value.split(':') as [string, string?];
  if (shift === undefined) return unplaced(ANCHORED);
  const moment = relative(unitPrecision(unit), (published) => unitSpan(unit, published, Number(shift)));
  const place: Moment['place'] = (context) => (context.future && context.alone ? moment.place(context) : undefined);
  return { why: ANCHORED, place };
}

/** "Last autumn" is the latest one that is over; "this" and "next" are in the year of the document. */
export function lastSeason(pieces: readonly Piece[]): Moment | undefined {
  const inYear = seasonInYear(numberOf(pieces, 'S'));
  // "bu yazı" is this article, "2018 yazı" a summer
  if (find(pieces, 'S')!.role === 'dated') return undefined;
  const shift = shiftOf(find(pieces, 'L')!.value);
  return relative('range', (published) => {
    const year = Math.floor(monthIndex(published) / 12);
    const spans = [year - 2, year - 1, year, year + 1].map(inYear);
    if (shift < 0) return spans.filter(({ to }) => to < published).at(-1);
    if (shift > 0) return spans.find(({ from }) => from > published);
    return inYear(year);
  });
}

/** "Earlier this year" ends before the document's day, "later this year" begins behind it. */
export function partSoFar(pieces: readonly Piece[]): Moment | undefined {
  const direction = find(pieces, 'A')!.value;
  const unit = find(pieces, 'U')!.value;
  const shift = shiftOf(find(pieces, 'L')?.value ?? '0');
  const vague = pieces.length < 3;
  if (vague || !/^(?:earlier|later)/.test(direction)) return undefined;
  return relative('range', (published) => {
    const span = unitSpan(unit, published, shift);
    if (span === undefined) return undefined;
    const half = partOf(span, direction === 'earlier' ? 'half1' : 'half2');
    if (shift !== 0) return half;
    if (direction !== 'earlier') return { from: Math.max(half.from, Math.min(published, span.to)), to: span.to };
    return { from: span.from, to: Math.max(span.from, Math.min(half.to, published - 1)) };
  });
}

/** "From the 4th to the 23rd of next month". */
export function daysOfShiftedMonth(pieces: readonly Piece[]): Moment | undefined {
  const days = pieces.filter(({ letter }) => 'DO'.includes(letter));
  if (find(pieces, 'U')!.value !== 'month') return undefined;
  const roles = days[0]!.role === 'from' || pieces.some(({ letter }) => '-ta'.includes(letter));
  const shift = shiftOf(find(pieces, 'L')!.value);
  if (!roles) return undefined;
  return relative('range', (published) => {
    const { from, to } = monthSpan(monthIndex(published) + shift, 1);
    const [first, last] = [from + Number(days[0]!.value) - 1, from + Number(days[1]!.value) - 1];
    return first <= last && last <= to ? { from: first, to: last } : undefined;
  });
}

/** "Friday 31": the latest day that is both, or the next one. */
export function weekdayAndDay(pieces: readonly Piece[]): Moment {
  const [weekday, day] = [numberOf(pieces, 'W'), numberOf(pieces, 'DON')];
  return nearestDay((at) => weekdayOf(at) === weekday && dayOf(at).day === day, 400);
}

export function dayOfMonth(day: number): Moment {
  return extended(
    nearestDay((at) => dayOf(at).day === day, 62),
    { day },
  );
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

/** "In August of last year", "23 августа прошлого года". */
export function ofShiftedYear(pieces: readonly Piece[]): Moment | undefined {
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

export function shiftedUnit(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!.value;
  const shift = shiftOf(find(pieces, 'L')!.value);
  // "In recent years" is no year.
  if (unit === 'hour' || find(pieces, 'U')!.role === 'many') return undefined;
  if (unit === 'fortnight') return lastUnits(shift, 2, 'week');
  if (unit === 'weekend' && find(pieces, 'L')!.value === 'coming')
    return relative('range', (published) => unitSpan(unit, published, weekdayOf(published) < 6 ? 0 : 1));
  if (unit === 'decade' && find(pieces, 'L')!.value === 'past') return lastUnits(-1, 10, 'year');
  const moment = relative(unitPrecision(unit), (published) => unitSpan(unit, published, shift));
  return unit === 'year'
    ? extended(moment, { shiftsYear: shift })
    : unit === 'week'
      ? extended(moment, { week: true })
      : moment;
}

export function shiftedMonth(pieces: readonly Piece[]): Moment {
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

/** "Early last March". */
export function partOfShiftedMonth(pieces: readonly Piece[]): Moment {
  const month = shiftedMonth(pieces);
  return {
    place: (context) => {
      const span = month.place(context);
      return span && { ...span, ...partOf(span, pieces[0]!.value), precision: 'range' };
    },
  };
}

export function dayOfShiftedMonth(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!;
  const moved = find(pieces, 'L');
  const figure = find(pieces, 'DON')!;
  if (unit.value !== 'month' || (moved === undefined && unit.article !== true && figure.role !== 'day'))
    return undefined;
  const day = Number(figure.value);
  const shift = shiftOf(moved?.value ?? '0');
  return relative('day', (published) => {
    const month = monthSpan(monthIndex(published) + shift, 1);
    const at = month.from + day - 1;
    return at <= month.to ? { from: at, to: at } : undefined;
  });
}

/** "past" and "coming" are the nearest, -1, 0 and 1 the day of last, this and next week; news mean the latest by "last". */
export function shiftedWeekday(shift: string, day: number): Moment {
  return relative('day', (published) => {
    if (shift === 'past') return oneDay(published - (((weekdayOf(published) - day + 6) % 7) + 1));
    if (shift === 'coming') return oneDay(published + (((day - weekdayOf(published) + 6) % 7) + 1));
    return oneDay(weekSpan(published + 7 * Number(shift)).from + day - 1);
  });
}

export function weekdayOfWeek(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!;
  const moved = find(pieces, 'L');
  if (unit.value !== 'week' || (moved === undefined && unit.role !== 'next')) return undefined;
  // "haftaya Çarşamba": the word for "in a week" needs no "next"
  const shift = moved === undefined ? 1 : shiftOf(moved.value);
  const day = numberOf(pieces, 'W');
  return relative('day', (published) => oneDay(weekSpan(published + 7 * shift).from + day - 1));
}

export function weekday(day: number): Moment {
  return extended(
    relative('day', (published, future) => oneDay(newsWeekday(day, published, future))),
    { weekday: day },
  );
}

/** "At the weekend" is the latest one that has begun, or the next one. */
export function weekend(unit: string): Moment | undefined {
  if (unit !== 'weekend') return undefined;
  const placed = (ahead: boolean): Moment =>
    relative('range', (published) => {
      const here = unitSpan('weekend', published, 0)!;
      return here.from <= published || ahead ? here : unitSpan('weekend', published, -1);
    });
  return { place: (context) => placed(context.future || context.bare === true).place(context) };
}

/** "The day after", "the year before": of an event, unless a date follows (see combine.ts) or it is tomorrow that is announced. */
export function dayBesideEvent([unit, link]: readonly Piece[]): Moment | undefined {
  if (unit!.article !== true || unit!.role !== 'one' || !/^(?:day|week|month|year)$/.test(unit!.value))
    return undefined;
  const ahead = relative(unitPrecision(unit!.value), (published) => unitSpan(unit!.value, published, 1));
  const place: Moment['place'] = (context) =>
    link!.letter === '>' && context.future && context.alone ? ahead.place(context) : undefined;
  return { why: ANCHORED, place };
}

/** "The Monday after next", "the Friday before last". */
export function weekdayAfterNext([day, link, shift]: readonly Piece[]): Moment | undefined {
  const ahead = link!.letter === '>';
  if (shift!.value !== (ahead ? '1' : '-1')) return undefined;
  const nearest = shiftedWeekday(ahead ? 'coming' : 'past', Number(day!.value));
  return {
    place: (context) => {
      const at = nearest.place(context);
      return at && { ...at, from: at.from + (ahead ? 7 : -7), to: at.to + (ahead ? 7 : -7) };
    },
  };
}

/** "Two Mondays later", "iki Pazar sonra": that many Mondays from the document's day. */
export function weekdaysAway(pieces: readonly Piece[]): Moment | undefined {
  const value = find(pieces, 'A')?.value ?? '1';
  const count = numberOf(pieces, 'ND');
  if (value === 'earlier') return unplaced(ANCHORED);
  const shift = value === '-1' ? 'past' : 'coming';
  const first = shiftedWeekday(shift, numberOf(pieces, 'W'));
  return {
    place: (context) => {
      const day = first.place(context);
      const moved = 7 * (count - 1) * (shift === 'past' ? -1 : 1);
      return day && { ...day, from: day.from + moved, to: day.to + moved };
    },
  };
}
