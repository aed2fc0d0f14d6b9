import type { Item } from './items.ts';

/** An item that counts in patterns; `led` tells that a preposition or article stood before it. */
export interface Piece extends Item {
  readonly led?: boolean;
}

/**
 * Prepares items for patterns: number words are added up, fillers go, and the words "year", "month", "day" that only
 * accompany a figure or name are taken into it ("2019 года", "Ekim ayında", "salı günü").
 */
export function tidy(found: readonly Item[]): Piece[] {
  const items = addNumberWords(found);
  const pieces: Piece[] = [];
  let led = false;
  for (const [index, item] of items.entries()) {
    const compound = hyphened(pieces, item);
    if (compound !== undefined) {
      pieces.splice(-2, 2, compound);
      continue;
    }
    if (item.letter === 'f') {
      led = true;
      continue;
    }
    const last = pieces.at(-1);
    const counts = item.letter === 'U' && items[index + 1]?.letter === 'A';
    const merged =
      last === undefined || counts ? undefined : merge(last, item, pieces.length > 1 ? pieces.at(-2) : undefined);
    if (merged === undefined) pieces.push(led ? { ...item, led } : item);
    else pieces[pieces.length - 1] = merged;
    led = false;
  }
  return pieces;
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
  const taken = { ...last, end: item.end, ...(item.role === undefined ? {} : { role: item.role }) };
  if (item.letter === 'U') {
    if (last.letter === 'Y' && last.figure === true && item.value === 'year') return { ...taken, marked: true };
    if (last.letter === 'V' && item.value === 'year') return taken;
    if (last.letter === 'O' && last.figure === true && /^[2-9]0$/.test(last.value) && item.value === 'year')
      return { ...taken, letter: 'V' };
    if ((last.letter === 'M' || last.letter === 'P') && item.value === 'month') return { ...taken, letter: 'M' };
    if ((last.letter === 'W' || last.letter === 'M') && item.value === 'day') return taken;
    return undefined;
  }
  if (item.letter === 'Y' && last.letter === 'U' && last.value === 'year' && before?.letter !== 'N') {
    return { ...item, start: last.start, marked: true };
  }
  if (
    last.letter === 'N' &&
    (item.letter === 'N' || item.letter === 'O') &&
    last.figure !== true &&
    item.figure !== true
  ) {
    const tens = Number(last.value);
    const units = Number(item.value);
    if (tens >= 20 && tens % 10 === 0 && units > 0 && units < 10)
      return { ...taken, letter: item.letter, value: String(tens + units) };
  }
  if (last.letter === 'Q' && /^(?:half)?$/.test(last.value) && item.letter === 'D')
    return { ...taken, value: last.value + item.value };
  return undefined;
}

const LEAST_YEAR = 1000;

/** "Two thousand and eighteen", "bin dokuz yüz yetmiş sekiz", "nineteen twenty eight": one number, a year where it is one. */
export function addNumberWords(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  let at = 0;
  while (at < items.length) {
    const run = numberRun(items, at);
    if (run === undefined) result.push(items[at++]!);
    else {
      result.push(run.item);
      at = run.next;
    }
  }
  return result;
}

interface NumberRun {
  readonly item: Item;
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
    (items[next]?.letter === '&' && isNumberWord(items[next + 1]) && Number(items[next - 1]!.value) >= 100)
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
  if (values.length > 1 && sum < LEAST_YEAR && values.length < 3 && values[0]! < 20) return undefined;
  const letter = year ? 'Y' : 'N';
  const role = last.role === undefined ? {} : { role: last.role };
  return {
    item: { letter, value: String(sum), start: items[from]!.start, end: last.end, marked: year, ...role },
    next,
  };
}

function sumOf(values: readonly number[]): number {
  // "Nineteen twenty eight": two numbers below a hundred, said one after the other.
  const [first, second] = values;
  if (first! >= 11 && first! <= 21 && second !== undefined && (second >= 20 || second === 10) && second < 100) {
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
