import type { Item } from './items.ts';

/** An item that counts in patterns; `led` tells that a preposition or article stood before it, `article` that it was the article. */
export interface Piece extends Item {
  readonly led?: boolean;
  readonly article?: boolean;
}

/** The first piece whose letter is one of `letters`. */
export function find(pieces: readonly Piece[], letters: string): Piece | undefined {
  return pieces.find(({ letter }) => letters.includes(letter));
}

export function numberOf(pieces: readonly Piece[], letters: string): number {
  return Number(find(pieces, letters)?.value);
}

/** How many units a word such as "last" moves; past and coming are the nearest. */
export function shiftOf(value: string): number {
  return value === 'past' ? -1 : value === 'coming' ? 1 : Number(value);
}

export function oneDay(at: number): { from: number; to: number } {
  return { from: at, to: at };
}
