import type { Model } from './model-file.ts';
import { TAG_FEATURES, type TagHistory, tagFeatures } from './tag-features.ts';
import { scoreRows } from './weights.ts';
import { WIDTH, type WordTable } from './word-table.ts';

/** Words to tag: forms, their offsets in the word table, and the universal tag that some of them must get. */
export interface TagTask {
  readonly forms: readonly string[];
  readonly words: Int32Array;
  readonly length: number;
  /** Index into `Tagger.parts`, -1 where the tagger is free. */
  readonly forced: Int32Array;
}

/** Which tags a lower-case form may have; undefined when its spelling decides nothing. */
export type TagLimit = (lower: string) => ((tag: string) => boolean) | undefined;

/** Greedy tagger, left to right. */
export class Tagger {
  /** Universal tag of every tag, and their names. */
  readonly parts: readonly string[];
  readonly partOf: Int32Array;
  readonly #model: Model;
  readonly #fixed: ReadonlyMap<string, number>;
  readonly #table: WordTable;
  readonly #dictionary: boolean;
  readonly #limit: TagLimit | undefined;
  readonly #scores: Int32Array;
  readonly #rows = new Int32Array(TAG_FEATURES);

  constructor(
    model: Model,
    table: WordTable,
    grammar: { readonly dictionary: boolean; readonly limitTags?: TagLimit },
  ) {
    this.#model = model;
    this.#table = table;
    this.#dictionary = grammar.dictionary;
    this.#limit = grammar.limitTags;
    this.#fixed = new Map(Object.entries(model.fixed));
    const names = model.tags.map((tag) => tag.slice(0, tag.indexOf(' ')));
    this.parts = [...new Set(names)];
    this.partOf = Int32Array.from(names, (name) => this.parts.indexOf(name));
    this.#scores = new Int32Array(model.tags.length);
  }

  /** Writes an index into `model.tags` for every word. */
  tag(task: TagTask, out: Int32Array): void {
    const { words, length, forced } = task;
    const state = {
      features: this.#table.features,
      words,
      length,
      dictionary: this.#dictionary,
      style: this.#model.style,
    };
    const history: TagHistory = { last: -1, beforeLast: -1 };
    const shift = 32 - this.#model.bits[0];
    for (let i = 0; i < length; i++) {
      const must = forced[i]!;
      let tag = must < 0 ? this.#fixed.get(task.forms[i]!) : undefined;
      if (tag === undefined) {
        const count = tagFeatures(state, i, history, shift, this.#rows);
        scoreRows(this.#model.tagRows, this.#rows, count, this.#scores);
        tag = this.#best(must, this.#limit?.(this.#table.lowers[words[i]! / WIDTH]!));
      }
      out[i] = tag;
      history.beforeLast = history.last;
      history.last = tag;
    }
  }

  #best(must: number, allows: ((tag: string) => boolean) | undefined): number {
    const scores = this.#scores;
    let best = -1;
    for (let c = 0; c < scores.length; c++) {
      if (must >= 0 && this.partOf[c] !== must) continue;
      if (allows !== undefined && !allows(this.#model.tags[c]!)) continue;
      if (best < 0 || scores[c]! > scores[best]!) best = c;
    }
    return Math.max(best, 0);
  }
}
