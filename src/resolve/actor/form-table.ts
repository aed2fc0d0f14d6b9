import type { Entry } from './entry.ts';
import type { Reading } from './word-table.ts';
import { isSkipped, type Piece, piecesOf } from './words.ts';

/** A way into the trie: a node and the ending of the word that led there. */
export interface Frame {
  readonly node: number;
  readonly ending: string;
}

/** What stands at the end of a name. */
export interface Accepted {
  readonly entries: readonly Entry[];
  readonly ending: string;
}

export interface ReadPiece extends Piece {
  readonly readings: readonly Reading[];
  /** Where the names stand that begin with it. */
  readonly opens: readonly Frame[];
  /** The name that it is by itself. */
  readonly alone: Accepted | undefined;
  /** Signs (`signOf`) of the words that names beginning with it go on with; 0 where none does. */
  readonly goesOn: number;
  /** Signs of the words it may be. */
  readonly follows: number;
}

/** One of 32 bits for a word: lists of words without a bit in common have no word in common. */
export function signOf(word: number): number {
  return 1 << (Math.imul(word, 0x9e3779b1) >>> 27);
}

/** A name begins with the form or a part of it. */
export const OPENS = 1;
/** The form is one word. */
export const SINGLE = 2;
/** It has parts: it is a word, not a mark. */
export const WORDS = 4;
/** A hyphen or apostrophe: a name may go on behind it. */
export const SKIPPED = 8;
/** Names that begin with it may go on. */
export const GOES_ON = 16;
/** It is one word and a name by itself. */
export const ALONE = 32;

/** Bits that the flags take in a form's mark; its number stands above them. */
const FLAG_BITS = 6;
const LIMIT = 200_000;

/**
 * The forms met in texts, each read once. What most tokens are asked for, whether a name may begin there and go on with the next
 * word, stands in lists of small numbers: a sentence is passed over without touching an object for each of its words.
 */
export class FormTable {
  readonly #readPiece: (piece: Piece) => ReadPiece;
  readonly #marks = new Map<string, number>();
  /** The last form met with a certain length, begin and end, and its mark. */
  readonly #near: string[];
  readonly #nearMark: Int32Array;
  /** What is cut from a hash of 32 bits to find the place there. */
  readonly #cut: number;
  /** Signs of the words that names beginning with a form go on with, and of the words a form may be. */
  #goesOn: Int32Array = new Int32Array(1024);
  #follows: Int32Array = new Int32Array(1024);
  #pieces: (readonly ReadPiece[])[] = [];

  /** 2 ** `bits` forms are found without hashing all their letters. */
  constructor(read: (piece: Piece) => ReadPiece, bits: number) {
    this.#readPiece = read;
    this.#near = new Array(2 ** bits).fill('');
    this.#nearMark = new Int32Array(2 ** bits);
    this.#cut = 32 - bits;
  }

  /** Forgets all forms: the numbers given out are no longer good. */
  clear(): void {
    if (this.#marks.size === 0) return;
    this.#marks.clear();
    this.#near.fill('');
    this.#pieces = [];
  }

  /** Keeps the table from growing without end; to be called between sentences. */
  bound(): void {
    if (this.#marks.size >= LIMIT) this.clear();
  }

  /** Puts the marks of tokens' forms into `line`: number and flags in one. */
  read(tokens: readonly { readonly form: string }[], line: Int32Array): void {
    const near = this.#near;
    const marks = this.#nearMark;
    const cut = this.#cut;
    for (let at = 0; at < tokens.length; at++) {
      const { form } = tokens[at]!;
      const slot = hashOf(form) >>> cut;
      line[at] = near[slot] === form ? marks[slot]! : this.#look(form, slot);
    }
  }

  #look(form: string, slot: number): number {
    const mark = this.#marks.get(form) ?? this.#add(form);
    this.#near[slot] = form;
    this.#nearMark[slot] = mark;
    return mark;
  }

  /** Whether a name that begins with one form may go on with the other; true now and then where none does. */
  mayGoOn(mark: number, behind: number): boolean {
    return (this.#goesOn[mark >> FLAG_BITS]! & this.#follows[behind >> FLAG_BITS]!) !== 0;
  }

  pieces(mark: number): readonly ReadPiece[] {
    return this.#pieces[mark >> FLAG_BITS]!;
  }

  #add(form: string): number {
    const pieces = piecesOf(form).map(this.#readPiece);
    const number = this.#pieces.length;
    if (number === this.#goesOn.length) this.#grow();
    this.#pieces.push(pieces);
    this.#goesOn[number] = pieces[0]?.goesOn ?? 0;
    this.#follows[number] = pieces[0]?.follows ?? 0;
    const mark = (number << FLAG_BITS) | flagsOf(form, pieces);
    this.#marks.set(form, mark);
    return mark;
  }

  #grow(): void {
    this.#goesOn = twice(this.#goesOn);
    this.#follows = twice(this.#follows);
  }
}

function twice(list: Int32Array): Int32Array {
  const long = new Int32Array(list.length * 2);
  long.set(list);
  return long;
}

/** Of a form's length and four of its letters. */
function hashOf(form: string): number {
  const last = form.length - 1;
  const ends = form.charCodeAt(0) ^ (form.charCodeAt(last) << 5);
  const inner = (form.charCodeAt(last >> 1) << 10) ^ (form.charCodeAt(last >> 2) << 15);
  return Math.imul(ends ^ inner ^ (last << 20), 0x9e3779b1);
}

function flagsOf(form: string, pieces: readonly ReadPiece[]): number {
  const [first] = pieces;
  if (!first) return isSkipped(form) ? SKIPPED : 0;
  const single = pieces.length === 1 ? SINGLE | (first.alone ? ALONE : 0) : 0;
  const opens = pieces.some((piece) => piece.opens.length > 0) ? OPENS : 0;
  return WORDS | single | opens | (first.goesOn !== 0 ? GOES_ON : 0);
}
