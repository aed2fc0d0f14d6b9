/**
 * One-to-one, length-preserving fold for matching, so that offsets in the folded string are offsets in the text:
 * case, the four Latin i's (İ I ı i), ё/е, and the apostrophes and spaces that pages use for one another.
 */
export function foldText(text: string): string {
  // most words are folded as they stand
  let same = 0;
  while (same < text.length && isFolded(text, same)) same += 1;
  if (same === text.length) return text;
  let out = text.slice(0, same);
  for (let i = same; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out += code < 128 ? ASCII[code]! : foldUnit(text[i]!);
  }
  return out;
}

function isFolded(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return code < 65 || code > 90;
  // small letters of Russian but for ё
  return code >= 0x430 && code <= 0x44f;
}

const ASCII: readonly string[] = Array.from({ length: 128 }, (_, code) => {
  const upper = code >= 65 && code <= 90;
  return String.fromCharCode(upper ? code + 32 : code);
});

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['İ', 'i'],
  ['ı', 'i'],
  ['Ё', 'е'],
  ['ё', 'е'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['ʻ', "'"],
  ['`', "'"],
  ['\u00a0', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
]);

const seen = new Map<string, string>(SPECIAL);

function foldUnit(unit: string): string {
  const known = seen.get(unit);
  if (known !== undefined) return known;
  // A single unit only: whatever would grow (ß aside, İ is above) stays as it is.
  const lower = unit.toLowerCase();
  const folded = lower.length === 1 ? lower : unit;
  seen.set(unit, folded);
  return folded;
}
