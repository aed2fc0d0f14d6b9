import { ACTION_FEATURES, meetingFeatures } from './action-features.ts';
import type { Model } from './model-file.ts';
import type { ParseState } from './parse-state.ts';
import { bufferFeatures, stackFeatures } from './stack-features.ts';
import { DECODED } from './weights.ts';

/** Three sums and a pad. */
const STRIDE = 4;

/** The scores of the three actions. */
export class ActionScorer {
  shift = 0;
  left = 0;
  right = 0;
  /** Codes of a row in one number. */
  readonly #codes: Int32Array;
  /** Or its weights, four places a row. */
  readonly #weights: Int16Array | undefined;
  readonly #z: number;
  readonly #rows = new Int32Array(ACTION_FEATURES);
  /** Codes of the rows that are asked for: most are not in the cache, and read in a row of their own the processor waits for many at once. */
  readonly #found = new Int32Array(ACTION_FEATURES);
  /** Of every word what it adds as the stack's top, with those below it. */
  #stack = new Int32Array(0);
  readonly #buffer = new Int32Array(STRIDE);

  constructor({ actionWeights, bits }: Model) {
    const isPacked = actionWeights instanceof Int32Array;
    this.#codes = isPacked ? actionWeights : new Int32Array(0);
    this.#weights = isPacked ? undefined : actionWeights;
    this.#z = 32 - bits[1];
  }

  /** To be called after every SHIFT: what the new top and the new next word add to all scores until the next one. */
  shifted(state: ParseState): void {
    const at = (state.next - 1) * STRIDE;
    if (at + STRIDE > this.#stack.length) this.#grow(state.length);
    this.#add(stackFeatures(state, this.#z, this.#rows, 0));
    this.#note(this.#stack, at);
    this.#add(bufferFeatures(state, this.#z, this.#rows, 0));
    this.#note(this.#buffer, 0);
  }

  /** Half of the features are in the sums already (with codes in place of weights: the whole analysis 1.07 times as fast). */
  score(state: ParseState): void {
    this.#add(meetingFeatures(state, this.#z, this.#rows, 0));
    const at = state.stack[state.depth - 1]! * STRIDE;
    this.shift += this.#stack[at]! + this.#buffer[0]!;
    this.left += this.#stack[at + 1]! + this.#buffer[1]!;
    this.right += this.#stack[at + 2]! + this.#buffer[2]!;
  }

  #add(count: number): void {
    if (this.#weights !== undefined) {
      this.#addWeights(this.#weights, count);
      return;
    }
    const rows = this.#rows;
    const table = this.#codes;
    const found = this.#found;
    for (let j = 0; j < count; j++) found[j] = table[rows[j]! >> 2]!;
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let j = 0; j < count; j++) {
      const codes = found[j]!;
      shift += DECODED[codes & 255]!;
      left += DECODED[(codes >> 8) & 255]!;
      right += DECODED[(codes >> 16) & 255]!;
    }
    this.shift = shift;
    this.left = left;
    this.right = right;
  }

  #addWeights(weights: Int16Array, count: number): void {
    const rows = this.#rows;
    let shift = 0;
    let left = 0;
    let right = 0;
    for (let j = 0; j < count; j++) {
      const row = rows[j]!;
      shift += weights[row]!;
      left += weights[row + 1]!;
      right += weights[row + 2]!;
    }
    this.shift = shift;
    this.left = left;
    this.right = right;
  }

  #note(sums: Int32Array, at: number): void {
    sums[at] = this.shift;
    sums[at + 1] = this.left;
    sums[at + 2] = this.right;
  }

  #grow(length: number): void {
    const grown = new Int32Array((length + 2) * 2 * STRIDE);
    grown.set(this.#stack);
    this.#stack = grown;
  }
}
