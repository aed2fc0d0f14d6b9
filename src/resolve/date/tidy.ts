import type { Item } from './items.ts';

/** An item that counts in patterns; `led` tells that a preposition or article stood before it. */
export interface Piece extends Item {
  readonly led?: boolean;
}

/**
 * Prepares items for patterns: number words are added up, fillers go, and the words "year", "month", "day" that only
 * accompany a figure or name are taken into it ("2019 года", "Ekim ayında", "salı günü").
 */
export function tidy(items: readonly Item[]): Piece[] {
  const pieces: Piece[] = [];
  let led = false;
  for (const item of items) {
    if (item.letter === 'f') {
      led = true;
      continue;
    }
    const last = pieces.at(-1);
    const merged = last === undefined ? undefined : merge(last, item, pieces.length > 1 ? pieces.at(-2) : undefined);
    if (merged === undefined) pieces.push(led ? { ...item, led } : item);
    else pieces[pieces.length - 1] = merged;
    led = false;
  }
  return pieces;
}

function merge(last: Piece, item: Item, before: Piece | undefined): Piece | undefined {
  const taken = { ...last, end: item.end, ...(item.role === undefined ? {} : { role: item.role }) };
  if (item.letter === 'U') {
    if (last.letter === 'Y' && item.value === 'year') return { ...taken, marked: true };
    if (last.letter === 'V' && item.value === 'year') return taken;
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
  if (last.letter === 'Q' && last.value === '' && item.letter === 'D') return { ...taken, value: item.value };
  return undefined;
}

/** One letter a piece, for regular expressions. */
export function lettersOf(pieces: readonly Piece[]): string {
  return pieces.map(({ letter }) => letter).join('');
}
