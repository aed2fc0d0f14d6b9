const FULLEST = 0.6;

/** Cells of a slot: node, word, target and one unused, so that a slot never lies across two lines of the processor's cache. */
const CELLS = 4;

/** The edges of a trie, (node, word) -> node, in one flat table: no object an edge, and one place in memory for each. */
export class EdgeTable {
  #size = 0;
  #mask: number;
  #cells: Int32Array;

  /** Room for about 2 ** bits edges; it grows when there are more. */
  constructor(bits: number) {
    const length = 2 ** bits;
    this.#mask = length - 1;
    this.#cells = new Int32Array(length * CELLS).fill(-1);
  }

  /** The node an edge leads to, -1 if there is none. */
  get(node: number, word: number): number {
    const cells = this.#cells;
    for (let at = this.#slot(node, word); ; at = (at + 1) & this.#mask) {
      const found = cells[at * CELLS]!;
      if (found < 0) return -1;
      if (found === node && cells[at * CELLS + 1] === word) return cells[at * CELLS + 2]!;
    }
  }

  /** Adds an edge that is not there yet. */
  set(node: number, word: number, target: number): void {
    if (this.#size >= (this.#mask + 1) * FULLEST) this.#grow();
    this.#put(node, word, target);
    this.#size++;
  }

  #put(node: number, word: number, target: number): void {
    let at = this.#slot(node, word);
    while (this.#cells[at * CELLS]! >= 0) at = (at + 1) & this.#mask;
    const cell = at * CELLS;
    this.#cells[cell] = node;
    this.#cells[cell + 1] = word;
    this.#cells[cell + 2] = target;
  }

  #slot(node: number, word: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  #grow(): void {
    const old = this.#cells;
    const length = (this.#mask + 1) * 4;
    this.#mask = length - 1;
    this.#cells = new Int32Array(length * CELLS).fill(-1);
    for (let at = 0; at < old.length; at += CELLS) if (old[at]! >= 0) this.#put(old[at]!, old[at + 1]!, old[at + 2]!);
  }
}
