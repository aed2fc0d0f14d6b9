import { ACTION_FEATURES, actionFeatures } from '../src/language/engine/action-features.ts';
import { type Arc, LABEL_FEATURES, labelFeatures } from '../src/language/engine/label-features.ts';
import { LEFT, ParseState, SHIFT } from '../src/language/engine/parse-state.ts';
import { actionCosts, IMPOSSIBLE } from './oracle.ts';
import { Perceptron } from './perceptron.ts';
import { range, seededRandom, shuffle } from './random.ts';

/** A sentence with what the parser sees of it; arrays hold n + 1 entries, words 1..n. */
export interface ParseSample {
  readonly length: number;
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly part: Int32Array;
  readonly suffix: Int32Array;
  /** Projective heads (n + 1 is the root) and labels. */
  readonly head: Int32Array;
  readonly label: Int32Array;
}

export interface ParseSetting {
  readonly labels: number;
  readonly bits: number;
  readonly labelBits: number;
  readonly rounds: number;
}

/** Chance of following the parser's own wrong action, from the second round on. */
const EXPLORE = 0.9;

export class ParseTrainer {
  readonly #setting: ParseSetting;
  readonly #actions: Perceptron;
  readonly #labels: Perceptron;
  readonly #state = new ParseState();
  readonly #rows = new Int32Array(ACTION_FEATURES);
  readonly #labelRows = new Int32Array(LABEL_FEATURES);
  readonly #scores: Float32Array;
  readonly #actionScores = new Float32Array(3);
  readonly #costs = new Float64Array(3);
  readonly #arc: Arc = { head: 0, child: 0 };
  readonly #random = seededRandom(11);

  constructor(setting: ParseSetting) {
    this.#setting = setting;
    this.#actions = new Perceptron(1 << setting.bits, 4);
    this.#labels = new Perceptron(1 << setting.labelBits, setting.labels);
    this.#scores = new Float32Array(setting.labels);
  }

  /** Weights of actions (stride 4) and labels. */
  train(samples: readonly ParseSample[]): { readonly actions: Float32Array; readonly labels: Float32Array } {
    const order = range(samples.length);
    for (let round = 0; round < this.#setting.rounds; round++) {
      shuffle(order, this.#random);
      for (const s of order) this.#learn(samples[s]!, round > 0 ? EXPLORE : 0);
    }
    return { actions: this.#actions.average(), labels: this.#labels.average() };
  }

  #learn(sample: ParseSample, explore: number): void {
    const state = this.#state;
    state.reset(sample.length);
    for (let i = 1; i <= sample.length; i++) {
      state.word[i] = sample.word[i]!;
      state.tag[i] = sample.tag[i]!;
      state.part[i] = sample.part[i]!;
      state.suffix[i] = sample.suffix[i]!;
    }
    while (!state.done) {
      const action = this.#act(sample, explore);
      if (action === SHIFT) state.shift();
      else state.attach(action, this.#label(sample, action));
    }
  }

  #act(sample: ParseSample, explore: number): number {
    const state = this.#state;
    if (state.depth === 0) return SHIFT;
    if (state.next > state.length && state.depth === 1) return LEFT;
    const count = actionFeatures(state, 32 - this.#setting.bits, this.#rows);
    const scores = this.#actionScores;
    const { weights } = this.#actions;
    scores.fill(0);
    for (let j = 0; j < count; j++) {
      const row = this.#rows[j]!;
      for (let a = 0; a < 3; a++) scores[a]! += weights[row + a]!;
    }
    actionCosts(state, sample.head, this.#costs);
    const least = Math.min(this.#costs[0]!, this.#costs[1]!, this.#costs[2]!);
    let best = -1;
    let right = -1;
    for (let a = 0; a < 3; a++) {
      if (this.#costs[a]! >= IMPOSSIBLE) continue;
      if (best < 0 || scores[a]! > scores[best]!) best = a;
      if (this.#costs[a] === least && (right < 0 || scores[a]! > scores[right]!)) right = a;
    }
    const wrong = this.#costs[best] !== least;
    if (wrong) this.#actions.update(this.#rows, count, right, best);
    this.#actions.tick();
    return wrong && !(this.#random() < explore) ? right : best;
  }

  #label(sample: ParseSample, action: number): number {
    const state = this.#state;
    const arc = this.#arc;
    arc.child = state.stack[state.depth - 1]!;
    arc.head = action === LEFT ? state.next : state.stack[state.depth - 2]!;
    const { labels, labelBits } = this.#setting;
    const count = labelFeatures(state, arc, 32 - labelBits, this.#labelRows);
    const scores = this.#scores;
    const { weights } = this.#labels;
    scores.fill(0);
    for (let j = 0; j < count; j++) {
      this.#labelRows[j] = this.#labelRows[j]! * labels;
      const row = this.#labelRows[j]!;
      for (let c = 0; c < labels; c++) scores[c]! += weights[row + c]!;
    }
    let best = 0;
    for (let c = 1; c < labels; c++) if (scores[c]! > scores[best]!) best = c;
    if (sample.head[arc.child] !== arc.head) return best;
    const right = sample.label[arc.child]!;
    if (right !== best) this.#labels.update(this.#labelRows, count, right, best);
    this.#labels.tick();
    return best;
  }
}
