import { netRow, rareRow, type SmallNet, shares } from '../src/language/engine/small-net.ts';
import { range, seededRandom, shuffle } from './random.ts';

export interface NetSample {
  /** One value a field. */
  readonly values: readonly number[];
  /** 0 nothing, 1 the first class, 2 the second. */
  readonly answer: number;
}

export interface NetSetting {
  readonly bits: number;
  readonly hidden: number;
  readonly rounds: number;
  /** Values seen less often are all the same to the net. */
  readonly least: number;
  /** Share of fields that a step leaves out: the net must not lean on any of them. */
  readonly fieldDrop: number;
  readonly seed: number;
}

const RATE = 0.03;
/** Squares begin here: the first steps are not too long. */
const FIRST_SQUARE = 0.1;
const DECAY = 1e-4;
/** The same for hidden units. */
const UNIT_DROP = 0.2;
/** An answer as near as this teaches nothing. */
const CLOSE = 0.004;

/** Trains a small net: AdaGrad, the same order on every machine. */
export function trainNet(samples: readonly NetSample[], setting: NetSetting): SmallNet {
  return new NetTrainer(samples, setting).train();
}

/** Weights with the sum of their squared gradients. */
class Learner {
  readonly weights: Float32Array;
  readonly #squares: Float32Array;

  constructor(length: number, first: () => number) {
    this.weights = Float32Array.from({ length }, first);
    this.#squares = new Float32Array(length).fill(FIRST_SQUARE);
  }

  move(i: number, gradient: number): void {
    const square = this.#squares[i]! + gradient * gradient;
    this.#squares[i] = square;
    this.weights[i] = this.weights[i]! + (RATE * gradient) / Math.sqrt(square);
  }

  /** Moves, and a little towards zero. */
  shrink(i: number, gradient: number): void {
    this.move(i, gradient - DECAY * this.weights[i]!);
  }
}

class NetTrainer {
  readonly #setting: NetSetting;
  readonly #random: () => number;
  readonly #answers: Uint8Array;
  readonly #rows: readonly Int32Array[];
  readonly #starts: Int32Array;
  readonly #table: Learner;
  readonly #bias: Learner;
  readonly #out: Learner;
  readonly #outBias: Learner;
  readonly #units: Float32Array;
  readonly #steps: Float32Array;
  readonly #kept: Int32Array;

  constructor(samples: readonly NetSample[], setting: NetSetting) {
    const { hidden, seed } = setting;
    const random = seededRandom(seed);
    this.#setting = setting;
    this.#random = random;
    this.#answers = Uint8Array.from(samples, ({ answer }) => answer);
    const { starts, rows } = placeRows(samples, setting);
    this.#starts = starts;
    this.#rows = rows;
    const used = starts.reduce((most, start) => Math.max(most, start + hidden), 0);
    this.#table = new Learner(used, () => (random() - 0.5) * 0.15);
    this.#bias = new Learner(hidden, () => 0.05);
    this.#out = new Learner(hidden * 3, () => (random() - 0.5) * 0.4);
    this.#outBias = new Learner(3, () => 0);
    this.#units = new Float32Array(hidden);
    this.#steps = new Float32Array(hidden);
    this.#kept = new Int32Array(Math.max(1, samples[0]?.values.length ?? 0));
  }

  train(): SmallNet {
    const order = range(this.#rows.length);
    for (let round = 0; round < this.#setting.rounds; round++) {
      shuffle(order, this.#random);
      for (const r of order) this.#learn(this.#rows[r]!, this.#answers[r]!);
    }
    const { bits, hidden } = this.#setting;
    return {
      bits,
      hidden,
      scale: 1,
      starts: this.#starts,
      values: this.#table.weights,
      bias: [...this.#bias.weights],
      out: [...this.#out.weights],
      outBias: [...this.#outBias.weights],
    };
  }

  #learn(rows: Int32Array, answer: number): void {
    const kept = this.#choose(rows);
    const errors = this.#errors(kept, rows.length / kept, answer);
    if (Math.abs(errors[0]) < CLOSE) return;
    const units = this.#units;
    const steps = this.#steps;
    const { weights } = this.#out;
    const { hidden } = this.#setting;
    steps.fill(0);
    for (let j = 0; j < hidden; j++) {
      if (units[j] === 0) continue;
      let step = 0;
      for (let c = 0; c < 3; c++) {
        step += weights[j * 3 + c]! * errors[c]!;
        this.#out.shrink(j * 3 + c, errors[c]! * units[j]!);
      }
      steps[j] = step / (1 - UNIT_DROP);
      this.#bias.move(j, steps[j]!);
    }
    for (let c = 0; c < 3; c++) this.#outBias.move(c, errors[c]!);
    for (let k = 0; k < kept; k++) {
      const start = this.#kept[k]!;
      for (let j = 0; j < hidden; j++) if (steps[j] !== 0) this.#table.shrink(start + j, steps[j]!);
    }
  }

  /** The rows of most fields; gives their number, at least one. */
  #choose(rows: Int32Array): number {
    const { fieldDrop } = this.#setting;
    let kept = 0;
    for (const start of rows) if (this.#random() >= fieldDrop) this.#kept[kept++] = start;
    if (kept === 0) this.#kept[kept++] = rows[0]!;
    return kept;
  }

  /** How much each answer should have been likelier; leaves the hidden units, 0 where cut or left out. */
  #errors(kept: number, scale: number, answer: number): readonly [number, number, number] {
    const units = this.#units;
    const { hidden } = this.#setting;
    const table = this.#table.weights;
    const out = this.#out.weights;
    units.set(this.#bias.weights);
    for (let k = 0; k < kept; k++) {
      const start = this.#kept[k]!;
      for (let j = 0; j < hidden; j++) units[j]! += scale * table[start + j]!;
    }
    const sums = Array.from(this.#outBias.weights);
    for (let j = 0; j < hidden; j++) {
      const on = units[j]! > 0 && this.#random() >= UNIT_DROP;
      const unit = on ? units[j]! / (1 - UNIT_DROP) : 0;
      units[j] = unit;
      for (let c = 0; on && c < 3; c++) sums[c]! += unit * out[j * 3 + c]!;
    }
    const [first, second] = shares(sums[0]!, sums[1]!, sums[2]!);
    const wanted = (c: number): number => (answer === c ? 1 : 0);
    return [wanted(0) - (1 - first - second), wanted(1) - first, wanted(2) - second];
  }
}

/** Where the rows that are common enough begin, one behind the other, and those of each sample. */
function placeRows(
  samples: readonly NetSample[],
  { bits, hidden, least }: NetSetting,
): { readonly starts: Int32Array; readonly rows: readonly Int32Array[] } {
  const counts = new Int32Array(1 << bits);
  const places = samples.map(({ values }) => Int32Array.from(values, (value, field) => netRow(field, value, bits)));
  for (const place of places) for (const row of place) counts[row]!++;
  const isRare = Uint8Array.from(counts, (count) => (count < least ? 1 : 0));
  for (const place of places) {
    for (const [field, row] of place.entries()) if (isRare[row] === 1) place[field] = rareRow(field, bits);
  }
  const used = new Uint8Array(1 << bits);
  for (const place of places) for (const row of place) used[row] = 1;
  const starts = new Int32Array(1 << bits).fill(-1);
  let next = 0;
  for (const [row, one] of used.entries()) {
    if (one === 0) continue;
    starts[row] = next;
    next += hidden;
  }
  return { starts, rows: places.map((place) => place.map((row) => starts[row]!)) };
}
