import { interned } from './interned.ts';

/**
 * One-to-one, length-preserving fold for matching, so that offsets in the folded string are offsets in the text:
 * case, the four Latin i's (İ I ı i), ё/е, the Turkish circumflexes (hâl, resmî, mahkûm), and the apostrophes and spaces that pages use for one another.
 */
export function foldText(text: string): string {
  // most words are folded as they stand
  let same = 0;
  while (same < text.length && foldCode(text.charCodeAt(same)) === text.charCodeAt(same)) same += 1;
  if (same === text.length) return text;
  const known = text.length > LONGEST ? undefined : changed.get(text);
  if (known !== undefined) return known;
  let out = text.slice(0, same);
  for (let i = same; i < text.length; i++) out += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return text.length > LONGEST ? out : kept(text, out);
}

/** Longer texts are no words. */
const LONGEST = 48;
/** Words kept at one time. */
const MOST = 50_000;
/** Folded words that are not what they were. */
const changed = new Map<string, string>();

function kept(text: string, folded: string): string {
  if (changed.size >= MOST) changed.clear();
  const one = interned(folded);
  changed.set(interned(text), one);
  return one;
}

/** What each unit folds to, plus one; 0 for one not met yet. */
const folded = new Int32Array(0x10000);

function foldCode(code: number): number {
  const known = folded[code]!;
  if (known > 0) return known - 1;
  const found = foldUnit(String.fromCharCode(code)).charCodeAt(0);
  folded[code] = found + 1;
  return found;
}

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['İ', 'i'],
  ['ı', 'i'],
  ['Ё', 'е'],
  ['ё', 'е'],
  ['Â', 'a'],
  ['â', 'a'],
  ['Î', 'i'],
  ['î', 'i'],
  ['Û', 'u'],
  ['û', 'u'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['ʻ', "'"],
  ['\u00a0', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
]);

/** A single unit only: whatever would grow (ß aside, İ is above) stays as it is. */
function foldUnit(unit: string): string {
  const lower = SPECIAL.get(unit) ?? unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
