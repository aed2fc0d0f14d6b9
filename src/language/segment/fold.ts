/**
 * Folding for matching. Both folds map code unit to code unit, so a folded text has the offsets of the text it came from;
 * that is why no library's lower-casing is used on documents ('İ' would become two units).
 */
const SPECIAL: readonly (readonly [string, string])[] = [
  ['İIı', 'i'],
  ['Ёё', 'е'],
  ['’‘ʼʻ′`´‛＇', "'"],
  ['‐‑‒–—―−﹣－', '-'],
  ['\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
];

/** Letters whose base letter is not their canonical decomposition. */
const PLAIN_SPECIAL: readonly (readonly [string, string])[] = [
  ['ß', 's'],
  ['æ', 'a'],
  ['œ', 'o'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đð', 'd'],
  ['þ', 't'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ə', 'e'],
  ['“”„«»‟', '"'],
];

const TABLE = buildTable();
const PLAIN_TABLE = buildPlainTable(TABLE);

/** Case, dotted and dotless i, ё/е, apostrophes, dashes, no-break spaces. Same length as the text. */
export function fold(text: string): string {
  return applyTable(text, TABLE);
}

/** As `fold`, and Latin letters lose their diacritics (ş→s, ı→i, é→e). For search, where users type what their keyboard has. */
export function foldPlain(text: string): string {
  return applyTable(text, PLAIN_TABLE);
}

/** The code unit a unit folds to, for scanners that compare without building strings. */
export function foldUnit(unit: number): number {
  return TABLE[unit]!;
}

function applyTable(text: string, table: Uint16Array): string {
  const length = text.length;
  let at = 0;
  while (at < length && table[text.charCodeAt(at)] === text.charCodeAt(at)) at++;
  if (at === length) return text;
  if (length > 64) return applyToLong(text, table);
  let folded = text.slice(0, at);
  for (; at < length; at++) folded += String.fromCharCode(table[text.charCodeAt(at)]!);
  return folded;
}

function applyToLong(text: string, table: Uint16Array): string {
  const parts: string[] = [];
  const buffer = new Uint16Array(4096);
  for (let from = 0; from < text.length; from += buffer.length) {
    const count = Math.min(buffer.length, text.length - from);
    for (let i = 0; i < count; i++) buffer[i] = table[text.charCodeAt(from + i)]!;
    parts.push(String.fromCharCode(...buffer.subarray(0, count)));
  }
  return parts.join('');
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
  const cased: readonly (readonly [number, number])[] = [
    [0x41, 0x587],
    [0x10a0, 0x10ff],
    [0x1e00, 0x1fff],
    [0x2c00, 0x2d2f],
    [0xa640, 0xa7ff],
    [0xff21, 0xff3a],
  ];
  for (const [from, to] of cased) {
    for (let unit = from; unit <= to; unit++) {
      const lower = String.fromCharCode(unit).toLowerCase();
      if (lower.length === 1) table[unit] = lower.charCodeAt(0);
    }
  }
  setAll(table, SPECIAL);
  return table;
}

function buildPlainTable(base: Uint16Array): Uint16Array {
  const table = Uint16Array.from(base);
  const latin: readonly (readonly [number, number])[] = [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ];
  for (const [from, to] of latin) {
    for (let unit = from; unit <= to; unit++) {
      const first = String.fromCharCode(base[unit]!).normalize('NFD').charCodeAt(0);
      table[unit] = base[first]!;
    }
  }
  setAll(table, PLAIN_SPECIAL);
  for (let unit = 0; unit < 0x10000; unit++) table[unit] = table[table[unit]!]!;
  return table;
}

function setAll(table: Uint16Array, groups: readonly (readonly [string, string])[]): void {
  for (const [from, to] of groups) {
    for (const letter of from) table[letter.charCodeAt(0)] = to.charCodeAt(0);
  }
}
