/** Averaged perceptron for few classes: every row holds all. The running weights, and the sum needed to average them at the end. */
export class DensePerceptron {
  readonly weights: Float32Array;
  readonly #sums: Float64Array;
  readonly stride: number;
  #step = 1;

  constructor(rows: number, stride: number) {
    this.stride = stride;
    this.weights = new Float32Array(rows * stride);
    this.#sums = new Float64Array(rows * stride);
  }

  /** One decision has been taken. */
  tick(): void {
    this.#step++;
  }

  /** Moves every feature's weight from the wrong class to the right one; `features` are row numbers times stride. */
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let j = 0; j < count; j++) {
      const row = features[j]!;
      this.weights[row + right]! += 1;
      this.weights[row + wrong]! -= 1;
      this.#sums[row + right]! += this.#step;
      this.#sums[row + wrong]! -= this.#step;
    }
  }

  /** The average over all steps so far. */
  average(): Float32Array {
    return this.weights.map((weight, i) => weight - this.#sums[i]! / this.#step);
  }
}
