import { addMonths, isoDate, weekdayOf } from './calendar.ts';
import type { Found } from './found.ts';
import { type Context, type Moment, moveBy, type Resolved } from './moment.ts';
import type { Piece } from './piece.ts';

export function rangeOf(a: Found, b: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  const link = letters.slice(a.last + 1, b.first).replace(/T/g, '');
  // "last week between Friday and Sunday": the word is inside
  const inside = letters.slice(a.first, a.last).indexOf('b');
  const openerAt = inside < 0 ? a.first - 1 : a.first + inside;
  const opened = letters[openerAt] ?? '';
  const closed = letters[b.last + 1] ?? '';
  const roles = pieces[a.last]!.role === 'from' && (pieces[b.last]!.role === 'to' || closed === 'k');
  const between =
    (opened === 'b' && (link === '-' || (link === '&' && pieces[openerAt]!.value !== 'from'))) ||
    (closed === 'a' && (link === '&' || link === '-'));
  const direct = link === '-' || link === 't' || (opened === 's' && link === 't') || link === '-t';
  if (!(direct || between || (roles && link === ''))) return undefined;
  // "from today to two days later"
  const later = direct && b.moment.later !== undefined && a.moment.why === undefined;
  if (later)
    return { first: opened === 'b' ? openerAt : a.first, last: b.last, moment: lastingUntil(a.moment, b.moment) };
  if (a.moment.why !== undefined || b.moment.why !== undefined) return undefined;
  const [from, to] = lendMonth(a, b, letters);
  const first = opened === 'b' || (opened === 's' && link === 't') ? Math.min(openerAt, a.first) : a.first;
  const last = closed === 'a' || closed === 'k' ? b.last + 1 : b.last;
  return { first, last, moment: rangeMoment(from, to) };
}

function lastingUntil(start: Moment, { later }: Moment): Moment {
  return {
    place: (context) => {
      const begin = start.place(context);
      const to = begin === undefined ? undefined : moveBy(begin.from, later!.unit, later!.count);
      return begin === undefined || to === undefined ? undefined : { ...begin, to, precision: 'range' };
    },
  };
}

/** "From the 1st to the 5th of May", "from 27 April to the 3rd": a bare day takes the month of the other end. */
function lendMonth(a: Found, b: Found, letters: string): readonly [Moment, Moment] {
  const dated = ({ first, last }: Found): boolean =>
    /[DON]m|m[DON]|C/.test(letters.slice(first, last + 1).replace(/[MP]/, 'm'));
  if (a.moment.day !== undefined && dated(b)) return [withDay(b.moment, a.moment.day), b.moment];
  if (b.moment.day !== undefined && dated(a)) return [a.moment, laterDay(a.moment, b.moment.day)];
  return [a.moment, b.moment];
}

/** Both ends of a range; a year that only one end states serves both, and the second end follows the first. */
function rangeMoment(a: Moment, b: Moment): Moment {
  const place = (context: Context): Resolved | undefined => {
    let end = b.yearless && a.year !== undefined ? b.place(context, a.year) : b.place(context);
    if (end === undefined) return undefined;
    const yearOfEnd = Number(isoDate(end.to).slice(0, 4));
    let start = a.yearless ? a.place(context, yearOfEnd) : a.place(context);
    if (start === undefined) return undefined;
    if (a.weekday !== undefined && b.weekday === undefined) {
      // "Monday to Thursday next week": the last one before the end
      const from = end.from - ((weekdayOf(end.from) - a.weekday + 7) % 7);
      start = { ...start, from, to: from };
    } else if (b.weekday !== undefined) {
      // "from Friday to Monday", "next week from Wednesday to Friday": the first one behind the beginning
      const to = start.from + ((b.weekday - weekdayOf(start.from) + 7) % 7);
      end = { ...end, from: to, to };
    }
    if (start.from > end.to && a.yearless) start = a.place(context, yearOfEnd - 1);
    if (start !== undefined && start.from > end.to && b.yearless) end = b.place(context, yearOfEnd + 1);
    if (start === undefined || end === undefined) return undefined;
    const year = Number(isoDate(end.to).slice(0, 4));
    const from = a.point?.(context, a.yearless ? year : undefined) ?? start.from;
    const to = b.point?.(context, b.yearless ? year : undefined) ?? end.to;
    return from > to ? undefined : { from, to, precision: 'range', basis: end.basis };
  };
  return { place, ...(a.yearless && b.yearless ? { yearless: true } : {}) };
}

/** "20 and 22 March", "between 20 and 22 March", "20-22 March 2019", "March 20-22": a bare day beside a full one. */
export function sharedDay(atom: Found, pieces: readonly Piece[], letters: string, joined: Found[]): Found | undefined {
  const before = /([bs]?)([DON])([-t&,])$/.exec(letters.slice(Math.max(0, atom.first - 3), atom.first));
  const inside = /^(?:[DON][MP]|[MP][DON])/.test(letters.slice(atom.first));
  if (inside && before !== null) return leadingDay(atom, pieces, letters, joined, before);
  const roles = trailingRole(atom, pieces, letters);
  if (roles !== undefined) return roles;
  const behind = /^([-t&])([DON])(?![MPU])(?:,?Y)?/.exec(letters.slice(atom.last + 1, atom.last + 5));
  const monthFirst = /[MP][DON]$/.test(letters.slice(atom.first, atom.last + 1));
  const closed = behind !== null && letters[atom.last + behind[0].length + 1] === 'a';
  if (monthFirst && behind !== null && (behind[1] !== '&' || letters[atom.first - 1] === 'b' || closed))
    return trailingDay(atom, pieces, letters, behind);
  return undefined;
}

/** "March 3 and 4", "March 3, 4 and 5": the days that follow a day behind its month. */
export function furtherDays(atom: Found, pieces: readonly Piece[], letters: string): Found[] {
  if (!/[MP][DON]$/.test(letters.slice(atom.first, atom.last + 1))) return [];
  const chain = /^(?:,[DO])*&[DO](?=$|[,.)ip])/.exec(letters.slice(atom.last + 1))?.[0] ?? '';
  const next = pieces[atom.last + 1 + chain.length];
  if (chain === '' || (next?.letter === '.' && next.value !== 'mark')) return [];
  const days: Found[] = [];
  for (let at = atom.last + 2; at <= atom.last + chain.length; at += 2)
    days.push({ first: at, last: at, moment: withDay(atom.moment, Number(pieces[at]!.value)) });
  return days;
}

/** "Eylül'ün 3'ünden 12'sine kadar", "2 Nisan'dan 7'sine": case endings link the days. */
function trailingRole(atom: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  const next = pieces[atom.last + 1];
  const ends = next?.role === 'to' || letters[atom.last + 2] === 'k';
  if (pieces[atom.last]!.role !== 'from' || next === undefined || !'DO'.includes(next.letter) || !ends)
    return undefined;
  if (!/[DON]/.test(letters.slice(atom.first, atom.last + 1))) return undefined;
  const last = letters[atom.last + 2] === 'k' ? atom.last + 2 : atom.last + 1;
  return { first: atom.first, last, moment: rangeMoment(atom.moment, laterDay(atom.moment, Number(next.value))) };
}

function leadingDay(
  atom: Found,
  pieces: readonly Piece[],
  letters: string,
  joined: Found[],
  before: RegExpExecArray,
): Found | undefined {
  const dayAt = atom.first - 2;
  const day = Number(pieces[dayAt]!.value);
  const link = before[3]!;
  const between = before[1] === 'b' || letters[atom.last + 1] === 'a';
  const own = withDay(atom.moment, day);
  if (link === '-' || link === 't' || (link === '&' && between)) {
    const first = before[1] === '' ? dayAt : dayAt - 1;
    const last = letters[atom.last + 1] === 'a' ? atom.last + 1 : atom.last;
    return { first, last, moment: rangeMoment(own, atom.moment) };
  }
  if (link === '&')
    joined.push(...earlierDays(atom, dayAt, pieces, letters), { first: dayAt, last: dayAt, moment: own });
  return undefined;
}

/** The 3 and 4 of "on 3, 4 and 5 March". */
function earlierDays(atom: Found, dayAt: number, pieces: readonly Piece[], letters: string): Found[] {
  const chain = /(?:[DO],)+$/.exec(letters.slice(Math.max(0, dayAt - 12), dayAt))?.[0] ?? '';
  const days: Found[] = [];
  for (let at = dayAt - chain.length; at < dayAt; at += 2)
    days.push({ first: at, last: at, moment: withDay(atom.moment, Number(pieces[at]!.value)) });
  return days;
}

function trailingDay(atom: Found, pieces: readonly Piece[], letters: string, behind: RegExpExecArray): Found {
  const last = atom.last + behind[0].length;
  const year = letters[last] === 'Y' ? Number(pieces[last]!.value) : undefined;
  const end = laterDay(atom.moment, Number(pieces[atom.last + 2]!.value));
  const range = rangeMoment(atom.moment, end);
  const dated: Moment =
    year === undefined ? range : { year, place: (context) => datedRange(atom.moment, end, context, year) };
  const first = letters[atom.first - 1] === 'b' ? atom.first - 1 : atom.first;
  return { first, last: letters[last + 1] === 'a' ? last + 1 : last, moment: dated };
}

function datedRange(a: Moment, b: Moment, context: Context, year: number): Resolved | undefined {
  const start = a.place(context, year);
  const end = b.place(context, year);
  return start && end && { from: start.from, to: end.to, precision: 'range', basis: 'stated' };
}

/** "From 27 April to the 3rd": a smaller day is one of the next month. */
function laterDay(moment: Moment, day: number): Moment {
  const same = withDay(moment, day);
  return {
    ...same,
    place: (context, year) => {
      const start = moment.place(context, year);
      const end = same.place(context, year);
      if (start === undefined || end === undefined || end.from > start.from) return end;
      const at = addMonths(end.from, 1);
      return { ...end, from: at, to: at };
    },
  };
}

/** The same month and year, another day. */
function withDay(moment: Moment, day: number): Moment {
  const place = (context: Context, year?: number): Resolved | undefined => {
    const placed = moment.place(context, year);
    if (placed === undefined) return undefined;
    const at = placed.from - Number(isoDate(placed.from).slice(8)) + day;
    return isoDate(at).slice(0, 7) === isoDate(placed.from).slice(0, 7) ? { ...placed, from: at, to: at } : undefined;
  };
  return {
    place,
    ...(moment.year === undefined ? {} : { year: moment.year }),
    ...(moment.yearless ? { yearless: true } : {}),
  };
}
