import { ChanceryError } from '../model/index.ts';

/** Two parties without direction, in code order. */
export type Dyad = readonly [string, string];

export function dyadOf(a: string, b: string): Dyad {
  return a < b ? [a, b] : [b, a];
}

/** Numbers non-negative doubles below 2^53 in order of first appearance: ten times faster than a Map for a million event keys. */
export class KeyIndex {
  #keys: Float64Array;
  #numbers: Int32Array;
  size = 0;

  /** `expected` keys, to grow less often. */
  constructor(expected = 500) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Float64Array(slots).fill(-1);
    this.#numbers = new Int32Array(slots);
  }

  /** Number of the key; a new key gets the next one. */
  of(key: number): number {
    if (this.size * 2 > this.#keys.length) this.#grow();
    const at = slotOf(this.#keys, key);
    if (this.#keys[at] !== key) {
      this.#keys[at] = key;
      this.#numbers[at] = this.size++;
    }
    return this.#numbers[at]!;
  }

  /** True when the key is new. */
  add(key: number): boolean {
    const before = this.size;
    return this.of(key) === before;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 4).fill(-1);
    const numbers = new Int32Array(keys.length);
    for (let i = 0; i < this.#keys.length; i++) {
      const key = this.#keys[i]!;
      if (key < 0) continue;
      const at = slotOf(keys, key);
      keys[at] = key;
      numbers[at] = this.#numbers[i]!;
    }
    this.#keys = keys;
    this.#numbers = numbers;
  }
}

function slotOf(keys: Float64Array, key: number): number {
  const mask = keys.length - 1;
  const high = Math.floor(key / 4294967296);
  const low = (key - high * 4294967296) | 0;
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  let at = (mixed ^ (mixed >>> 15)) & mask;
  while (keys[at] !== key && keys[at]! >= 0) at = (at + 1) & mask;
  return at;
}

/** Room for actors in the packed keys of the tables. */
export const MOST_ACTORS = 4096;

/** Numbers for strings in order of first appearance. */
export class Numbering {
  readonly names: string[] = [];
  readonly #index = new Map<string, number>();
  readonly #most: number;

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  of(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= this.#most) {
      throw new ChanceryError('TOO_MANY_ACTORS', 'more names than the tables hold', {
        expected: `at most ${this.#most}`,
        found: JSON.stringify(name),
        hint: 'Give a name list, or narrow the events to states',
      });
    }
    this.#index.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
