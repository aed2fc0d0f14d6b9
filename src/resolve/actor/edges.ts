const FULLEST = 0.6;

/** The edges of a trie, (node, word) -> node, in flat tables: no object an edge. */
export class EdgeTable {
  #size = 0;
  #mask: number;
  #nodes: Int32Array;
  #words: Int32Array;
  #targets: Int32Array;

  /** Room for about 2 ** bits edges; it grows when there are more. */
  constructor(bits: number) {
    const length = 2 ** bits;
    this.#mask = length - 1;
    this.#nodes = new Int32Array(length).fill(-1);
    this.#words = new Int32Array(length);
    this.#targets = new Int32Array(length);
  }

  /** The node an edge leads to, -1 if there is none. */
  get(node: number, word: number): number {
    for (let at = this.#slot(node, word); ; at = (at + 1) & this.#mask) {
      const found = this.#nodes[at]!;
      if (found < 0) return -1;
      if (found === node && this.#words[at] === word) return this.#targets[at]!;
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
    while (this.#nodes[at]! >= 0) at = (at + 1) & this.#mask;
    this.#nodes[at] = node;
    this.#words[at] = word;
    this.#targets[at] = target;
  }

  #slot(node: number, word: number): number {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }

  #grow(): void {
    const [nodes, words, targets] = [this.#nodes, this.#words, this.#targets];
    const length = nodes.length * 4;
    this.#mask = length - 1;
    this.#nodes = new Int32Array(length).fill(-1);
    this.#words = new Int32Array(length);
    this.#targets = new Int32Array(length);
    for (let at = 0; at < nodes.length; at++) if (nodes[at]! >= 0) this.#put(nodes[at]!, words[at]!, targets[at]!);
  }
}
