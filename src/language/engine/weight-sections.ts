import type { NetRows } from './small-net.ts';
import { DECODED, type SparseRows } from './weights.ts';

/** Rows with so few classes say which they hold in one byte. */
export const NARROW = 8;
/** The class of a weight is a byte. */
export const MOST_CLASSES = 256;

/**
 * Reads weight sections one after the other. A section: numbers of rows and of weights, lengths of the first two streams
 * (u32 LE each), then the streams: gaps between rows that hold weights (varints); how many weights each holds (varints) or,
 * of at most NARROW classes, which (a byte, one bit a class); the classes, if more than NARROW (bytes); the weights (bytes,
 * signed square roots). Throws RangeError where the data end too early.
 */
export class SectionReader {
  readonly #data: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  /** Rows of many classes, of which few have weights. */
  sparse(size: number): SparseRows {
    const { rows, weights, gaps, counts } = this.#open();
    const classes = this.#take(weights);
    const codes = this.#take(weights);
    const entries = new Int32Array(weights);
    for (let e = 0; e < weights; e++) entries[e] = (DECODED[codes[e]!]! << 9) | classes[e]!;
    return { starts: startsOf({ gaps, counts, rows, size }), entries };
  }

  /** Rows of four weights each. */
  dense(size: number): Int16Array {
    const packed = this.packed(size);
    const out = new Int16Array(size * 4);
    for (let row = 0; row < size; row++)
      for (let c = 0, left = packed[row]!; left !== 0; c++, left >>>= 8) out[row * 4 + c] = DECODED[left & 255]!;
    return out;
  }

  /** The same as codes, a row in one number, its first weight in the lowest byte: half the memory to reach into. */
  packed(size: number): Int32Array {
    const { rows, weights, gaps, counts: masks } = this.#open();
    const codes = this.#take(weights);
    const out = new Int32Array(size);
    let at = 0;
    let row = -1;
    let g = 0;
    for (let r = 0; r < rows; r++) {
      let gap = gaps[g++]!;
      if (gap > 127) {
        const rest = varintBehind(gaps, g);
        gap = (gap & 127) + (rest.value << 7);
        g = rest.next;
      }
      row += 1 + gap;
      let packed = 0;
      for (let mask = masks[r]!, c = 0; mask > 0; mask >>= 1, c += 8) if (mask & 1) packed |= codes[at++]! << c;
      out[row] = packed;
    }
    return out;
  }

  /** Rows of `width` weights each, of which all are kept; the numbers of a row's weights are not written. */
  table(size: number, width: number): NetRows {
    const { rows, weights, gaps } = this.#open();
    if (weights !== rows * width) throw new RangeError('rows of another width');
    const codes = this.#take(weights);
    const starts = new Int32Array(size).fill(-1);
    let row = -1;
    let g = 0;
    for (let r = 0; r < rows; r++) {
      let gap = gaps[g++]!;
      if (gap > 127) {
        const rest = varintBehind(gaps, g);
        gap = (gap & 127) + (rest.value << 7);
        g = rest.next;
      }
      row += 1 + gap;
      starts[row] = r * width;
    }
    // a plain loop: `Int16Array.from` with a function takes ten times as long
    const values = new Int16Array(codes.length);
    for (let i = 0; i < codes.length; i++) values[i] = DECODED[codes[i]!]!;
    return { starts, values };
  }

  #open(): { rows: number; weights: number; gaps: Uint8Array; counts: Uint8Array } {
    const view = this.#view;
    const at = this.#at;
    const rows = view.getUint32(at, true);
    const weights = view.getUint32(at + 4, true);
    const gapBytes = view.getUint32(at + 8, true);
    const countBytes = view.getUint32(at + 12, true);
    this.#at = at + 16;
    return { rows, weights, gaps: this.#take(gapBytes), counts: this.#take(countBytes) };
  }

  /** The next bytes, not copied. */
  #take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#data.length) throw new RangeError('a section ends too early');
    const bytes = this.#data.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }
}

interface Layout {
  readonly gaps: Uint8Array;
  readonly counts: Uint8Array;
  readonly rows: number;
  readonly size: number;
}

/** Where each row's weights begin; most gaps and counts take one byte. */
function startsOf({ gaps, counts, rows, size }: Layout): Int32Array {
  const starts = new Int32Array(size + 1);
  let at = 0;
  let row = 0;
  let g = 0;
  let c = 0;
  for (let r = 0; r < rows; r++) {
    let gap = gaps[g++]!;
    if (gap > 127) {
      const rest = varintBehind(gaps, g);
      gap = (gap & 127) + (rest.value << 7);
      g = rest.next;
    }
    for (const end = row + gap; row <= end; row++) starts[row] = at;
    let count = counts[c++]!;
    if (count > 127) {
      const rest = varintBehind(counts, c);
      count = (count & 127) + (rest.value << 7);
      c = rest.next;
    }
    at += count;
  }
  return starts.fill(at, row);
}

/** The later bytes of a number whose first says that there are more. */
function varintBehind(bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let shift = 0;
  for (let next = from; next < bytes.length; shift += 7) {
    const byte = bytes[next++]!;
    value |= (byte & 127) << shift;
    if (byte < 128) return { value, next };
  }
  throw new RangeError('a number ends too early');
}
