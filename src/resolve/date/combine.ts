import { addMonths, isoDate, weekdayOf, weekSpan } from './calendar.ts';
import { lendYears } from './lend-year.ts';
import { type Context, type Moment, moveBy, type Resolved, unplaced } from './moment.ts';
import type { Piece } from './piece.ts';

/** A phrase found at pieces first..last. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly moment: Moment;
}

/** Joins "from A to B", "between A and B", "A-B", days that share a month, and what stands around a date. */
export function combine(found: readonly Found[], pieces: readonly Piece[], letters: string): Found[] {
  const atoms = lendYears(found, letters);
  const joined: Found[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const next = atoms[at + 1];
    const range = next === undefined ? undefined : rangeOf(atoms[at]!, next, pieces, letters);
    if (range !== undefined) at++;
    const one = range ?? sharedDay(atoms[at]!, pieces, letters, joined) ?? atoms[at]!;
    const counted = countedFrom(one, pieces, letters) ?? countedBehind(one, pieces, letters);
    if (counted !== undefined && joined.at(-1) !== undefined && joined.at(-1)!.last >= counted.first) joined.pop();
    joined.push(counted ?? surround(one, pieces, letters));
    if (range === undefined && one === atoms[at]) joined.push(...furtherDays(one, pieces, letters));
    const { last } = counted ?? one;
    while (atoms[at + 1] !== undefined && atoms[at + 1]!.first <= last) at++;
  }
  return placeWeekdays(lastOfEach(joined), letters);
}

/** A day that was found alone and again beside its month counts once. */
function lastOfEach(found: readonly Found[]): Found[] {
  const byPlace = new Map(found.map((one) => [one.first, one]));
  return [...byPlace.values()].sort((a, b) => a.first - b.first);
}

function placeWeekdays(found: readonly Found[], letters: string): Found[] {
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

function rangeOf(a: Found, b: Found, pieces: readonly Piece[], letters: string): Found | undefined {
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
function sharedDay(atom: Found, pieces: readonly Piece[], letters: string, joined: Found[]): Found | undefined {
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
function furtherDays(atom: Found, pieces: readonly Piece[], letters: string): Found[] {
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

/** "Two days after today", "five years after 2014", "two weeks from 15 January": counted from a date that the text states. */
function countedFrom(found: Found, pieces: readonly Piece[], letters: string): Found | undefined {
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

/** "15 Ocak'tan 2 hafta sonra", "5 Mart'tan itibaren iki hafta": the date stands first, with a case ending. */
function countedBehind(found: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  if (pieces[found.last]!.role !== 'from' || found.moment.why !== undefined) return undefined;
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

/** Open ends ("since", "before"), anniversaries, and the time of day behind a date. */
function surround(found: Found, pieces: readonly Piece[], letters: string): Found {
  let { first, last } = found;
  const role = pieces[last]!.role;
  const opener = letters[first - 1] ?? '';
  const closer = letters[last + 1] ?? '';
  if (found.moment.background) return found;
  if (/^nU>$/.test(letters.slice(first - 3, first).replace(/[ND]/, 'n'))) return found;
  if (opener === 's' || closer === 'z') {
    first = opener === 's' ? first - 1 : first;
    last = closer === 'z' ? last + 1 : last;
    return { first, last, moment: sinceMoment(found.moment) };
  }
  const opens = opener === '<' || (opener === 't' && pieces[first - 1]!.value === 'open');
  if (opens || closer === 'k' || (role === 'from' && closer === 'A' && pieces[last + 1]!.value.startsWith('-'))) {
    const end = opens || closer === '' ? last : last + 1;
    return { first: opens ? first - 1 : first, last: end, moment: unplaced('open: only its end is stated') };
  }
  if (opener === '>' || (role === 'from' && closer === 'A')) {
    return {
      first: opener === '>' ? first - 1 : first,
      last: opener === '>' ? last : last + 1,
      moment: unplaced('open: only its beginning is stated'),
    };
  }
  const time = /^,?p?T+/.exec(letters.slice(last + 1, last + 6));
  return { first, last: last + (time?.[0].length ?? 0), moment: found.moment };
}

function sinceMoment(moment: Moment): Moment {
  return {
    ...(moment.why === undefined ? {} : { why: moment.why }),
    place: (context) => {
      const placed = moment.place(context);
      if (placed === undefined || context.published === undefined || placed.from > context.published) return undefined;
      return { ...placed, to: context.published, precision: 'range' };
    },
  };
}
