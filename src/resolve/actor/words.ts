import { foldPlain } from '../../language/segment/fold.ts';

/** A token, or a part of one at a hyphen or apostrophe, as the dictionary spells it. */
export interface Piece {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** 0 lower case or no letter, 1 begins with a capital, 2 capitals throughout. */
  readonly capitals: 0 | 1 | 2;
  /** How many capitals it begins with. */
  readonly lead: number;
  /** An apostrophe stands before it: a suffix may begin here. */
  readonly afterApostrophe: boolean;
}

const SEPARATOR = /['’‘ʼ′`´‛＇\-‐‑–—]/u;
const BREAK = /[\s,]+/;
const PLAIN = /^\p{L}+$/u;
const WORD = /[\p{L}\p{N}\p{M}&]+/gu;

/** Splits a form at hyphens and apostrophes and drops full stops: `U.S.` -> us, `d'Ivoire` -> d, ivoire. Offsets are within the form. */
export function piecesOf(form: string): Piece[] {
  const pieces: Piece[] = [];
  const bare = form.includes('.') ? squeeze(form) : undefined;
  if (bare)
    return [
      {
        folded: foldPlain(bare),
        start: 0,
        end: form.length,
        capitals: capitalsOf(bare),
        lead: bare.length,
        afterApostrophe: false,
      },
    ];
  for (const match of form.matchAll(WORD)) {
    const start = match.index;
    const before = start > 0 ? form[start - 1]! : '';
    pieces.push({
      folded: foldPlain(match[0]),
      start,
      end: start + match[0].length,
      capitals: capitalsOf(match[0]),
      lead: leadOf(match[0]),
      afterApostrophe: start > 0 && SEPARATOR.test(before) && !/[-‐‑–—]/.test(before),
    });
  }
  return pieces;
}

/** An abbreviation with full stops as one word, undefined if the form is something else. */
function squeeze(form: string): string | undefined {
  return /^(?:\p{L}{1,4}\.)+\p{L}*$/u.test(form) ? form.replaceAll('.', '') : undefined;
}

function leadOf(word: string): number {
  return /^\p{Lu}*/u.exec(word)![0].length;
}

export function capitalsOf(word: string): 0 | 1 | 2 {
  if (!/^\p{Lu}/u.test(word)) return 0;
  return word.length > 1 && !/\p{Ll}/u.test(word) ? 2 : 1;
}

/** The words of a dictionary form, spelled as `piecesOf` spells the text. */
export function keyOf(form: string): string[] {
  const key: string[] = [];
  for (const part of form.split(form.includes(',') ? BREAK : ' ')) {
    if (PLAIN.test(part)) key.push(foldPlain(part));
    else for (const piece of piecesOf(part)) key.push(piece.folded);
  }
  return key;
}

export function isSkipped(form: string): boolean {
  return form.length === 1 && SEPARATOR.test(form);
}
