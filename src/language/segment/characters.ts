/** What a UTF-16 code unit is to a tokeniser. Letters that may begin a sentence are told from those that may not. */
export const SPACE = 0;
export const LOWER = 1;
export const UPPER = 2;
/** A letter without case (Arabic, Han …). */
export const OTHER_LETTER = 3;
export const DIGIT = 4;
/** Combining, zero-width, bidi and control units: part of whatever stands before them. */
export const MARK = 5;
export const PUNCTUATION = 6;
/** Halves of a surrogate pair, paired or not. */
export const SURROGATE = 7;

/** Class of every code unit: one array read instead of a regular expression. */
export const CLASS: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(PUNCTUATION);
  const units: string[] = [];
  for (let unit = 0; unit < 0xd800; unit++) units.push(String.fromCharCode(unit));
  const low = units.join('');
  units.length = 0;
  for (let unit = 0xe000; unit < 0x10000; unit++) units.push(String.fromCharCode(unit));
  const high = units.join('');
  const assign = (pattern: RegExp, value: number): void => {
    for (const run of low.matchAll(pattern)) classes.fill(value, run.index, run.index + run[0].length);
    for (const run of high.matchAll(pattern))
      classes.fill(value, 0xe000 + run.index, 0xe000 + run.index + run[0].length);
  };
  assign(/[\p{M}\p{Cc}\p{Cf}]+/gu, MARK);
  assign(/\p{L}+/gu, OTHER_LETTER);
  assign(/\p{Ll}+/gu, LOWER);
  assign(/[\p{Lu}\p{Lt}]+/gu, UPPER);
  assign(/\p{Nd}+/gu, DIGIT);
  // White space last: U+FEFF and the separators are what `\s` says, as for every other program that reads the text.
  assign(/\s+/gu, SPACE);
  classes.fill(SURROGATE, 0xd800, 0xe000);
  return classes;
}

/** Class of the unit at `at`, SPACE outside [0, length). */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? CLASS[text.charCodeAt(at)]! : SPACE;
}

export function isLetter(kind: number): boolean {
  return kind === LOWER || kind === UPPER || kind === OTHER_LETTER;
}

export function isWordUnit(kind: number): boolean {
  return kind >= LOWER && kind <= MARK;
}

const APOSTROPHES = new Set([0x27, 0x2019, 0x2018, 0x60, 0xb4, 0x2bc, 0xff07]);
const CLOSERS = new Set([...'"\'”’»)]}›“‘〉》」』'].map((c) => c.charCodeAt(0)));
const OPENERS = new Set([...'"\'`“‘«„([{‹‚”*_〈《「『¿¡'].map((c) => c.charCodeAt(0)));
const DASHES = new Set([...'-–—―−‒‐‑'].map((c) => c.charCodeAt(0)));
const QUOTES = new Set([...'"\'”’»“‘›'].map((c) => c.charCodeAt(0)));

export function isApostrophe(unit: number): boolean {
  return APOSTROPHES.has(unit);
}

/** A mark that, set directly behind a full stop, still belongs to the sentence. */
export function isCloser(unit: number): boolean {
  return CLOSERS.has(unit);
}

export function isOpener(unit: number): boolean {
  return OPENERS.has(unit);
}

export function isDash(unit: number): boolean {
  return DASHES.has(unit);
}

export function isClosingQuote(unit: number): boolean {
  return QUOTES.has(unit);
}
