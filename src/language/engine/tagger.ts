import { interned } from '../../model/index.ts';
import type { Model } from './model-file.ts';
import type { TagHistory } from './tag-features.ts';
import { TagScorer } from './tag-scorer.ts';
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

/** A tagged sentence that a language may correct before it is parsed. */
export interface TagView {
  readonly length: number;
  /** "VERB VBD". */
  tag(i: number): string;
  lower(i: number): string;
  form(i: number): string;
  isFinite(i: number): boolean;
  /** What the best finite reading of a word costs, in the units of the weights; infinite where the tag is certain. */
  cost(i: number): number;
  /** Gives a word its best finite reading. */
  makeFinite(i: number): void;
  /** Gives a word a tag of the model; a tag it does not know changes nothing. */
  make(i: number, tag: string): void;
}

/** Makes sure that a clause has a finite verb; `isFinite` says which tags are. */
export interface FiniteRule {
  isFinite(tag: string): boolean;
  settle(view: TagView): void;
}

/** The cost of another reading where the tag is given. */
const CERTAIN = 0x7fffffff;

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
  readonly #finite: FiniteRule | undefined;
  readonly #finiteTags: readonly number[];
  /** Limits are few, words many: each limit is asked for every tag once. */
  readonly #allowedBy = new WeakMap<object, Uint8Array>();
  #alternative = new Int32Array(256);
  #cost = new Int32Array(256);
  readonly #scorer: TagScorer;

  constructor(
    model: Model,
    table: WordTable,
    grammar: { readonly dictionary: boolean; readonly limitTags?: TagLimit; readonly finite?: FiniteRule },
  ) {
    this.#model = model;
    this.#table = table;
    this.#dictionary = grammar.dictionary;
    this.#limit = grammar.limitTags;
    this.#finite = grammar.finite;
    this.#finiteTags = model.tags.flatMap((tag, c) => (grammar.finite?.isFinite(tag) === true ? [c] : []));
    this.#fixed = new Map(Object.entries(model.fixed));
    const names = model.tags.map((tag) => interned(tag.slice(0, tag.indexOf(' '))));
    this.parts = [...new Set(names)];
    this.partOf = Int32Array.from(names, (name) => this.parts.indexOf(name));
    this.#scorer = new TagScorer(model);
  }

  /** To be called when the word table has forgotten its words. */
  forget(): void {
    this.#scorer.forget();
  }

  /** Writes an index into `model.tags` for every word. */
  tag(task: TagTask, out: Int32Array): void {
    const { words, length, forced } = task;
    const state = {
      features: this.#table.features,
      words,
      length,
      dictionary: this.#dictionary,
      style: 0,
    };
    const history: TagHistory = { last: -1, beforeLast: -1 };
    if (length > this.#cost.length) {
      this.#alternative = new Int32Array(length * 2);
      this.#cost = new Int32Array(length * 2);
    }
    for (let i = 0; i < length; i++) {
      this.#cost[i] = CERTAIN;
      const must = forced[i]!;
      let tag = must < 0 ? this.#fixed.get(task.forms[i]!) : undefined;
      if (tag === undefined) {
        this.#scorer.score(state, i, history);
        const allowed = this.#allowed(this.#table.lowers[words[i]! / WIDTH]!);
        tag = this.#best(must, allowed);
        if (must < 0) this.#noteFinite(i, tag, allowed);
      }
      out[i] = tag;
      history.beforeLast = history.last;
      history.last = tag;
    }
    this.#finite?.settle(this.#view(task, out));
  }

  #noteFinite(i: number, tag: number, allowed: Uint8Array | undefined): void {
    const { scores } = this.#scorer;
    let best = -1;
    for (const c of this.#finiteTags) if (allowed?.[c] !== 0 && (best < 0 || scores[c]! > scores[best]!)) best = c;
    if (best < 0) return;
    this.#alternative[i] = best;
    this.#cost[i] = scores[tag]! - scores[best]!;
  }

  #view({ forms, words, length }: TagTask, out: Int32Array): TagView {
    const { tags } = this.#model;
    return {
      length,
      tag: (i) => tags[out[i]!] ?? '',
      lower: (i) => this.#table.lowers[words[i]! / WIDTH] ?? '',
      form: (i) => forms[i] ?? '',
      isFinite: (i) => this.#finiteTags.includes(out[i]!),
      cost: (i) => (this.#cost[i] === CERTAIN ? Number.POSITIVE_INFINITY : this.#cost[i]!),
      makeFinite: (i) => {
        if (this.#cost[i] !== CERTAIN) out[i] = this.#alternative[i]!;
      },
      make: (i, tag) => {
        const index = tags.indexOf(tag);
        if (index >= 0) out[i] = index;
      },
    };
  }

  /** By tag, 1 where a form may have it; undefined where its spelling decides nothing. */
  #allowed(lower: string): Uint8Array | undefined {
    const allows = this.#limit?.(lower);
    if (allows === undefined) return undefined;
    let found = this.#allowedBy.get(allows);
    if (found === undefined) {
      found = Uint8Array.from(this.#model.tags, (tag) => (allows(tag) ? 1 : 0));
      this.#allowedBy.set(allows, found);
    }
    return found;
  }

  #best(must: number, allowed: Uint8Array | undefined): number {
    const { scores } = this.#scorer;
    let best = -1;
    for (let c = 0; c < scores.length; c++) {
      if (must >= 0 && this.partOf[c] !== must) continue;
      if (allowed !== undefined && allowed[c] === 0) continue;
      if (best < 0 || scores[c]! > scores[best]!) best = c;
    }
    return Math.max(best, 0);
  }
}
