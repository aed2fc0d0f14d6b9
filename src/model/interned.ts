/** Texts kept at one time. */
const MOST = 100_000;
/** Longer texts are no words, and seldom come back. */
const LONGEST = 48;
const known = new Map<string, string>();

/**
 * The one copy of a word that everybody shares. Slices and joined texts are of many kinds inside V8, and code that sees more
 * than four of them reads each the slow way; a shared copy is of one kind, has its hash, and equals itself at a glance.
 */
export function interned(text: string): string {
  if (text.length > LONGEST) return text;
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST) known.clear();
  const copy = asKey(text);
  known.set(copy, copy);
  return copy;
}

/** Names of properties are the texts of which V8 keeps one copy. */
function asKey(text: string): string {
  for (const key in { [text]: true }) return key;
  return text;
}
