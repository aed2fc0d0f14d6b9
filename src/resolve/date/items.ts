import { extended } from '../../model/index.ts';
import type { DateWord, DateWords } from './words.ts';

/** A piece of a date phrase: a known word or a figure. `letter` '.' stands for anything else. */
export interface Item {
  readonly letter: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** What a case ending says: from, to. */
  readonly role?: string;
  /** A number written in figures, or a year that says by its ending that it is one. */
  readonly figure?: boolean;
  readonly marked?: boolean;
}

const WORD = /[\p{L}\p{M}]+(?:[.](?=\p{L}\.)\p{L})*/uy;
const FIGURE = /\d+/y;
const NUMERIC: readonly (readonly [RegExp, string])[] = [
  [/(\d{4})-?W(\d{2})(?!\d)/y, 'week'],
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/y, 'ymd'],
  [/(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d%]|\.\d)/y, 'dmy'],
  [/((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/y, 'ymd'],
  [/(\d{1,2})(\/)(\d{1,2}),(\d{4}|\d{2})(?![\d,])/y, 'dmy'],
  [/(\d{4})[-/](0?[1-9]|1[0-2])(?!\d|[-/.]\d)/y, 'ym'],
  [/(0?[1-9]|1[0-2])[-/](\d{4})(?!\d)/y, 'my'],
  // blanks around the stroke, or a full stop, where nothing is counted
  [/(\d{4}) ?[-/] ?(0?[1-9]|1[0-2])(?=\s*(?:$|[.,;!?)]))/y, 'ym'],
  [/(0?[1-9]|1[0-2]) ?[-/] ?(\d{4})(?=\s*(?:$|[.,;!?)]))/y, 'my'],
  [/((?:19|20)\d\d)\.(0?[1-9]|1[0-2])(?=\s*(?:$|[,;!?)]))/y, 'ym'],
  [/(\d{1,2})\/(\d{1,2})(?![\d/%]|[.,]\d)/y, 'md'],
  [/\d{1,2}:\d{2}(?::\d{2})?/y, 'time'],
];
const MARKS: Readonly<Record<string, string>> = {
  ',': ',',
  '/': '/',
  '-': '-',
  '–': '-',
  '—': '-',
  '~': '-',
  '(': '(',
  ')': ')',
  '&': '&',
};

/** The items of text[start, end), '.' items between them wherever other words or marks stand. */
export function scanItems(text: string, start: number, end: number, words: DateWords): Item[] {
  const items: Item[] = [];
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20 || unit === 0xa0 || unit === 0x09) {
      at++;
      continue;
    }
    const item =
      unit >= 0x30 && unit <= 0x39
        ? figureAt(text, at, { end, words, items })
        : (wordAt(text, at, { end, words, items }) ?? shortYearAt(text, at, items) ?? markAt(text, at));
    if (item.letter !== '.' || items.at(-1)?.letter !== '.') items.push(item);
    at = item.end;
  }
  return items;
}

function markAt(text: string, at: number): Item {
  return { letter: MARKS[text[at]!] ?? '.', value: 'mark', start: at, end: at + 1 };
}

/** "Aug '18": two figures behind an apostrophe, beside a month, a season or a quarter. */
function shortYearAt(text: string, at: number, items: readonly Item[]): Item | undefined {
  if (!"'’‘".includes(text[at]!) || !'MPSQDOis'.includes(items.at(-1)?.letter ?? ' ')) return undefined;
  const digits = /^\d\d(?![\d\p{L}])/u.exec(text.slice(at + 1, at + 4))?.[0];
  if (digits === undefined) return undefined;
  const value = String(fullYear(Number(digits)));
  return { letter: 'Y', value, start: at, end: at + 3, figure: true, marked: true };
}

function fullYear(year: number): number {
  return year > 50 ? 1900 + year : 2000 + year;
}

interface Scope {
  readonly end: number;
  readonly words: DateWords;
  /** What stands before it. */
  readonly items: readonly Item[];
}

function wordAt(text: string, at: number, scope: Scope): Item | undefined {
  const { end, words, items } = scope;
  const before = items.at(-1);
  // first in its sentence or behind a mark, where a capital says nothing
  const opens = before === undefined || before.value === 'mark';
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  if (match === null) return undefined;
  const to = Math.min(end, at + match[0].length);
  const form = text.slice(at, to);
  const capital = form[0] !== words.fold(form[0]!);
  for (const phrase of words.words.get(words.fold(form)) ?? []) {
    if (phrase.capital && !capital && !(phrase.letter === 'P' && smallMonth(text, to, scope))) continue;
    if (words.smallNames && capital && !opens && 'MWS'.includes(phrase.letter)) continue;
    const phraseEnd = matchRest(text, to, end, phrase.rest, words);
    if (phraseEnd < 0) continue;
    const dotted =
      phraseEnd < end &&
      form.length <= 4 &&
      'MPW'.includes(phrase.letter) &&
      /^\.,?\s?[\d,\p{Ll}]/u.test(text.slice(phraseEnd, phraseEnd + 3));
    // "October. 2", "september.16th"
    const stopped =
      'MP'.includes(phrase.letter) && /^\. ?\d{1,2}(?:\p{L}{2})?\s*(?:$|[.,;!?)])/u.test(text.slice(phraseEnd, end));
    const ending = endingAt(text, phraseEnd, end, words);
    return {
      letter: phrase.letter,
      value: phrase.value,
      start: at,
      end: ending.end + (dotted || stopped ? 1 : 0),
      ...roleOf(ending.role === '' ? phrase.role : ending.role),
    };
  }
  return { letter: speaksOfFuture(form, words) ? 'u' : '.', value: '', start: at, end: to };
}

/** "In may", "on 15 may", "mar 3": a month without its capital, which only its neighbours can show. */
function smallMonth(text: string, to: number, { end, words, items }: Scope): boolean {
  const before = items.at(-1)?.letter === 'f' ? items.at(-2) : items.at(-1);
  const behind = text.slice(to, Math.min(end, to + 24));
  const word = /^ ?(\p{L}+)/u.exec(behind)?.[1];
  if (/^[-/ ]?\d{1,2}(?:\D|$)/.test(behind) || (word !== undefined && isOrdinal(word, words))) return true;
  return before !== undefined && 'iLsDO'.includes(before.letter) && /^\s*(?:$|[.,;!?)])/.test(behind);
}

function isOrdinal(word: string, words: DateWords): boolean {
  return words.words.get(words.fold(word))?.some(({ letter }) => letter === 'O') === true;
}

function speaksOfFuture(form: string, words: DateWords): boolean {
  if (words.futureEndings.length === 0 || form.length < 6) return false;
  const folded = words.fold(form);
  return words.futureEndings.some((ending) => folded.endsWith(ending));
}

function roleOf(role: string): { role?: string } {
  return role === '' ? {} : { role };
}

function matchRest(text: string, from: number, end: number, rest: readonly string[], words: DateWords): number {
  let at = from;
  for (const word of rest) {
    if (!/[\s'’/-]/u.test(text[at] ?? '')) return -1;
    const to = at + 1 + word.length;
    if (to > end || words.fold(text.slice(at + 1, to)) !== word) return -1;
    at = to;
  }
  return rest.length > 0 && /[\p{L}\p{N}]/u.test(text[at] ?? ' ') && at < end ? -1 : at;
}

interface Ending {
  readonly end: number;
  readonly role: string;
}

/** A case ending behind an apostrophe: "Ekim'den". */
function endingAt(text: string, at: number, end: number, words: DateWords): Ending {
  if (!"'’".includes(text[at] ?? ' ') || at >= end) return { end: at, role: '' };
  WORD.lastIndex = at + 1;
  const match = WORD.exec(text);
  // "three weeks' time"
  if (match === null) return { end: words.endings.has('s') && text[at - 1] === 's' ? at + 1 : at, role: '' };
  const role = words.endings.get(words.fold(match[0]));
  return role === undefined ? { end: at, role: '' } : { end: at + 1 + match[0].length, role };
}

function figureAt(text: string, at: number, scope: Scope): Item {
  const { end, words } = scope;
  const bare = bareDayAndMonth(text, at, scope);
  if (bare !== undefined) return bare;
  // the "3-2018" of "Mar-3-2018" is no month
  const glued = /\p{L}[-/]?$/u.test(text.slice(Math.max(0, at - 2), at));
  for (const [pattern, shape] of glued ? [] : NUMERIC) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || at + match[0].length > end) continue;
    const item = numericItem(match, shape, at, words);
    if (item !== undefined) return withEnding(item, text, end, words);
  }
  FIGURE.lastIndex = at;
  const digits = FIGURE.exec(text)![0];
  const to = at + digits.length;
  // "2,000", "1.5", "30%", "$ 12": quantities.
  const quantity = /^(?:[.,]\d|\s?[%‰€£₽₺])/u.exec(text.slice(to, to + 3));
  if (quantity !== null || /[$€£₽₺#] ?$/u.test(text.slice(Math.max(0, at - 2), at))) {
    const rest = /^[\d.,%]*/u.exec(text.slice(to, to + 24))![0];
    return { letter: '.', value: '', start: at, end: Math.max(to, to + rest.replace(/[.,]+$/u, '').length) };
  }
  return suffixed(text, { digits, at, to, end }, words);
}

/** "Friday 7.6", "on 4-22": a day and a month that only the word before them shows. */
function bareDayAndMonth(text: string, at: number, { end, words, items }: Scope): Item | undefined {
  const before = items.at(-1);
  const behindWeekday = before?.letter === 'W';
  if (!behindWeekday && !(before?.letter === 'p' && before.value === 'day')) return undefined;
  const match = /^(\d{1,2})([.-])(\d{1,2})(?!\d|[.-]\d|\s*%)/.exec(text.slice(at, Math.min(end, at + 8)));
  if (match === null) return undefined;
  const closed = /^\s*(?:$|[.,;!?)])/.test(text.slice(at + match[0].length, end));
  if (!behindWeekday && !closed) return undefined;
  const [month, day] = monthAndDay(Number(match[1]), Number(match[3]), words.monthFirst);
  if (match[2] === '-' && day <= 12) return undefined;
  if (month > 12 || day > 31 || month === 0 || day === 0) return undefined;
  const value = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const role = closed ? {} : { role: 'agrees' };
  return { letter: 'C', value, start: at, end: at + match[0].length, figure: true, marked: true, ...role };
}

interface FigurePlace {
  readonly digits: string;
  readonly at: number;
  readonly to: number;
  readonly end: number;
}

/** "3rd", "5-го", "1990s", "90'lar", "5.": what is glued behind the figures. */
function suffixed(text: string, place: FigurePlace, words: DateWords): Item {
  const { digits, at, to, end } = place;
  const glued = /^[-'’‑]?(\p{L}+)/u.exec(text.slice(to, Math.min(end, to + 16)));
  const suffix = glued === null ? undefined : suffixKind(words.fold(glued[1]!), words);
  if (glued !== null && suffix !== undefined) {
    const item = { value: digits, start: at, end: to + glued[0].length, figure: true };
    // "2016's" is a year's
    if (suffix === 'decade' && (digits.endsWith('0') || digits.length !== 4)) return { ...item, letter: 'V' };
    return digits.length === 4 ? extended(item, { letter: 'Y', marked: true }) : extended(item, { letter: 'O' });
  }
  const [unit] = glued === null ? [] : wholeWords(glued[1]!, words);
  if (unit?.letter === 'T' && unit.value === 'clock')
    return { letter: 'T', value: 'clock', start: at, end: to + glued![0].length };
  // "3Q 2018", "1H"
  const count = Number(digits);
  if (unit?.letter === 'Q' && count >= 1 && count <= 4 && glued![0].length === 1)
    return { letter: 'Q', value: unit.value + digits, start: at, end: to + 1, figure: true };
  // "2016H2"
  const quarter = unit?.letter === 'Q' && digits.length === 4 && /^\p{L}\d/u.test(text.slice(to, to + 2));
  // "3days"
  const counted = unit?.letter === 'U' && digits.length <= 3;
  if (glued !== null && !quarter && !counted && !/^[-'’‑]/u.test(glued[0]))
    return { letter: '.', value: '', start: at, end: to + glued[0].length };
  const dotted =
    text[to] === '.' &&
    digits.length <= 2 &&
    text[to + 1] === ' ' &&
    (words.suffixes.has('.') || beforeMonth(text, to, words));
  if (dotted) return { letter: 'O', value: digits, start: at, end: to + 1, figure: true };
  const letter =
    digits.length === 4 && /^[12]/.test(digits)
      ? 'Y'
      : Number(digits) >= 1 && Number(digits) <= 31 && digits.length <= 2
        ? 'D'
        : 'N';
  return withEnding({ letter, value: digits, start: at, end: to, figure: true }, text, end, words);
}

/** "16. Nov. 2016". */
function beforeMonth(text: string, to: number, words: DateWords): boolean {
  const word = /^\. (\p{L}+)/u.exec(text.slice(to, to + 20))?.[1];
  return word !== undefined && wholeWords(word, words).some(({ letter }) => letter === 'M' || letter === 'P');
}

function wholeWords(form: string, words: DateWords): readonly DateWord[] {
  return words.words.get(words.fold(form))?.filter(({ rest }) => rest.length === 0) ?? [];
}

function suffixKind(form: string, words: DateWords): string | undefined {
  return words.suffixes.get(form);
}

function withEnding(item: Item, text: string, end: number, words: DateWords): Item {
  const ending = endingAt(text, item.end, end, words);
  if (ending.end === item.end) return item;
  return { ...item, end: ending.end, marked: true, ...roleOf(ending.role) };
}

/** Numeric dates become 'K' (year-month-day or year-month) or 'C' (month-day) with an ISO-like value. */
function numericItem(match: RegExpExecArray, shape: string, at: number, words: DateWords): Item | undefined {
  const place = { start: at, end: at + match[0].length, figure: true };
  const pad = (part: string): string => part.padStart(2, '0');
  switch (shape) {
    case 'time':
      return { ...place, letter: 'T', value: '' };
    case 'ymd':
      return { ...place, letter: 'K', value: `${match[1]}-${pad(match[2]!)}-${pad(match[3]!)}` };
    case 'week':
      return { ...place, letter: 'K', value: `${match[1]}-W${match[2]}` };
    case 'ym':
      return { ...place, letter: 'K', value: `${match[1]}-${pad(match[2]!)}` };
    case 'my':
      return { ...place, letter: 'K', value: `${match[2]}-${pad(match[1]!)}` };
    default: {
      const second = shape === 'dmy' ? match[3]! : match[2]!;
      const [month, day] = monthAndDay(Number(match[1]), Number(second), words.monthFirst && match[2] !== '.');
      if (month > 12 || day > 31 || month === 0 || day === 0) return undefined;
      const monthDay = `${pad(String(month))}-${pad(String(day))}`;
      if (shape === 'md') return { ...place, letter: 'C', value: monthDay };
      const year = Number(match[4]);
      const full = match[4]!.length === 4 ? year : fullYear(year);
      return { ...place, letter: 'K', value: `${full}-${monthDay}` };
    }
  }
}

function monthAndDay(first: number, second: number, monthFirst: boolean): readonly [number, number] {
  if (first > 12) return [second, first];
  if (second > 12) return [first, second];
  return monthFirst ? [first, second] : [second, first];
}
