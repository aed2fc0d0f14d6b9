import { dayOf, monthSpan, weekdayOf, weekSpan } from './calendar.ts';
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
  unitPrecision,
  unitSpan,
  unplaced,
} from './moment.ts';
import { find, numberOf, oneDay, shiftOf } from './piece.ts';
import type { Piece } from './tidy.ts';

/** Why a phrase such as "the next day" has no place on the calendar. */
export const ANCHORED = 'counted from another event, not from the date of the document';

export function partOfUnit(pieces: readonly Piece[]): Moment | undefined {
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

/** "Last autumn" is the latest one that is over; "this" and "next" are in the year of the document. */
export function lastSeason(pieces: readonly Piece[]): Moment {
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

/** "Earlier this year" ends before the document's day, "later this year" begins behind it. */
export function partSoFar(pieces: readonly Piece[]): Moment | undefined {
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
export function daysOfShiftedMonth(pieces: readonly Piece[]): Moment | undefined {
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
export function weekdayAndDay(pieces: readonly Piece[]): Moment {
  return nearestDay((at) => weekdayOf(at) === numberOf(pieces, 'W') && dayOf(at).day === numberOf(pieces, 'DO'), 400);
}

export function dayOfMonth(day: number): Moment {
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
  if (unit === 'decade' && find(pieces, 'L')!.value === 'past') return lastUnits(-1, 10, 'year');
  return relative(unitPrecision(unit), (published) => unitSpan(unit, published, shift));
}

/** "The last three months" end before the document's day, "the next five days" begin behind it. */
export function shiftedUnits(pieces: readonly Piece[]): Moment | undefined {
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

export function dayOfShiftedMonth(pieces: readonly Piece[]): Moment | undefined {
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
export function shiftedWeekday(shift: string, day: number): Moment {
  return relative('day', (published) => {
    if (shift === 'past') return oneDay(published - (((weekdayOf(published) - day + 6) % 7) + 1));
    if (shift === 'coming') return oneDay(published + (((day - weekdayOf(published) + 6) % 7) + 1));
    return oneDay(weekSpan(published + 7 * Number(shift)).from + day - 1);
  });
}

export function weekdayOfWeek(pieces: readonly Piece[]): Moment | undefined {
  if (find(pieces, 'U')!.value !== 'week') return undefined;
  const shift = shiftOf(find(pieces, 'L')!.value);
  const day = numberOf(pieces, 'W');
  return relative('day', (published) => oneDay(weekSpan(published + 7 * shift).from + day - 1));
}

export function weekday(day: number): Moment {
  return relative('day', (published, future) => oneDay(newsWeekday(day, published, future)));
}

export function offset(unit: string, count: number): Moment {
  return relative(unit === 'week' ? 'day' : unitPrecision(unit), (published) => {
    const at = moveBy(published, unit, count);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** "Three years ago" is placed on the day; its precision stays that of the unit. */
function laterOrFromNow(pieces: readonly Piece[]): Moment {
  const units = pieces.map((piece) => (piece.letter === 'A' ? { ...piece, value: '1' } : piece));
  const fromNow = unitsAgo(units);
  return { why: ANCHORED, place: (context) => (context.future ? fromNow?.place(context) : undefined) };
}

export function unitsAgo(pieces: readonly Piece[]): Moment | undefined {
  const direction = find(pieces, 'A')!.value;
  const unit = find(pieces, 'U')!.value;
  if (direction === 'later, or from now') return laterOrFromNow(pieces);
  if (!/^-?1$/.test(direction)) return unplaced(ANCHORED);
  const count = pieces.length > 2 ? numberOf(pieces, 'NDY') : 1;
  if (pieces.length > 3) return severalUnitsAgo(pieces, Number(direction));
  return unit === 'hour' && Math.abs(count) > 12 ? undefined : offset(unit, Number(direction) * count);
}

/** "Dünden önceki iki gün", "yarından itibaren üç hafta sonra": counted from a day with a case ending. */
export function unitsFromDay(pieces: readonly Piece[]): Moment | undefined {
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
export function weekend(unit: string): Moment | undefined {
  if (unit !== 'weekend') return undefined;
  return relative('range', (published, future) => {
    const here = unitSpan('weekend', published, 0)!;
    return here.from <= published || future ? here : unitSpan('weekend', published, -1);
  });
}

export function inUnits(pieces: readonly Piece[]): Moment | undefined {
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

export function withinUnits(pieces: readonly Piece[]): Moment | undefined {
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
