import { ActionScorer } from './action-scorer.ts';
import { type Arc, LABEL_FEATURES, labelFeatures } from './label-features.ts';
import type { Model } from './model-file.ts';
import { LEFT, type ParseState, RIGHT, SHIFT } from './parse-state.ts';
import { ChildSummary, RELABEL_FEATURES, relabelFeatures, type TreeArc } from './relabel-features.ts';
import { scoreRows } from './weights.ts';

/** Tags of words that never modify a word of some parts of speech that follows them; 1 by index of tag and of part. */
export interface Barred {
  readonly tags: Uint8Array;
  readonly heads: Uint8Array;
}

/**
 * Labels that a second look leaves as they are: in records of news it changed seven of 23,000 arcs with these, at a fourth
 * of its price.
 */
const SETTLED: ReadonlySet<string> = new Set(['punct', 'case', 'cc', 'aux']);

/** Greedy arc-hybrid parser: an action, and for an arc a label. Linear in the sentence's length. */
export class Parser {
  readonly #model: Model;
  readonly #actions: ActionScorer;
  readonly #labelRows = new Int32Array(LABEL_FEATURES);
  readonly #scores: Int32Array;
  readonly #arc: Arc = { head: 0, child: 0 };
  readonly #relabelRows = new Int32Array(RELABEL_FEATURES);
  readonly #treeArc: TreeArc;
  #labels = new Int32Array(256);
  readonly #rootLabel: number;
  readonly #looseLabel: number;
  /** 1 for labels that are not looked at again. */
  readonly #settled: Uint8Array;

  readonly #barred: Barred | undefined;

  /** `barred` knows modifiers that no noun has. */
  constructor(model: Model, barred?: Barred) {
    this.#model = model;
    this.#barred = barred;
    this.#actions = new ActionScorer(model);
    this.#scores = new Int32Array(model.labels.length);
    this.#treeArc = { head: 0, child: 0, children: new ChildSummary(model.labels) };
    this.#rootLabel = model.labels.indexOf('root');
    this.#looseLabel = Math.max(0, model.labels.indexOf('parataxis'));
    this.#settled = Uint8Array.from(model.labels, (label) => (SETTLED.has(label) ? 1 : 0));
  }

  /** Leaves heads (1..n, n + 1 for the one root) and labels in the state. */
  parse(state: ParseState): void {
    while (!state.done) {
      const action = this.#choose(state);
      if (action === SHIFT) {
        state.shift();
        this.#actions.shifted(state);
      } else state.attach(action, this.#label(state, action));
    }
    this.#keepOneRoot(state);
    this.#relabel(state);
  }

  /** A second look at every label but the root's and those that are settled, now that the whole tree is known. */
  #relabel(state: ParseState): void {
    const arc = this.#treeArc;
    arc.children.fill(state);
    const fresh = this.#fresh(state.length);
    for (let node = 1; node <= state.length; node++) {
      fresh[node] = state.label[node]!;
      if (state.head[node]! > state.length || this.#settled[fresh[node]!] === 1) continue;
      arc.child = node;
      arc.head = state.head[node]!;
      const count = relabelFeatures(state, arc, 32 - this.#model.bits[3], this.#relabelRows);
      scoreRows(this.#model.relabelRows, this.#relabelRows, count, this.#scores);
      fresh[node] = this.#bestInner();
    }
    for (let node = 1; node <= state.length; node++) state.label[node] = fresh[node]!;
  }

  #fresh(length: number): Int32Array {
    if (length + 1 > this.#labels.length) this.#labels = new Int32Array(length * 2);
    return this.#labels;
  }

  #bestInner(): number {
    const scores = this.#scores;
    let best = this.#looseLabel;
    for (let c = 0; c < scores.length; c++) if (c !== this.#rootLabel && scores[c]! > scores[best]!) best = c;
    return best;
  }

  #choose(state: ParseState): number {
    const atRoot = state.next > state.length;
    if (state.depth === 0) return SHIFT;
    if (atRoot && state.depth === 1) return LEFT;
    this.#actions.score(state);
    const { shift, left, right } = this.#actions;
    if (!atRoot && this.#isBarred(state)) return state.depth > 1 && right > shift ? RIGHT : SHIFT;
    if (!atRoot && this.#isSubject(state)) return state.depth > 1 && right > left ? RIGHT : LEFT;
    if (!atRoot && shift >= left && (state.depth < 2 || shift >= right)) return SHIFT;
    return state.depth > 1 && right > left ? RIGHT : LEFT;
  }

  /** A word without a child of its own on the left, so no clause, that may not modify the next one. */
  #isBarred({ stack, depth, next, tag, part, leftCount }: ParseState): boolean {
    const child = stack[depth - 1]!;
    if (this.#barred === undefined || leftCount[child]! > 0) return false;
    return this.#barred.tags[tag[child]! - 1] === 1 && this.#barred.heads[part[next]! - 1] === 1;
  }

  /** A noun before a finite verb that has none of its own: what its clause is about, or part of that. */
  #isSubject({ stack, depth, next, tag, part, leftCount }: ParseState): boolean {
    const top = stack[depth - 1]!;
    if (this.#barred === undefined || leftCount[next]! > 0 || top !== next - 1) return false;
    return this.#barred.tags[tag[next]! - 1] === 1 && this.#barred.heads[part[top]! - 1] === 1;
  }

  #label(state: ParseState, action: number): number {
    const arc = this.#arc;
    arc.child = state.stack[state.depth - 1]!;
    arc.head = action === LEFT ? state.next : state.stack[state.depth - 2]!;
    const count = labelFeatures(state, arc, 32 - this.#model.bits[2], this.#labelRows);
    scoreRows(this.#model.labelRows, this.#labelRows, count, this.#scores);
    const scores = this.#scores;
    let best = 0;
    for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }

  /** The first child of the root stays; later ones hang on it. Only it is labelled root. */
  #keepOneRoot(state: ParseState): void {
    const { head, label, length } = state;
    let root = 0;
    for (let node = 1; node <= length; node++) {
      if (head[node] !== length + 1) {
        if (label[node] === this.#rootLabel) label[node] = this.#looseLabel;
        continue;
      }
      if (root === 0) {
        root = node;
        label[node] = this.#rootLabel;
        continue;
      }
      head[node] = root;
      if (label[node] === this.#rootLabel) label[node] = this.#looseLabel;
    }
  }
}
