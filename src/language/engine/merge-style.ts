import { slot } from './hash.ts';
import { DECODED, type SparseRows } from './weights.ts';

/** Number of the first feature template of annotation styles (see `addStyleRows`). */
const STYLES = 100;

/** The row of the copy that a row has for one annotation style. */
function styleRow(row: number, style: number, shift: number): number {
  return slot(STYLES + style, row, shift);
}

/**
 * A model answers in one style only: each row with its copy for that style added, so that a feature is looked up once
 * instead of twice. All sums stay the same. `size` is the number of rows.
 */
export function mergeSparse({ starts, entries }: SparseRows, style: number): SparseRows {
  const size = starts.length - 1;
  const shift = Math.clz32(size) + 1;
  const begins = new Int32Array(size + 1);
  for (let row = 0; row < size; row++) {
    const copy = styleRow(row, style, shift);
    begins[row + 1] = begins[row]! + starts[row + 1]! - starts[row]! + starts[copy + 1]! - starts[copy]!;
  }
  const merged = new Int32Array(begins[size]!);
  for (let row = 0, at = 0; row < size; row++) {
    const copy = styleRow(row, style, shift);
    for (let e = starts[row]!; e < starts[row + 1]!; e++) merged[at++] = entries[e]!;
    for (let e = starts[copy]!; e < starts[copy + 1]!; e++) merged[at++] = entries[e]!;
  }
  return { starts: begins, entries: merged };
}

/**
 * The same for the rows of actions, whose copies are named by their offset (four places a row); gives the weights
 * themselves: sums of two need more than a byte.
 */
export function mergePacked(codes: Int32Array, style: number): Int16Array {
  const shift = Math.clz32(codes.length) + 1;
  const sums = new Int16Array(codes.length * 4);
  for (let row = 0; row < codes.length; row++) {
    const own = codes[row]!;
    const copy = codes[styleRow(row * 4, style, shift)]!;
    for (let c = 0; c < 3; c++)
      sums[row * 4 + c] = DECODED[(own >> (8 * c)) & 255]! + DECODED[(copy >> (8 * c)) & 255]!;
  }
  return sums;
}
