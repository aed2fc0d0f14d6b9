/** 32-bit FNV-1a over UTF-16 units: features are numbers, never strings, once a word is in the word table. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Ordered pair of two hashes. */
export function join(a: number, b: number): number {
  return Math.imul(a, 0x01000193) ^ b;
}

/** Weight row of the value under a feature template: the top 32 - shift bits of a mixed hash. */
export function slot(template: number, value: number, shift: number): number {
  let hash = Math.imul(value ^ Math.imul(template, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> shift;
}
