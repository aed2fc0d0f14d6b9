import { addStyleRows } from './hash.ts';
import type { Model } from './model-file.ts';
import { RowSums } from './row-sums.ts';
import {
  before,
  behind,
  historyFeatures,
  OWN,
  OWN_FIRST,
  pairFeatures,
  TAG_FEATURES,
  type TagHistory,
  type TagState,
  WORD_AFTER,
  WORD_BEFORE,
  WORD_GROUPS,
  wordFeatures,
} from './tag-features.ts';
import { addRows } from './weights.ts';
import { CAPACITY, WIDTH } from './word-table.ts';

/** Vectors kept: enough for the words of some dozens of articles. */
const WORD_SUMS = 16384;
const TAG_SUMS = 2048;

/**
 * The score of every tag for a word. Most features are those of a word or of the tags before, so their sums are kept:
 * three look-ups of a vector stand for two thirds of the rows, and for five sixths of their weights.
 */
export class TagScorer {
  readonly scores: Int32Array;
  readonly #model: Model;
  readonly #shift: number;
  readonly #rows = new Int32Array(TAG_FEATURES);
  readonly #words: RowSums;
  readonly #tags: RowSums;

  constructor(model: Model) {
    const { length } = model.tags;
    this.#model = model;
    this.#shift = 32 - model.bits[0];
    this.scores = new Int32Array(length);
    this.#words = new RowSums((CAPACITY + 2) * WORD_GROUPS, length, WORD_SUMS);
    this.#tags = new RowSums((length + 1) ** 2, length, TAG_SUMS);
  }

  /** To be called when the word table has forgotten its words. */
  forget(): void {
    this.#words.clear();
  }

  /** Fills `scores` for word i. */
  score(state: TagState, i: number, history: TagHistory): void {
    this.#words.makeRoom(3);
    this.#tags.makeRoom(1);
    const own = this.#ofWord(state, state.words[i]!, i === 0 ? OWN_FIRST : OWN);
    const last = this.#ofWord(state, before(state, i), WORD_BEFORE);
    const next = this.#ofWord(state, behind(state, i), WORD_AFTER);
    const tags = this.#ofTags(state, history);
    const { vectors } = this.#words;
    const tagVectors = this.#tags.vectors;
    const { scores } = this;
    for (let c = 0; c < scores.length; c++)
      scores[c] = vectors[own + c]! + vectors[last + c]! + vectors[next + c]! + tagVectors[tags + c]!;
    this.#add(state, pairFeatures(state, i, history, this.#shift, this.#rows, 0));
  }

  #ofWord(state: TagState, word: number, group: number): number {
    const key = (word / WIDTH) * WORD_GROUPS + group;
    const known = this.#words.find(key);
    if (known >= 0) return known;
    this.scores.fill(0);
    this.#add(state, wordFeatures(state, word, group, this.#shift, this.#rows, 0));
    return this.#words.keep(key, this.scores);
  }

  #ofTags(state: TagState, history: TagHistory): number {
    const key = (history.last + 1) * (this.scores.length + 1) + history.beforeLast + 1;
    const known = this.#tags.find(key);
    if (known >= 0) return known;
    this.scores.fill(0);
    this.#add(state, historyFeatures(history, this.#shift, this.#rows, 0));
    return this.#tags.keep(key, this.scores);
  }

  #add({ style }: TagState, count: number): void {
    const rows = this.#rows;
    const all = addStyleRows(rows, count, { number: style, shift: this.#shift, step: 1 });
    addRows(this.#model.tagRows, rows, all, this.scores);
  }
}
