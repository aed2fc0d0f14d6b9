import { type Interval, type TimeExpression, textSpan } from '../../model/index.ts';
import { type DayRange, isoDate, parseIsoDate } from './calendar.ts';
import { scanItems } from './items.ts';
import { type Context, type Moment, moveBy, NO_DOCUMENT_DATE, type Resolved, unplaced } from './moment.ts';
import { RULES } from './rules.ts';
import { lettersOf, type Piece, tidy } from './tidy.ts';
import type { DateWords } from './words.ts';

export interface DateOptions {
  readonly words: DateWords;
  /** ISO date of the document; without it relative phrases stay unresolved and say so. */
  readonly published?: string;
}

/** A phrase found at pieces first..last. */
interface Found {
  readonly first: number;
  readonly last: number;
  readonly moment: Moment;
}

/**
 * The date phrases of text[start, end), in order, each with its interval or the reason why it has none.
 * One sentence at a time gives the best answers: a future verb makes "on Friday" the next Friday.
 */
export function findDates(text: string, start: number, end: number, options: DateOptions): TimeExpression[] {
  const items = scanItems(text, start, end, options.words);
  if (items.every(({ letter }) => !'MPWSRLAIiwEUYKCVQXJGTDO'.includes(letter))) return [];
  const pieces = tidy(items);
  const letters = lettersOf(pieces);
  const context: Context = {
    published: options.published === undefined ? undefined : parseIsoDate(options.published),
    future: letters.includes('u'),
  };
  const atoms = findAtoms(pieces, letters);
  return combine(atoms, pieces, letters)
    .filter(({ first, last }) => letters.slice(first, last + 1) !== 'H')
    .map((found) => expression(text, pieces, found, context));
}

/** The same for a whole short text, as one sentence. */
export function datesIn(query: { text: string; published?: string; words: DateWords }): TimeExpression[] {
  const { text, ...options } = query;
  return findDates(text, 0, text.length, options);
}

/** The longest rule at each place, left to right, without overlaps. */
function findAtoms(pieces: readonly Piece[], letters: string): Found[] {
  const atoms: Found[] = [];
  let at = 0;
  while (at < pieces.length) {
    if (letters[at] === 'e') {
      at += /^e[ND]?[WUSM]/.exec(letters.slice(at, at + 3))?.[0].length ?? 1;
      continue;
    }
    const found = isPlainLetter(letters[at]!) ? undefined : atomAt(pieces, letters, at);
    if (found === undefined) at++;
    else {
      atoms.push(found);
      at = found.last + 1;
    }
  }
  return atoms;
}

function isPlainLetter(letter: string): boolean {
  return '.,-/&pbtkasz<>fu()gcqx'.includes(letter);
}

function atomAt(pieces: readonly Piece[], letters: string, at: number): Found | undefined {
  let best: Found | undefined;
  for (const { pattern, build } of RULES) {
    pattern.lastIndex = at;
    const length = pattern.exec(letters)?.[0].length ?? 0;
    if (length === 0 || at + length - 1 <= (best?.last ?? -1)) continue;
    const matched = pieces.slice(at, at + length);
    if (!plausible(matched, pieces, at)) continue;
    const moment = build(matched);
    if (moment !== undefined) best = { first: at, last: at + length - 1, moment };
  }
  return best;
}

/** Years, day figures and months that are also other words count only with company. */
function plausible(matched: readonly Piece[], pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1]?.letter ?? '';
  const [first] = matched;
  const counted = pieces[at + matched.length]?.letter === 'q';
  if (matched.some(({ letter }) => letter === 'Y' || letter === 'U') && inOtherEra(pieces, at, at + matched.length))
    return false;
  if (counted && !matched.some(({ letter, marked }) => 'MPWK'.includes(letter) || marked === true)) return false;
  if (matched.length === 2 && matched.every(({ letter }) => 'UAI'.includes(letter)))
    return matched.some(({ role }) => role === 'one');
  if (matched.length === 1 && first!.letter === 'S') return first!.led === true || first!.role === 'when';
  if (
    first!.letter === 'W' &&
    'DO'.includes(matched.at(-1)!.letter) &&
    matched.length <= 3 &&
    !matched.some(({ letter }) => 'MP'.includes(letter))
  ) {
    return endsPhrase(matched.at(-1)!, pieces[at + matched.length]);
  }
  if (matched.length > 1)
    return matched.every((piece) => !'DON'.includes(piece.letter) || piece.letter === 'N' || Number(piece.value) <= 99);
  if (first!.letter === 'Y') return plausibleYear(first!, before, pieces[at + 1]?.letter ?? '');
  if (first!.letter === 'H') return 't&-b'.includes(before) && before !== '';
  if ('DO'.includes(first!.letter)) return plausibleDay(first!, before, pieces[at + 1]);
  if (first!.letter === 'P') return plausibleMonth(pieces, at);
  if (first!.letter === 'C') return plausibleFigures(first!, before, pieces[at + 1]?.letter ?? '');
  return true;
}

/** "5/12" is a date behind a preposition, "20/11" anywhere. */
function plausibleFigures(piece: Piece, before: string, after: string): boolean {
  const [month, day] = piece.value.split('-').map(Number) as [number, number];
  return (
    piece.marked === true ||
    day > 12 ||
    (before !== '' && 'pbtsi-&,<>LW'.includes(before)) ||
    month === 0 ||
    after === '&'
  );
}

/** A day figure without a month: "on the 4th", not "the 4th round". */
function plausibleDay(piece: Piece, before: string, after: Piece | undefined): boolean {
  const ordinal = piece.figure === true && piece.led === true;
  return (ordinal || (before === 'p' && piece.figure === true)) && endsPhrase(piece, after);
}

function endsPhrase(piece: Piece, after: Piece | undefined): boolean {
  if (after === undefined || after.letter === 'p' || after.letter === ',' || after.letter === ')') return true;
  if (after.letter === 'T' || 't-&k'.includes(after.letter)) return piece.letter === 'O';
  return after.letter === '.' && (after.value === 'mark' || piece.marked === true);
}

/** "in May", "since March", "from May to October"; not "May said" or "troops march". */
function plausibleMonth(pieces: readonly Piece[], at: number): boolean {
  const letter = (offset: number): string => pieces[at + offset]?.letter ?? ' ';
  if ('isL<>E'.includes(letter(-1)) && letter(-1) !== ' ') return true;
  const linked = (step: number): boolean => 't-&'.includes(letter(step)) && 'MPYHRWDO'.includes(letter(2 * step));
  return linked(1) || linked(-1);
}

/** "5th century BC", "M.Ö. 1600". */
function inOtherEra(pieces: readonly Piece[], first: number, next: number): boolean {
  const before = pieces[first - 1]?.value === 'mark' ? pieces[first - 2] : pieces[first - 1];
  return before?.letter === 'x' || pieces[next]?.letter === 'x';
}

function plausibleYear(piece: Piece, before: string, after: string): boolean {
  const year = Number(piece.value);
  // "полторы тысячи солдат": a round number in words counts something
  if (piece.figure !== true && year % 100 === 0) return false;
  const led =
    piece.marked === true || piece.led === true || (before !== '' && 'pisbt&<>(E'.includes(before)) || after === ')';
  if (after === 'U' || (after === 'q' && piece.marked !== true) || year > 2199) return false;
  return led ? year >= 1000 : year >= 1900 && year <= 2059 && year !== 2000;
}

/** Joins "from A to B", "between A and B", "A-B", days that share a month, and what stands around a date. */
function combine(atoms: readonly Found[], pieces: readonly Piece[], letters: string): Found[] {
  const joined: Found[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const next = atoms[at + 1];
    const range = next === undefined ? undefined : rangeOf(atoms[at]!, next, pieces, letters);
    if (range !== undefined) at++;
    const found = range ?? sharedDay(atoms[at]!, pieces, letters, joined) ?? atoms[at]!;
    const counted = countedFrom(found, pieces, letters);
    if (counted !== undefined && joined.at(-1) !== undefined && joined.at(-1)!.last >= counted.first) joined.pop();
    joined.push(counted ?? surround(found, pieces, letters));
    while (atoms[at + 1] !== undefined && atoms[at + 1]!.first <= found.last) at++;
  }
  return joined;
}

function rangeOf(a: Found, b: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  const link = letters.slice(a.last + 1, b.first).replace(/T/g, '');
  const opened = letters[a.first - 1] ?? '';
  const closed = letters[b.last + 1] ?? '';
  const roles = pieces[a.last]!.role === 'from' && (pieces[b.last]!.role === 'to' || closed === 'k');
  const between = (opened === 'b' && /^[&-]$/.test(link)) || (closed === 'a' && (link === '&' || link === '-'));
  const direct = link === '-' || link === 't' || (opened === 's' && link === 't') || link === '-t';
  if (!(direct || between || (roles && link === ''))) return undefined;
  if (a.moment.why !== undefined || b.moment.why !== undefined) return undefined;
  const first = opened === 'b' || (opened === 's' && link === 't') ? a.first - 1 : a.first;
  const last = closed === 'a' || closed === 'k' ? b.last + 1 : b.last;
  return { first, last, moment: between || direct || roles ? rangeMoment(a.moment, b.moment) : b.moment };
}

/** Both ends of a range; a year that only one end states serves both, and the second end follows the first. */
function rangeMoment(a: Moment, b: Moment): Moment {
  const place = (context: Context): Resolved | undefined => {
    let end = b.yearless && a.year !== undefined ? b.place(context, a.year) : b.place(context);
    if (end === undefined) return undefined;
    const yearOfEnd = Number(isoDate(end.to).slice(0, 4));
    let start = a.yearless ? a.place(context, yearOfEnd) : a.place(context);
    if (start === undefined) return undefined;
    if (start.from > end.to && a.yearless) start = a.place(context, yearOfEnd - 1);
    if (start !== undefined && start.from > end.to && start.from - end.to < 7 && end.basis === 'relative') {
      end = { ...end, to: end.to + 7 };
    }
    if (start !== undefined && start.from > end.to && b.yearless) end = b.place(context, yearOfEnd + 1);
    if (start === undefined || end === undefined || start.from > end.to) return undefined;
    return { from: start.from, to: end.to, precision: 'range', basis: end.basis };
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
  if (monthFirst && behind !== null && (behind[1] !== '&' || letters[atom.first - 1] === 'b'))
    return trailingDay(atom, pieces, letters, behind);
  return undefined;
}

/** "Eylül'ün 3'ünden 12'sine kadar", "2 Nisan'dan 7'sine": case endings link the days. */
function trailingRole(atom: Found, pieces: readonly Piece[], letters: string): Found | undefined {
  const next = pieces[atom.last + 1];
  const ends = next?.role === 'to' || letters[atom.last + 2] === 'k';
  if (pieces[atom.last]!.role !== 'from' || next === undefined || !'DO'.includes(next.letter) || !ends)
    return undefined;
  if (!/[DON]/.test(letters.slice(atom.first, atom.last + 1))) return undefined;
  const last = letters[atom.last + 2] === 'k' ? atom.last + 2 : atom.last + 1;
  return { first: atom.first, last, moment: rangeMoment(atom.moment, withDay(atom.moment, Number(next.value))) };
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
  if (link === '&') joined.push({ first: dayAt, last: dayAt, moment: own });
  return undefined;
}

function trailingDay(atom: Found, pieces: readonly Piece[], letters: string, behind: RegExpExecArray): Found {
  const last = atom.last + behind[0].length;
  const year = letters[last] === 'Y' ? Number(pieces[last]!.value) : undefined;
  const end = withDay(atom.moment, Number(pieces[atom.last + 2]!.value));
  const range = rangeMoment(atom.moment, end);
  const dated: Moment =
    year === undefined ? range : { year, place: (context) => datedRange(atom.moment, end, context, year) };
  return { first: letters[atom.first - 1] === 'b' ? atom.first - 1 : atom.first, last, moment: dated };
}

function datedRange(a: Moment, b: Moment, context: Context, year: number): Resolved | undefined {
  const start = a.place(context, year);
  const end = b.place(context, year);
  return start && end && { from: start.from, to: end.to, precision: 'range', basis: 'stated' };
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
  const before = /[ND]U(,?[><bc]b?)$/.exec(letters.slice(Math.max(0, found.first - 5), found.first));
  if (before === null || found.moment.why !== undefined) return undefined;
  const unitAt = found.first - 1 - before[1]!.length;
  const unit = pieces[unitAt]!.value;
  const count = Number(pieces[unitAt - 1]!.value) * (before[1] === '<' ? -1 : 1);
  const spans = before[1]!.includes('c') || before[1] === ',b';
  const place = (context: Context): Resolved | undefined => {
    const base = found.moment.place(context);
    const from = base === undefined ? undefined : moveBy(base.from, unit, count);
    if (base === undefined || from === undefined) return undefined;
    if (spans && base !== undefined && from !== undefined) return { ...base, to: from - 1, precision: 'range' };
    const coarse = base.precision === 'year' && unit !== 'year';
    return coarse ? undefined : { ...base, from, to: from + base.to - base.from };
  };
  return { first: unitAt - 1, last: found.last, moment: { place } };
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

function expression(text: string, pieces: readonly Piece[], found: Found, context: Context): TimeExpression {
  const span = textSpan(text, pieces[found.first]!.start, pieces[found.last]!.end);
  const placed = found.moment.place(context);
  const background = found.moment.background ? { background: true } : {};
  if (placed !== undefined && isWritable(placed)) return { ...span, interval: toInterval(placed), ...background };
  const why = found.moment.why ?? (context.published === undefined ? NO_DOCUMENT_DATE : 'no such day');
  return { ...span, why, ...background };
}

/** ISO dates here have four figures for the year. */
function isWritable({ from, to }: DayRange): boolean {
  return from >= -719_528 && to <= 2_932_896 && from <= to;
}

function toInterval({ from, to, precision, basis }: Resolved): Interval {
  return { from: isoDate(from), to: isoDate(to), precision, basis };
}
