/** Room of a row when its first class moves; it doubles as the row fills. */
const ROOM = 4;

/**
 * Averaged perceptron for many classes, of which few have weights in a row: rows lie in one pool, each in one piece with its
 * classes, so that adding it up touches little memory.
 */
export class Perceptron {
  readonly #rows: number;
  readonly #stride: number;
  readonly #start: Int32Array;
  readonly #count: Int16Array;
  readonly #room: Int16Array;
  #classes = new Int16Array(1 << 16);
  #weights = new Float32Array(1 << 16);
  #sums = new Float64Array(1 << 16);
  #used = 0;
  #step = 1;

  constructor(rows: number, stride: number) {
    this.#rows = rows;
    this.#stride = stride;
    this.#start = new Int32Array(rows);
    this.#count = new Int16Array(rows);
    this.#room = new Int16Array(rows);
  }

  /** One decision has been taken. */
  tick(): void {
    this.#step++;
  }

  /** Adds the rows to the scores (one a class), which are cleared first; gives the best class, the first of equals. */
  best(rows: Int32Array, count: number, scores: Float32Array): number {
    const classes = this.#classes;
    const weights = this.#weights;
    scores.fill(0);
    for (let j = 0; j < count; j++) {
      const row = rows[j]!;
      const start = this.#start[row]!;
      for (let e = start, end = start + this.#count[row]!; e < end; e++) scores[classes[e]!]! += weights[e]!;
    }
    let best = 0;
    for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }

  /** Moves every row's weight from the wrong class to the right one. */
  update(rows: Int32Array, count: number, right: number, wrong: number): void {
    for (let j = 0; j < count; j++) {
      this.#move(rows[j]!, right, 1);
      this.#move(rows[j]!, wrong, -1);
    }
  }

  #move(row: number, c: number, by: number): void {
    const start = this.#start[row]!;
    const end = start + this.#count[row]!;
    let e = start;
    while (e < end && this.#classes[e] !== c) e++;
    if (e === end) e = this.#add(row, c);
    this.#weights[e]! += by;
    this.#sums[e]! += by * this.#step;
  }

  #add(row: number, c: number): number {
    if (this.#count[row] === this.#room[row]) this.#widen(row);
    const e = this.#start[row]! + this.#count[row]!;
    this.#count[row]!++;
    this.#classes[e] = c;
    return e;
  }

  /** Moves a row to where it has twice the room. */
  #widen(row: number): void {
    const from = this.#start[row]!;
    const to = this.#used;
    const count = this.#count[row]!;
    const room = Math.max(ROOM, this.#room[row]! * 2);
    this.#used += room;
    if (this.#used > this.#classes.length) this.#grow();
    this.#classes.copyWithin(to, from, from + count);
    this.#weights.copyWithin(to, from, from + count);
    this.#sums.copyWithin(to, from, from + count);
    this.#start[row] = to;
    this.#room[row] = room;
  }

  #grow(): void {
    const size = this.#classes.length * 2;
    const [classes, weights, sums] = [new Int16Array(size), new Float32Array(size), new Float64Array(size)];
    classes.set(this.#classes);
    weights.set(this.#weights);
    sums.set(this.#sums);
    this.#classes = classes;
    this.#weights = weights;
    this.#sums = sums;
  }

  /** Ends the training: every weight becomes its average over all steps so far. */
  average(): void {
    for (let e = 0; e < this.#used; e++) this.#weights[e] = this.#weights[e]! - this.#sums[e]! / this.#step;
  }

  /** All weights, row after row. */
  dense(): Float32Array {
    const out = new Float32Array(this.#rows * this.#stride);
    for (let row = 0; row < this.#rows; row++) {
      const start = this.#start[row]!;
      for (let k = 0; k < this.#count[row]!; k++) {
        out[row * this.#stride + this.#classes[start + k]!] = this.#weights[start + k]!;
      }
    }
    return out;
  }
}
