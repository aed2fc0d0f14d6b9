import { foldText } from './fold.ts';
import type { TextSpan } from './span.ts';

/** A calendar date as printed: ISO, as precise as it says ("2023", "2023-11", "2023-11-08"). */
export interface PrintedDate extends TextSpan {
  readonly iso: string;
}

export interface DateReading {
  /** Folded month name or abbreviation -> 1..12, of all languages that may occur. */
  readonly months: ReadonlyMap<string, number>;
  /** True when 03/04/2024 means 3 April; otherwise such a date is only as precise as its year. */
  readonly dayFirst: boolean;
}

const NUMERIC =
  /(?<!\d)(?:((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})|(\d{1,2})([-./])(\d{1,2})\6((?:19|20)\d\d))(?!\d)/g;
const WORDS = /\p{L}+|\d+/gu;

/** All full or month-precise dates in `text`, in order and without overlap. Bare years are not looked for. Linear. */
export function findPrintedDates(text: string, reading: DateReading): PrintedDate[] {
  const found = [...numericDates(text, reading.dayFirst), ...namedDates(text, reading.months)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PrintedDate[] = [];
  for (const date of found) {
    const last = kept[kept.length - 1];
    if (last === undefined || date.start >= last.end) kept.push(date);
  }
  return kept;
}

/** undefined when there is no such day. */
export function isoDate(year: number, month: number, day?: number): string | undefined {
  if (year < 1000 || year > 2999 || month < 1 || month > 12) return undefined;
  const head = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return head;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= last ? `${head}-${String(day).padStart(2, '0')}` : undefined;
}

function numericDates(text: string, dayFirst: boolean): PrintedDate[] {
  const found: PrintedDate[] = [];
  for (const match of text.matchAll(NUMERIC)) {
    const iso = match[1] ? isoDate(Number(match[1]), Number(match[3]), Number(match[4])) : dayAndMonth(match, dayFirst);
    if (iso) found.push({ start: match.index, end: match.index + match[0].length, text: match[0], iso });
  }
  return found;
}

function dayAndMonth(match: RegExpMatchArray, dayFirst: boolean): string | undefined {
  const first = Number(match[5]);
  const second = Number(match[7]);
  const year = Number(match[8]);
  if (match[6] !== '/' || dayFirst || first > 12) return isoDate(year, second, first);
  if (second > 12) return isoDate(year, first, second);
  return first === second ? isoDate(year, first, second) : String(year);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly number: number | undefined;
  readonly month: number | undefined;
}

/** "8 November 2023", "November 8, 2023", "November 2023", "8 ноября 2023 г.", "8th of Nov. 2023". */
function namedDates(text: string, months: ReadonlyMap<string, number>): PrintedDate[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(WORDS)) {
    const start = match.index;
    const end = start + match[0].length;
    if (/^\d/.test(match[0])) pieces.push({ start, end, number: Number(match[0]), month: undefined });
    else {
      const folded = foldText(match[0]);
      if (FILLERS.has(folded)) continue;
      const month = months.get(folded);
      pieces.push({ start, end, number: undefined, month });
    }
  }
  const found: PrintedDate[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const date = pieces[i]!.month === undefined ? undefined : aroundMonth(text, pieces, i);
    if (date) found.push(date);
  }
  return found;
}

/** Between day and month ("the 3rd of May"); ordinal endings and the article carry nothing. */
const FILLERS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th', 'of', 'de']);

function aroundMonth(text: string, pieces: readonly Piece[], at: number): PrintedDate | undefined {
  const month = pieces[at]!;
  const before = near(text, pieces[at - 1], month) ? pieces[at - 1] : undefined;
  const after = near(text, month, pieces[at + 1]) ? pieces[at + 1] : undefined;
  const later = after && near(text, after, pieces[at + 2]) ? pieces[at + 2] : undefined;
  if (isYear(after)) {
    const day = isDay(before) ? before : undefined;
    return printed(text, [day, month, after], isoDate(after.number, month.month!, day?.number));
  }
  if (isDay(after) && isYear(later)) {
    return printed(text, [month, later], isoDate(later.number, month.month!, after?.number));
  }
  return undefined;
}

function near(text: string, left: Piece | undefined, right: Piece | undefined): boolean {
  if (!left || !right || right.start - left.end > 8) return false;
  return /^(?:st|nd|rd|th)?[\s.,]*(?:of\s+|de\s+)?$/.test(text.slice(left.end, right.start));
}

function isDay(piece: Piece | undefined): boolean {
  return piece?.number !== undefined && piece.number >= 1 && piece.number <= 31 && piece.end - piece.start <= 2;
}

interface Numbered extends Piece {
  readonly number: number;
}

function isYear(piece: Piece | undefined): piece is Numbered {
  return piece?.number !== undefined && piece.number >= 1900 && piece.number <= 2099;
}

function printed(
  text: string,
  parts: readonly (Piece | undefined)[],
  iso: string | undefined,
): PrintedDate | undefined {
  const present = parts.filter((part) => part !== undefined);
  if (iso === undefined) return undefined;
  const start = present[0]!.start;
  const end = present[present.length - 1]!.end;
  return { start, end, text: text.slice(start, end), iso };
}
