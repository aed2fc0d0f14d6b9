import { hashText } from './hash.ts';

/** Layout of one word's features. */
export const LOWER = 0;
/** Suffixes of 1-6 units. */
export const SUFFIX = 1;
/** Prefixes of 1-3 units. */
export const PREFIX = 7;
export const SHAPE = 10;
export const FLAGS = 11;
export const EXACT = 12;
/** What a dictionary says the form may be: all its readings, its parts of speech, its base form. */
export const READINGS = 13;
export const PARTS = 14;
export const BASE = 15;
export const WIDTH = 16;

/** Offsets of the words outside the sentence. */
export const BEFORE = 0;
export const AFTER = WIDTH;

export interface DictionaryEntry {
  readonly readings: string;
  readonly parts: string;
}

export interface WordRules {
  /** One-to-one lower case of the language. */
  lower(form: string): string;
  /** Possible readings of a lower-case form, where the language has a dictionary. */
  lookUp?(lower: string): DictionaryEntry;
  /** Base form to parse with instead of the form. */
  baseOf?(lower: string): string;
}

/** Forms known at one time: a sentence that begins below it may add as many as it has words. */
export const CAPACITY = 60_000;

/** Hashed features of every form met, so that a form is looked at once. Forgets all when it has grown too large. */
export class WordTable {
  features = new Int32Array(WIDTH * 4096);
  readonly lowers: string[] = ['', ''];
  readonly #offsets = new Map<string, number>();
  readonly #rules: WordRules;

  constructor(rules: WordRules) {
    this.#rules = rules;
    this.features.fill(12345, BEFORE, BEFORE + WIDTH);
    this.features.fill(54321, AFTER, AFTER + WIDTH);
  }

  /** To be called between sentences; true when all offsets given out before have become invalid. */
  trim(): boolean {
    if (this.#offsets.size < CAPACITY) return false;
    this.#offsets.clear();
    this.lowers.length = 2;
    return true;
  }

  /** Offset of the form's features; the offset divided by WIDTH numbers the form. */
  intern(form: string): number {
    const known = this.#offsets.get(form);
    if (known !== undefined) return known;
    const offset = (this.#offsets.size + 2) * WIDTH;
    if (offset + WIDTH > this.features.length) {
      const grown = new Int32Array(this.features.length * 2);
      grown.set(this.features);
      this.features = grown;
    }
    this.#fill(form, offset);
    this.#offsets.set(form, offset);
    return offset;
  }

  #fill(form: string, offset: number): void {
    const plain = plainForm(form);
    const lower = this.#rules.lower(plain);
    this.lowers[offset / WIDTH] = lower;
    const norm = /\d/.test(lower) ? lower.replace(/\d/g, '0') : lower;
    const f = this.features;
    const n = norm.length;
    f[offset + LOWER] = hashText(norm);
    for (let k = 1; k <= 6; k++) {
      const whole = k > 3 && n <= k;
      f[offset + SUFFIX + k - 1] = whole ? f[offset + LOWER]! : hashText(norm.slice(Math.max(0, n - k)), k);
    }
    for (let k = 1; k <= 3; k++) f[offset + PREFIX + k - 1] = hashText(norm.slice(0, k), 16 + k);
    f[offset + SHAPE] = hashText(shapeOf(plain));
    f[offset + FLAGS] = (plain !== lower ? 1 : 0) | (norm.includes('-') ? 2 : 0) | (norm !== lower ? 4 : 0);
    f[offset + EXACT] = hashText(plain, 32);
    const entry = this.#rules.lookUp?.(lower);
    f[offset + READINGS] = entry ? hashText(entry.readings, 33) : 0;
    f[offset + PARTS] = entry ? hashText(entry.parts, 34) : 0;
    f[offset + BASE] = this.#rules.baseOf ? hashText(this.#rules.baseOf(norm), 35) : f[offset + LOWER]!;
  }
}

/** Long words are cut in the middle and typographic marks made plain, for features only. */
export function plainForm(form: string): string {
  const short = form.length > 60 ? form.slice(0, 20) + form.slice(-40) : form;
  if (!/[^\x20-\x7e\u0400-\u04ff]/.test(short)) return short;
  return short
    .replace(/[’‘ʼ´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[—–―−]/g, '–');
}

/** "McDonald's" -> XxXxx'x: runs of one class longer than two are cut to two. */
function shapeOf(form: string): string {
  let shape = '';
  for (const letter of form) {
    const kind = /\p{Lu}/u.test(letter) ? 'X' : /\p{L}/u.test(letter) ? 'x' : /\p{N}/u.test(letter) ? 'd' : letter;
    if (!shape.endsWith(kind + kind)) shape += kind;
    if (shape.length > 12) break;
  }
  return shape;
}
