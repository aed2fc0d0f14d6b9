import { TAG_FEATURES, type TagHistory, tagFeatures } from '../src/language/engine/tag-features.ts';
import type { WordTable } from '../src/language/engine/word-table.ts';
import { Perceptron } from './perceptron.ts';
import { range, seededRandom, shuffle } from './random.ts';

export interface TagSample {
  readonly forms: readonly string[];
  readonly words: Int32Array;
  /** Gold tags. */
  readonly gold: Int32Array;
  readonly style: number;
}

export interface TagSetting {
  readonly table: WordTable;
  readonly dictionary: boolean;
  readonly classes: number;
  readonly bits: number;
  readonly rounds: number;
}

/** A tagger while it is trained: dense weights, the features of the engine. */
export class TagTrainer {
  readonly fixed = new Map<string, number>();
  readonly #setting: TagSetting;
  readonly #perceptron: Perceptron;
  readonly #rows = new Int32Array(TAG_FEATURES);
  readonly #scores: Float32Array;

  constructor(setting: TagSetting) {
    this.#setting = setting;
    this.#perceptron = new Perceptron(1 << setting.bits, setting.classes);
    this.#scores = new Float32Array(setting.classes);
  }

  train(samples: readonly TagSample[]): void {
    this.#fix(samples);
    const order = range(samples.length);
    const random = seededRandom(7);
    for (let round = 0; round < this.#setting.rounds; round++) {
      shuffle(order, random);
      for (const s of order) this.#walk(samples[s]!, undefined);
    }
    this.#perceptron.average();
  }

  /** All weights, once trained. */
  weights(): Float32Array {
    return this.#perceptron.dense();
  }

  /** Predicted tags of a sentence. */
  tag(sample: TagSample): Int32Array {
    const out = new Int32Array(sample.forms.length);
    this.#walk(sample, out);
    return out;
  }

  /** Forms seen 30 times with one tag in 99.5 of 100 cases need no decision. */
  #fix(samples: readonly TagSample[]): void {
    const counts = new Map<string, Map<number, number>>();
    for (const { forms, gold } of samples) {
      for (let i = 0; i < forms.length; i++) {
        const tags = counts.get(forms[i]!) ?? new Map<number, number>();
        tags.set(gold[i]!, (tags.get(gold[i]!) ?? 0) + 1);
        counts.set(forms[i]!, tags);
      }
    }
    for (const [form, tags] of counts) {
      const [best, count] = [...tags].reduce((a, b) => (b[1] > a[1] ? b : a));
      const total = [...tags.values()].reduce((a, b) => a + b, 0);
      if (total >= 30 && count / total >= 0.995) this.fixed.set(form, best);
    }
  }

  /** Learns from the sentence, or, where `out` is given, writes its tags. */
  #walk(sample: TagSample, out: Int32Array | undefined): void {
    const { forms, words, gold } = sample;
    const { table, dictionary } = this.#setting;
    const state = { features: table.features, words, length: forms.length, dictionary, style: sample.style };
    const history: TagHistory = { last: -1, beforeLast: -1 };
    for (let i = 0; i < forms.length; i++) {
      let tag = this.fixed.get(forms[i]!);
      if (tag === undefined) {
        const count = tagFeatures(state, i, history, 32 - this.#setting.bits, this.#rows);
        tag = this.#perceptron.best(this.#rows, count, this.#scores);
        if (out === undefined) this.#learn(count, gold[i]!, tag);
      }
      if (out) out[i] = tag;
      history.beforeLast = history.last;
      history.last = tag;
    }
  }

  #learn(count: number, right: number, tag: number): void {
    if (tag !== right) this.#perceptron.update(this.#rows, count, right, tag);
    this.#perceptron.tick();
  }
}
