import { slot } from './hash.ts';

/** What a small net has learnt; its section of the model file holds the rows, the header all else. */
export interface NetHeader {
  /** log2 of the rows that values are hashed to. */
  readonly bits: number;
  /** Weights of a row: one a hidden unit. */
  readonly hidden: number;
  /** Weights of rows are this many times too large. */
  readonly scale: number;
  /** What a hidden unit starts from. */
  readonly bias: readonly number[];
  /** Three a hidden unit: what it says for nothing, the first class, the second. */
  readonly out: readonly number[];
  readonly outBias: readonly number[];
}

export interface NetRows {
  /** Where a row begins in `values`; -1 where it was too rare to learn. */
  readonly starts: Int32Array;
  readonly values: Int16Array | Float32Array;
}

export type SmallNet = NetHeader & NetRows;

/** No value of a field has this hash; it stands for all that were too rare. */
const RARE = -12345;

/** The row of a field's value. */
export function netRow(field: number, value: number, bits: number): number {
  return slot(field + 1, value, 32 - bits);
}

/** The row for values of a field that were too rare. */
export function rareRow(field: number, bits: number): number {
  return slot(field + 1, RARE, 32 - bits);
}

/**
 * Two classes against nothing, from fields with one value each: the rows of the values are added up, what is below zero is
 * cut, and the rest is weighed. It finds out by itself which values matter together.
 */
export class NetReader {
  readonly #net: SmallNet;
  readonly #units: Float32Array;
  readonly #bias: Float32Array;
  readonly #out: Float32Array;

  constructor(net: SmallNet) {
    this.#net = net;
    this.#units = new Float32Array(net.hidden);
    this.#bias = Float32Array.from(net.bias, (value) => value * net.scale);
    this.#out = Float32Array.from(net.out, (value) => value / net.scale);
  }

  /** Probabilities of both classes for the values of all fields, in order. */
  classify(values: readonly number[]): readonly [number, number] {
    return this.classifyOn(this.#bias, this.rows(values, 0));
  }

  /** Where the rows of some fields' values begin; `field` is the first of these fields. */
  rows(values: readonly number[], field: number): number[] {
    const { bits, starts } = this.#net;
    const found: number[] = [];
    for (let k = 0; k < values.length; k++) {
      let start = starts[netRow(field + k, values[k]!, bits)]!;
      if (start < 0) start = starts[rareRow(field + k, bits)]!;
      if (start >= 0) found.push(start);
    }
    return found;
  }

  /** The hidden units with the first fields' rows alone: what many answers have in common is added once. */
  begin(rows: readonly number[]): Float32Array {
    const units = this.#bias.slice();
    this.#add(rows, units);
    return units;
  }

  /** Goes on from hidden units that hold the fields before. Sums are rounded at every step, so rows come in the order of fields. */
  classifyOn(begun: Float32Array, rows: readonly number[]): readonly [number, number] {
    const units = this.#units;
    units.set(begun);
    this.#add(rows, units);
    const { hidden, outBias } = this.#net;
    let none = outBias[0]!;
    let first = outBias[1]!;
    let second = outBias[2]!;
    for (let j = 0; j < hidden; j++) {
      const unit = units[j]!;
      if (unit <= 0) continue;
      none += unit * this.#out[j * 3]!;
      first += unit * this.#out[j * 3 + 1]!;
      second += unit * this.#out[j * 3 + 2]!;
    }
    return shares(none, first, second);
  }

  /** Four units at a time, so that their sums stay in registers. */
  #add(rows: readonly number[], units: Float32Array): void {
    const { hidden, values } = this.#net;
    let j = 0;
    for (; j + 3 < hidden; j += 4) {
      let a = units[j]!;
      let b = units[j + 1]!;
      let c = units[j + 2]!;
      let d = units[j + 3]!;
      for (let k = 0; k < rows.length; k++) {
        const at = rows[k]! + j;
        a = Math.fround(a + values[at]!);
        b = Math.fround(b + values[at + 1]!);
        c = Math.fround(c + values[at + 2]!);
        d = Math.fround(d + values[at + 3]!);
      }
      units[j] = a;
      units[j + 1] = b;
      units[j + 2] = c;
      units[j + 3] = d;
    }
    for (; j < hidden; j++) for (let k = 0; k < rows.length; k++) units[j]! += values[rows[k]! + j]!;
  }
}

/** Shares of the second and the third of three exponentials. */
export function shares(none: number, first: number, second: number): readonly [number, number] {
  const most = Math.max(none, first, second);
  const a = Math.exp(first - most);
  const b = Math.exp(second - most);
  const all = Math.exp(none - most) + a + b;
  return [a / all, b / all];
}
