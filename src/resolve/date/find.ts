import { extended, type Interval, type TimeExpression, textSpan } from '../../model/index.ts';
import { type DayRange, isoDate, parseIsoDate } from './calendar.ts';
import { combine } from './combine.ts';
import type { Found } from './found.ts';
import { type Item, scanItems } from './items.ts';
import { type Context, NO_DOCUMENT_DATE, type Resolved } from './moment.ts';
import type { Piece } from './piece.ts';
import { plausible } from './plausible.ts';
import { rulesAt } from './rules.ts';
import { lettersOf, tidy } from './tidy.ts';
import type { DateWords } from './words.ts';

export interface DateOptions {
  readonly words: DateWords;
  /** ISO date of the document; without it relative phrases stay unresolved and say so. */
  readonly published?: string;
}

/**
 * The date phrases of text[start, end), in order, each with its interval or the reason why it has none.
 * One sentence at a time gives the best answers: a future verb makes "on Friday" the next Friday.
 */
export function findDates(text: string, start: number, end: number, options: DateOptions): TimeExpression[] {
  const items = scanItems(text, start, end, options.words);
  if (!items.some(mayBeDate)) return [];
  const pieces = tidy(items);
  const letters = lettersOf(pieces);
  const atoms = findAtoms(pieces, letters);
  const context: Context = {
    published: options.published === undefined ? undefined : parseIsoDate(options.published),
    future: letters.includes('u'),
    // "He would return the next day" is told of the past
    alone:
      atoms.filter(({ first, last }) => letters.slice(first, last + 1) !== 'W').length === 1 &&
      pieces.some(({ letter, value }) => letter === 'u' && value !== 'past'),
    modal: letters.includes('y'),
    bare: !pieces.some(({ letter, value }) => letter === '.' && value !== 'mark'),
  };
  return combine(atoms, pieces, letters)
    .filter(({ first, last }) => !/^H$/.test(letters.slice(first, last + 1)))
    .map((found) => expression(text, pieces, found, context));
}

/** The same for a whole short text, as one sentence. */
export function datesIn(query: { text: string; published?: string; words: DateWords }): TimeExpression[] {
  const { text, ...options } = query;
  return findDates(text, 0, text.length, options);
}

/** Number words alone are no date unless they may be a year or, by their case ending, a day. */
function mayBeDate({ letter, value, role }: Item): boolean {
  // "nineteen ninety"
  if (letter === 'N') return Number(value) >= 1000 || role === 'day' || /^(?:1[89]|20)$/.test(value);
  return 'MPWSRLAIiwEUYKCVQXJGTDOBF'.includes(letter);
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
    const found = atomAt(pieces, letters, at);
    if (found === undefined) at++;
    else {
      atoms.push(found);
      at = found.last + 1;
    }
  }
  return atoms;
}

function atomAt(pieces: readonly Piece[], letters: string, at: number): Found | undefined {
  let best: Found | undefined;
  for (const { pattern, build } of rulesAt(letters[at]!)) {
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

function expression(text: string, pieces: readonly Piece[], found: Found, context: Context): TimeExpression {
  const span = textSpan(text, pieces[found.first]!.start, pieces[found.last]!.end);
  const placed = found.moment.place(context);
  const background = found.moment.background ? { background: true } : {};
  if (placed !== undefined && isWritable(placed))
    return extended(span, { interval: toInterval(placed), ...background });
  const why = found.moment.why ?? (context.published === undefined ? NO_DOCUMENT_DATE : 'no such day');
  return extended(span, { why, ...background });
}

/** ISO dates here have four figures for the year. */
function isWritable({ from, to }: DayRange): boolean {
  return from >= -719_528 && to <= 2_932_896 && from <= to;
}

function toInterval({ from, to, precision, basis }: Resolved): Interval {
  return { from: isoDate(from), to: isoDate(to), precision, basis };
}
