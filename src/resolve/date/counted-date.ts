import { type DayRange, weekdayOf, weekSpan } from './calendar.ts';
import type { Found } from './found.ts';
import { type Context, type Moment, moveBy, type Resolved, unitPrecision, unitSpan } from './moment.ts';
import type { Piece } from './piece.ts';

export function placeWeekdays(found: readonly Found[], letters: string): Found[] {
  const placed: Found[] = [];
  for (const one of found) {
    const last = placed.at(-1);
    const both = last === undefined ? undefined : weekdayInWeek(last, one, letters);
    if (both === undefined) placed.push(one);
    else placed[placed.length - 1] = both;
  }
  return placed;
}

/** "Monday two weeks from now", "the first week of October on Friday": the weekday of the week that its neighbour falls in. */
function weekdayInWeek(a: Found, b: Found, letters: string): Found | undefined {
  const [day, week] = a.moment.weekday === undefined ? [b, a] : [a, b];
  if (day.moment.weekday === undefined || week.moment.week !== true) return undefined;
  const link = letters.slice(a.last + 1, b.first);
  if (!(day === a ? /^,?$/ : /^,?p?$/).test(link)) return undefined;
  const { weekday } = day.moment;
  const place: Moment['place'] = (context, year) => {
    const at = week.moment.place(context, year);
    if (at === undefined) return undefined;
    const from = weekSpan(at.from).from + weekday - 1;
    return { from, to: from, precision: 'day', basis: at.basis };
  };
  const { yearless, why } = week.moment;
  const moment = { place, ...(yearless ? { yearless } : {}), ...(why === undefined ? {} : { why }) };
  return { first: a.first, last: b.last, moment };
}

/** "Two days after today", "five years after 2014", "two weeks from 15 January": counted from a date that the text states. */
export function countedFrom(found: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  const before = /(?:[iI](?=..s))?[ND]U(,?[><bc]b?|(?<=[iI]..)s)$/.exec(
    letters.slice(Math.max(0, found.first - 5), found.first),
  );
  if (before === null || found.moment.why !== undefined) return undefined;
  const unitAt = found.first - 1 - before[1]!.length;
  const unit = pieces[unitAt]!.value;
  const count = Number(pieces[unitAt - 1]!.value) * (before[1] === '<' ? -1 : 1);
  // "for three days from Monday"
  const lasting = before[1] === 'b' && 'lw'.includes(letters[unitAt - 2] ?? ' ');
  const spans = before[1]!.includes('c') || before[1] === ',b' || lasting;
  const ending = pieces[unitAt + 1]!.value === 'ending';
  const place = (context: Context): Resolved | undefined => {
    const base = found.moment.place(context);
    if (ending && base !== undefined) {
      const start = moveBy(base.to, unit, -count);
      return start === undefined ? undefined : { ...base, from: start + 1, to: base.to, precision: 'range' };
    }
    const from = base === undefined ? undefined : moveBy(base.from, unit, count);
    if (base === undefined || from === undefined) return undefined;
    if (spans && base !== undefined && from !== undefined) return { ...base, to: from - 1, precision: 'range' };
    const coarse = base.precision === 'year' && unit !== 'year';
    return coarse ? undefined : { ...base, from, to: from + base.to - base.from };
  };
  const first = lasting ? unitAt - 2 : unitAt - 1;
  return { first, last: found.last, moment: { place, ...(spans ? {} : { week: true }) } };
}

/** "The day after Christmas", "the year before 2015", "the Monday after Easter". */
export function besideDate(found: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  const [unit, link] = [pieces[found.first - 2], pieces[found.first - 1]];
  if (unit?.article !== true || !/[UW][<>]$/.test(letters.slice(0, found.first)) || found.moment.why !== undefined)
    return undefined;
  const direction = link!.letter === '>' ? 1 : -1;
  const beside = (day: number): DayRange | undefined => {
    if (unit.letter === 'U') return unitSpan(unit.value, day, direction);
    const away = direction * (Number(unit.value) - weekdayOf(day));
    const at = day + direction * (((away + 6) % 7) + 1);
    return { from: at, to: at };
  };
  const place = (context: Context): Resolved | undefined => {
    const base = found.moment.place(context);
    const coarse = base !== undefined && base.precision !== 'day' && base.precision !== unit.value;
    const span = base === undefined || coarse ? undefined : beside(base.from);
    return span && { ...base!, ...span, precision: unitPrecision(unit.letter === 'W' ? 'day' : unit.value) };
  };
  return { first: found.first - 2, last: found.last, moment: { place } };
}

/** "15 Ocak'tan 2 hafta sonra", "5 Mart'tan itibaren iki hafta": the date stands first, with a case ending. */
export function countedBehind(found: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  if (pieces[found.last]!.role !== 'from' || found.moment.why !== undefined) return undefined;
  const beside = /^LU/.test(letters.slice(found.last + 1)) ? unitBehind(found, pieces) : undefined;
  if (beside !== undefined) return beside;
  const behind = /^(?:[ND]UA|z[ND]U(?!A))/.exec(letters.slice(found.last + 1))?.[0];
  const numberAt = found.last + (behind?.startsWith('z') ? 2 : 1);
  const last = found.last + (behind?.length ?? 0);
  const direction = pieces[last]!.value;
  if (behind === undefined || (!behind.startsWith('z') && !/^(?:-1|1|later)/.test(direction))) return undefined;
  const count = Number(pieces[numberAt]!.value) * (direction === '-1' ? -1 : 1);
  const unit = pieces[numberAt + 1]!.value;
  const place = (context: Context): Resolved | undefined => {
    const base = found.moment.place(context);
    const from = base === undefined ? undefined : moveBy(base.from, unit, count);
    if (base === undefined || from === undefined) return undefined;
    if (behind.startsWith('z')) return { ...base, to: from - 1, precision: 'range' };
    return base.precision === 'day' || unit === 'year' ? { ...base, from, to: from + base.to - base.from } : undefined;
  };
  return { first: found.first, last, moment: { place } };
}

/** "Noel'den sonraki gün", "15 Mart'tan önceki hafta". */
function unitBehind(found: Found, pieces: readonly Piece[]): Found | undefined {
  const [shift, unit] = [pieces[found.last + 1]!, pieces[found.last + 2]!];
  if (shift.value !== '1' && shift.value !== '-1') return undefined;
  const place = (context: Context): Resolved | undefined => {
    const base = found.moment.place(context);
    const span = base?.precision === 'day' ? unitSpan(unit.value, base.from, Number(shift.value)) : undefined;
    return span && { ...base!, ...span, precision: unitPrecision(unit.value) };
  };
  return { first: found.first, last: found.last + 2, moment: { place } };
}
