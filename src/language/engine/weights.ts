/** Rows of a linear model with many classes: only the weights that are not zero, each (value << 9) | class. */
export interface SparseRows {
  /** Row r holds entries starts[r] .. starts[r + 1]. */
  readonly starts: Int32Array;
  readonly entries: Int32Array;
}

/** Adds the rows to `scores` (one a class), which is cleared first. */
export function scoreRows(rows: SparseRows, features: Int32Array, count: number, scores: Int32Array): void {
  const { starts, entries } = rows;
  scores.fill(0);
  for (let j = 0; j < count; j++) {
    const row = features[j]!;
    const end = starts[row + 1]!;
    for (let e = starts[row]!; e < end; e++) {
      const entry = entries[e]!;
      scores[entry & 511]! += entry >> 9;
    }
  }
}

/** Weights are stored as the signed square root in 8 bits: small ones keep their proportions. */
export function decodeWeight(code: number): number {
  return code < 0 ? -(code * code) : code * code;
}
