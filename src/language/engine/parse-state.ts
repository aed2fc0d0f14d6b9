/** Actions of the arc-hybrid system; the artificial root stands behind the last word. */
export const SHIFT = 0;
/** The stack's top becomes a child of the next word. */
export const LEFT = 1;
/** The stack's top becomes a child of the word below it. */
export const RIGHT = 2;

/** A sentence while it is parsed. Nodes: 0 none, 1..n words, n + 1 root. Arrays are kept from sentence to sentence. */
export class ParseState {
  length = 0;
  /** Annotation style, 0 for none. */
  style = 0;
  /** Templates over dictionary readings are used. */
  dictionary = false;
  depth = 0;
  next = 1;
  #capacity = 0;
  stack = new Int32Array(0);
  head = new Int32Array(0);
  label = new Int32Array(0);
  /** Outermost and second outermost children on each side, and how many there are. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Hashes the features are made of: word, tag, part of speech, suffix. */
  word = new Int32Array(0);
  tag = new Int32Array(0);
  part = new Int32Array(0);
  suffix = new Int32Array(0);
  /** What a dictionary says the form may be: the tagger's case may be wrong. */
  reading = new Int32Array(0);

  /** Empties the state for a sentence of `length` words; the caller fills word, tag, part and suffix of 1..length. */
  reset(length: number): void {
    if (length + 4 > this.#capacity) this.#allocate(Math.max(256, length * 2));
    const end = length + 3;
    this.head.fill(-1, 0, end);
    this.label.fill(-1, 0, end);
    this.left1.fill(0, 0, end);
    this.left2.fill(0, 0, end);
    this.right1.fill(0, 0, end);
    this.right2.fill(0, 0, end);
    this.leftCount.fill(0, 0, end);
    this.rightCount.fill(0, 0, end);
    this.#border(0, 999);
    this.#border(length + 1, 998);
    this.#border(length + 2, 999);
    this.length = length;
    this.depth = 0;
    this.next = 1;
  }

  get done(): boolean {
    return this.depth === 0 && this.next === this.length + 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Takes the top off the stack and gives it to its head under LEFT or RIGHT. */
  attach(action: number, label: number): void {
    const child = this.stack[--this.depth]!;
    if (action === LEFT) this.#addLeft(this.next, child);
    else this.#addRight(this.stack[this.depth - 1]!, child);
    this.label[child] = label;
  }

  #addLeft(head: number, child: number): void {
    this.head[child] = head;
    this.leftCount[head]!++;
    const outer = this.left1[head]!;
    if (outer === 0 || child < outer) {
      this.left2[head] = outer;
      this.left1[head] = child;
    } else if (this.left2[head] === 0 || child < this.left2[head]!) this.left2[head] = child;
  }

  #addRight(head: number, child: number): void {
    this.head[child] = head;
    this.rightCount[head]!++;
    const outer = this.right1[head]!;
    if (outer === 0 || child > outer) {
      this.right2[head] = outer;
      this.right1[head] = child;
    } else if (this.right2[head] === 0 || child > this.right2[head]!) this.right2[head] = child;
  }

  #border(node: number, value: number): void {
    this.word[node] = value;
    this.tag[node] = value;
    this.part[node] = value;
    this.suffix[node] = value;
    this.reading[node] = value;
  }

  #allocate(capacity: number): void {
    this.#capacity = capacity;
    const fresh = (): Int32Array<ArrayBuffer> => new Int32Array(capacity);
    this.stack = fresh();
    this.head = fresh();
    this.label = fresh();
    this.left1 = fresh();
    this.left2 = fresh();
    this.right1 = fresh();
    this.right2 = fresh();
    this.leftCount = fresh();
    this.rightCount = fresh();
    this.word = fresh();
    this.tag = fresh();
    this.part = fresh();
    this.suffix = fresh();
    this.reading = fresh();
  }
}
