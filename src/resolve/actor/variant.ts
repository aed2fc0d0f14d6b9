/** Romanisations of one sound, most specific first; applied to folded Latin words of people's names only. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/(?:iyy|iy|yy|ii|yi|ij|i|j)$/, 'y'],
  [/e[iy]$/, 'ey'],
  [/ks/g, 'x'],
  [/kh/g, 'h'],
  [/dj|dzh/g, 'j'],
  [/ou/g, 'u'],
  [/oo/g, 'u'],
  [/ee/g, 'i'],
  [/[iy](?=[aoeu])/g, 'y'],
  [/(.)\1/g, '$1'],
];

/** A common key of the usual spellings of a name (Zelensky, Zelenskyy, Zelenski); undefined for words it says nothing about. */
export function variantOf(folded: string): string | undefined {
  if (folded.length < 4 || !/^[a-z]+$/.test(folded)) return undefined;
  let key = folded;
  for (const [pattern, to] of RULES) key = key.replace(pattern, to);
  return key;
}

const SOUNDS: Readonly<Record<string, string>> = { k: 'h', x: 'h', d: 'j', u: 'o', i: 'e', y: 'e' };

/** The first sound of a folded word, the same for all words of one `variantOf`. */
export function soundOf(folded: string): string {
  const first = folded[0] ?? '';
  return SOUNDS[first] ?? first;
}
