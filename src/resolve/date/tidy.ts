import { extended } from '../../model/index.ts';
import type { Item } from './items.ts';
import type { Piece } from './piece.ts';

/**
 * Prepares items for patterns: number words are added up, fillers go, and the words "year", "month", "day" that only
 * accompany a figure or name are taken into it ("2019 года", "Ekim ayında", "salı günü").
 */
export function tidy(found: readonly Item[]): Piece[] {
  const items = addNumberWords(found);
  const pieces: Piece[] = [];
  let led: Pick<Piece, 'led' | 'article'> | undefined;
  for (const [index, item] of items.entries()) {
    const compound = hyphened(pieces, item);
    if (compound !== undefined) {
      pieces.splice(-2, 2, compound);
      continue;
    }
    if (item.letter === 'f') {
      led = item.value === 'article' ? { led: true, article: true } : { led: true };
      continue;
    }
    const last = pieces.at(-1);
    const counts = item.letter === 'U' && items[index + 1]?.letter === 'A';
    const merged =
      last === undefined || counts ? undefined : merge(last, item, pieces.length > 1 ? pieces.at(-2) : undefined);
    if (merged === undefined) pieces.push(led ? extended(item, { ...led }) : item);
    else pieces[pieces.length - 1] = merged;
    led = undefined;
    // "Ocakla Ağustos", "3'üyle 12'si": a case ending joins what "and" would
    if (item.role === 'with') pieces.push({ letter: '&', value: '', start: item.end, end: item.end });
  }
  return joinTimes(pieces);
}

/** "7 pm", "between 2 and 4pm": figures before a time of day belong to it. */
function joinTimes(pieces: readonly Piece[]): Piece[] {
  if (!pieces.some(isClock)) return [...pieces];
  const joined: Piece[] = [];
  for (const piece of pieces) {
    if (isClock(piece)) {
      let start = piece.start;
      if (isHour(joined.at(-1)) && joined.at(-1)!.end <= piece.start) start = joined.pop()!.start;
      const linked = joined.length > 1 && '-t&'.includes(joined.at(-1)!.letter) && isHour(joined.at(-2));
      if (linked) start = joined.splice(-2)[0]!.start;
      if (linked && 'bs'.includes(joined.at(-1)?.letter ?? ' ')) start = joined.pop()!.start;
      joined.push({ ...piece, start });
    } else joined.push(piece);
  }
  return joined;
}

function isClock({ letter, value }: Piece): boolean {
  return letter === 'T' && value === 'clock';
}

function isHour(piece: Piece | undefined): boolean {
  return piece !== undefined && (piece.letter === 'T' || ('DN'.includes(piece.letter) && Number(piece.value) <= 24));
}

/** "Twenty-seventh": tens, a hyphen without spaces, and units. */
function hyphened(pieces: readonly Piece[], item: Item): Piece | undefined {
  const [tens, hyphen] = pieces.slice(-2);
  if (
    tens === undefined ||
    hyphen?.letter !== '-' ||
    tens.letter !== 'N' ||
    tens.figure === true ||
    item.figure === true
  )
    return undefined;
  const [ten, unit] = [Number(tens.value), Number(item.value)];
  const glued = tens.end === hyphen.start && hyphen.end === item.start && 'NO'.includes(item.letter);
  if (!glued || ten < 20 || ten % 10 !== 0 || !(unit > 0 && unit < 10)) return undefined;
  return { ...tens, letter: item.letter, value: String(ten + unit), end: item.end };
}

function merge(last: Piece, item: Item, before: Piece | undefined): Piece | undefined {
  if (item.letter === 'U') {
    if (last.letter === 'Y' && (last.figure === true || last.marked === true) && item.value === 'year')
      return extended(taken(last, item), { marked: true });
    if (last.letter === 'V' && item.value === 'year') return taken(last, item);
    if (last.letter === 'O' && last.figure === true && /^[2-9]0$/.test(last.value) && item.value === 'year')
      return { ...taken(last, item), letter: 'V' };
    if ((last.letter === 'M' || last.letter === 'P') && item.value === 'month')
      return { ...taken(last, item), letter: 'M' };
    if ((last.letter === 'W' || last.letter === 'M') && item.value === 'day') return taken(last, item);
    return undefined;
  }
  if (item.letter === 'Y' && last.letter === 'U' && last.value === 'year' && before?.letter !== 'N') {
    return extended(item, { start: last.start, marked: true });
  }
  // "year 247"
  if (item.letter === 'N' && item.figure === true && item.value.length === 3 && isNamedYear(last, before))
    return extended(item, { letter: 'Y', start: last.start, marked: true });
  // "nineteen nineties"
  if (item.letter === 'V' && item.value.length === 2 && last.letter === 'N' && /^1[5-9]$|^20$/.test(last.value))
    return { ...item, start: last.start, value: last.value + item.value };
  if (
    last.letter === 'N' &&
    (item.letter === 'N' || item.letter === 'O') &&
    last.figure !== true &&
    item.figure !== true
  ) {
    const tens = Number(last.value);
    const units = Number(item.value);
    const ordinalTen = tens === 10 && item.letter === 'O';
    if ((tens >= 20 || ordinalTen) && tens % 10 === 0 && units > 0 && units < 10)
      return { ...taken(last, item), letter: item.letter, value: String(tens + units) };
  }
  if (last.letter === 'Q' && /^(?:half)?$/.test(last.value) && item.letter === 'D')
    return { ...taken(last, item), value: last.value + item.value };
  return undefined;
}

/** The last piece up to the end of the item behind it. */
function taken(last: Piece, item: Item): Piece {
  return { ...last, end: item.end, ...(item.role === undefined ? {} : { role: item.role }) };
}

function isNamedYear(last: Piece, before: Piece | undefined): boolean {
  return last.letter === 'U' && last.value === 'year' && last.role !== 'many' && !'NDL'.includes(before?.letter ?? ' ');
}

const LEAST_YEAR = 1000;

/** "Two thousand and eighteen", "bin dokuz yüz yetmiş sekiz", "nineteen twenty eight": one number, a year where it is one. */
export function addNumberWords(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const run = dayAndYear(items, at) ?? numberRun(items, at);
    if (run === undefined) result.push(items[at++]!);
    else {
      result.push(...run.items);
      at = run.next;
    }
  }
  return result;
}

interface NumberRun {
  readonly items: readonly Item[];
  readonly next: number;
}

function isNumberWord(item: Item | undefined): boolean {
  return item !== undefined && item.letter === 'N' && item.figure !== true;
}

function numberRun(items: readonly Item[], from: number): NumberRun | undefined {
  if (!isNumberWord(items[from])) return undefined;
  let next = from + 1;
  while (
    isNumberWord(items[next]) ||
    (items[next]?.letter === '&' &&
      isNumberWord(items[next + 1]) &&
      Number(items[next - 1]!.value) >= 100 &&
      items[next + 2]?.value !== '1000')
  )
    next++;
  const values = items
    .slice(from, next)
    .filter(({ letter }) => letter === 'N')
    .map(({ value }) => Number(value));
  if (values.length === 1 && values[0]! < LEAST_YEAR) return undefined;
  const sum = sumOf(values);
  const last = items[next - 1]!;
  const year = sum >= LEAST_YEAR && sum < 2200;
  const halves = values.at(-1) === 0.5;
  if (values.length > 1 && sum < LEAST_YEAR && values.length < 3 && values[0]! < 20 && !halves) return undefined;
  const letter = year ? 'Y' : 'N';
  const role = last.role === undefined ? {} : { role: last.role };
  return {
    items: [{ letter, value: String(sum), start: items[from]!.start, end: last.end, marked: year, ...role }],
    next,
  };
}

/** "January twenty five nineteen eighty six": a day and a year in words behind a month. */
function dayAndYear(items: readonly Item[], from: number): NumberRun | undefined {
  if (!'MP'.includes(items[from - 1]?.letter ?? ' ') || !isNumberWord(items[from])) return undefined;
  // "October two thousand and five"
  if (numberRun(items, from)?.items[0]?.letter === 'Y') return undefined;
  const [first, second] = [Number(items[from]!.value), Number(items[from + 1]?.value)];
  const compound = first === 20 || first === 30 ? second > 0 && second < 10 : false;
  const yearAt = from + (compound ? 2 : 1);
  const year = numberRun(items, yearAt);
  const day = compound ? first + second : first;
  if (year === undefined || year.items[0]!.letter !== 'Y' || day > 31 || !isNumberWord(items[yearAt - 1]))
    return undefined;
  const { start } = items[from]!;
  return {
    items: [{ letter: 'N', value: String(day), start, end: items[yearAt - 1]!.end }, ...year.items],
    next: year.next,
  };
}

function sumOf(values: readonly number[]): number {
  // "Nineteen twenty eight": two numbers below a hundred, said one after the other.
  const [first, second] = values;
  if (first! >= 11 && first! <= 21 && second !== undefined && second >= 10 && second < 100) {
    return first! * 100 + values.slice(1).reduce((sum, value) => sum + value, 0);
  }
  let total = 0;
  let current = 0;
  for (const value of values) {
    if (value === 1000) {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else if (value === 100) current = Math.max(1, current) * 100;
    else current += value;
  }
  return total + current;
}

/** One letter a piece, for regular expressions. */
export function lettersOf(pieces: readonly Piece[]): string {
  return pieces.map(({ letter }) => letter).join('');
}
