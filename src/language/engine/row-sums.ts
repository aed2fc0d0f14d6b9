/**
 * Summed weights of features that come back together, one vector a key: adding a vector costs less than looking up the
 * rows that made it. Forgets all when it is full.
 */
export class RowSums {
  readonly vectors: Int32Array;
  readonly #classes: number;
  /** By key: 1 + where its vector begins, 0 for a key not met. */
  readonly #begins: Int32Array;
  #used = 0;

  /** Vectors of keys from `keys` on are made anew each time. */
  constructor(keys: number, classes: number, capacity: number) {
    this.#classes = classes;
    this.#begins = new Int32Array(keys);
    this.vectors = new Int32Array(capacity * classes);
  }

  /** To be called before `wanted` vectors are asked for that must be there at one time. */
  makeRoom(wanted: number): void {
    if (this.#used + wanted * this.#classes > this.vectors.length) this.clear();
  }

  clear(): void {
    this.#begins.fill(0);
    this.#used = 0;
  }

  /** Where the vector of a key begins, -1 for a key not met. */
  find(key: number): number {
    return (this.#begins[key] ?? 0) - 1;
  }

  /** Keeps a copy of the scores; gives its beginning. */
  keep(key: number, scores: Int32Array): number {
    const begin = this.#used;
    this.vectors.set(scores, begin);
    this.#begins[key] = begin + 1;
    this.#used += this.#classes;
    return begin;
  }
}
