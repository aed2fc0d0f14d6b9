import { ACTION_FEATURES, actionFeatures } from '../src/language/engine/action-features.ts';
import { type Arc, LABEL_FEATURES, labelFeatures } from '../src/language/engine/label-features.ts';
import { LEFT, ParseState, SHIFT } from '../src/language/engine/parse-state.ts';
import {
  ChildSummary,
  RELABEL_FEATURES,
  relabelFeatures,
  type TreeArc,
} from '../src/language/engine/relabel-features.ts';
import { DensePerceptron } from './dense-perceptron.ts';
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
  readonly reading: Int32Array;
  /** Projective heads (n + 1 is the root) and labels. */
  readonly head: Int32Array;
  readonly label: Int32Array;
  readonly style: number;
}

export interface ParseSetting {
  readonly labels: readonly string[];
  readonly dictionary: boolean;
  readonly bits: number;
  readonly labelBits: number;
  readonly relabelBits: number;
  readonly rounds: number;
}

/** Weights of actions (four a row) and of labels at first and second sight. */
export interface ParseWeights {
  readonly actions: Float32Array;
  readonly labels: Float32Array;
  readonly relabels: Float32Array;
}

/** Chance of following the parser's own wrong action, from the second round on. */
const EXPLORE = 0.9;

export class ParseTrainer {
  readonly #setting: ParseSetting;
  readonly #actions: DensePerceptron;
  readonly #labels: Perceptron;
  readonly #relabels: Perceptron;
  readonly #treeArc: TreeArc;
  readonly #relabelRows = new Int32Array(RELABEL_FEATURES);
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
    this.#actions = new DensePerceptron(1 << setting.bits, 4);
    this.#labels = new Perceptron(1 << setting.labelBits, setting.labels.length);
    this.#relabels = new Perceptron(1 << setting.relabelBits, setting.labels.length);
    this.#scores = new Float32Array(setting.labels.length);
    this.#treeArc = { head: 0, child: 0, children: new ChildSummary(setting.labels) };
  }

  train(samples: readonly ParseSample[]): ParseWeights {
    const order = range(samples.length);
    for (let round = 0; round < this.#setting.rounds; round++) {
      shuffle(order, this.#random);
      for (const s of order) this.#learn(samples[s]!, round > 0 ? EXPLORE : 0);
    }
    this.#labels.average();
    this.#relabels.average();
    return { actions: this.#actions.average(), labels: this.#labels.dense(), relabels: this.#relabels.dense() };
  }

  #learn(sample: ParseSample, explore: number): void {
    const state = this.#state;
    state.reset(sample.length);
    state.style = sample.style;
    state.dictionary = this.#setting.dictionary;
    for (let i = 1; i <= sample.length; i++) {
      state.word[i] = sample.word[i]!;
      state.tag[i] = sample.tag[i]!;
      state.part[i] = sample.part[i]!;
      state.suffix[i] = sample.suffix[i]!;
      state.reading[i] = sample.reading[i]!;
    }
    while (!state.done) {
      const action = this.#act(sample, explore);
      if (action === SHIFT) state.shift();
      else state.attach(action, this.#label(sample, action));
    }
    if (explore > 0) this.#relabel(sample);
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
    const count = labelFeatures(state, arc, 32 - this.#setting.labelBits, this.#labelRows);
    const best = this.#labels.best(this.#labelRows, count, this.#scores);
    if (sample.head[arc.child] !== arc.head) return best;
    const right = sample.label[arc.child]!;
    if (right !== best) this.#labels.update(this.#labelRows, count, right, best);
    this.#labels.tick();
    return best;
  }

  /** Learns to label the arcs that came out right, in the tree as it came out. */
  #relabel(sample: ParseSample): void {
    const state = this.#state;
    const arc = this.#treeArc;
    arc.children.fill(state);
    for (let node = 1; node <= sample.length; node++) {
      if (state.head[node] !== sample.head[node] || state.head[node]! > sample.length) continue;
      arc.child = node;
      arc.head = state.head[node]!;
      const count = relabelFeatures(state, arc, 32 - this.#setting.relabelBits, this.#relabelRows);
      const best = this.#relabels.best(this.#relabelRows, count, this.#scores);
      const right = sample.label[node]!;
      if (right !== best) this.#relabels.update(this.#relabelRows, count, right, best);
      this.#relabels.tick();
    }
  }
}
