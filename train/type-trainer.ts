import { SLOTS } from '../src/code/settle/weights.ts';
import type { TypeExample } from './type-examples.ts';

/** Sums of squared gradients begin at `first`: from 1 a word seen two or three times would hardly count; by cross-validation. */
const OPTIONS = { epochs: 3, rate: 0.08, decay: 1e-4, first: 0.1 };
/** Errors this small move nothing. */
const NOTHING = 1e-3;

/** A log-linear model over types and "no act", by AdaGrad in fixed orders: the mean of so many. */
export function trainTypes(examples: readonly TypeExample[], columns: number, orders = ORDERS.length): Float32Array {
  const models = ORDERS.slice(0, orders).map((order) => trainOnce(examples, columns, order));
  return models[0]!.map((_, i) => models.reduce((sum, rows) => sum + rows[i]!, 0) / models.length);
}

/** Steps through the examples, each an order of its own: one alone makes single answers a matter of luck. */
const ORDERS = [7919, 7907, 7901, 7883, 7879];

function trainOnce(examples: readonly TypeExample[], columns: number, order: number): Float32Array {
  const rows = new Float32Array(SLOTS * columns);
  const squares = new Float32Array(SLOTS * columns).fill(OPTIONS.first);
  const shares = new Float64Array(columns);
  for (let epoch = 0; epoch < OPTIONS.epochs; epoch++) {
    for (let n = 0; n < examples.length; n++) {
      const { slots, values, right } = examples[(n * order + epoch * 104_729) % examples.length]!;
      sharesInto(shares, rows, columns, slots, values);
      let total = 0;
      for (const column of new Set(right)) total += shares[column]!;
      for (let c = 0; c < columns; c++) {
        const error = (right.includes(c) ? shares[c]! / total : 0) - shares[c]!;
        if (Math.abs(error) < NOTHING) continue;
        for (let k = 0; k < slots.length; k++) {
          const at = slots[k]! * columns + c;
          const gradient = error * values[k]! - OPTIONS.decay * rows[at]!;
          squares[at]! += gradient * gradient;
          rows[at]! += (OPTIONS.rate * gradient) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  return rows;
}

function sharesInto(
  shares: Float64Array,
  rows: Float32Array,
  columns: number,
  slots: Uint32Array,
  values: Float32Array,
): void {
  shares.fill(0);
  for (let k = 0; k < slots.length; k++) {
    const row = slots[k]! * columns;
    const value = values[k]!;
    for (let c = 0; c < columns; c++) shares[c]! += rows[row + c]! * value;
  }
  let top = shares[0]!;
  for (const one of shares) if (one > top) top = one;
  let sum = 0;
  for (let c = 0; c < columns; c++) sum += shares[c] = Math.exp(shares[c]! - top);
  for (let c = 0; c < columns; c++) shares[c]! /= sum;
}
