/** 32-bit FNV-1a over UTF-16 units: features are numbers, never strings, once a word is in the word table. */
export function hashText(text: string, seed = 0): number {
  return hashOn(0x811c9dc5 ^ seed, text);
}

/** Goes on with a hash: that of two texts is that of one text behind the other. */
export function hashOn(before: number, text: string): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Ordered pair of two hashes. */
export function join(a: number, b: number): number {
  return Math.imul(a, 0x01000193) ^ b;
}

/**
 * Adds a copy of each of the first `count` rows that belongs to one annotation style only, so that treebanks which
 * disagree share what they agree on (feature augmentation, Daumé 2007). `step` is the distance between rows.
 */
export function addStyleRows(rows: Int32Array, count: number, style: RowStyle): number {
  if (style.number === 0) return count;
  for (let j = 0; j < count; j++) {
    rows[count + j] = slot(100 + style.number, rows[j]!, style.shift) * style.step;
  }
  return count * 2;
}

export interface RowStyle {
  /** 0 where all training data are of one style. */
  readonly number: number;
  readonly shift: number;
  readonly step: number;
}

/** Weight row of the value under a feature template: the top 32 - shift bits of a mixed hash. */
export function slot(template: number, value: number, shift: number): number {
  let hash = Math.imul(value ^ Math.imul(template, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> shift;
}
