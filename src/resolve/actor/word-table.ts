import type { Inflection, Stem } from './inflection.ts';
import { soundOf, variantOf } from './variant.ts';
import { keyOf } from './words.ts';

/** A dictionary word that a piece of text may be. */
export interface Reading {
  readonly word: number;
  readonly ending: string;
}

export const ANY = 1;
export const WORD = 2;
export const SPELLING = 4;
const NOTHING: readonly Reading[] = [];
const NO_WORDS: readonly number[] = [];

/**
 * The words that names are made of, by number, and which of them a piece of text may be by its stem and ending. Endings are
 * undone when a text is read, and spellings of a sound are compared when a text first has an unknown word of that sound.
 */
export class WordTable {
  readonly #inflection: Inflection;
  readonly #words = new Map<string, number>();
  /** What was done for each word: ANY, WORD and SPELLING bits. */
  readonly #done: number[] = [];
  /** Words of a listed form, by the form as it is written. */
  readonly #keys = new Map<string, number | readonly number[]>();
  /** By first sound: words not yet spelled out, and what they are spelled like. */
  readonly #sounds = new Map<string, string[]>();
  readonly #variants = new Map<string, number[]>();
  #spelled = 0;

  constructor(inflection: Inflection) {
    this.#inflection = inflection;
  }

  /** Says which endings and spellings a word may have, as ANY, WORD and SPELLING bits. */
  need(word: number, bits: number): void {
    if ((bits & ~this.#done[word]!) !== 0) this.#done[word]! |= bits;
  }

  /** The words a blank-separated part of a form is made of; remembered, since names share most of them. */
  part(part: string): number | readonly number[] {
    const known = this.#keys.get(part);
    if (known !== undefined) return known;
    const key = keyOf(part);
    const made = key.length === 1 ? this.#number(key[0]!) : key.map((word) => this.#number(word));
    this.#keys.set(part, made);
    return made;
  }

  #number(word: string): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      id = this.#words.size;
      this.#words.set(word, id);
      this.#done.push(0);
    }
    return id;
  }

  /** Which dictionary words a folded piece of text may be, as written first. */
  readings(folded: string, capital: boolean): readonly Reading[] {
    const readings: Reading[] = [];
    const exact = this.#words.get(folded);
    if (exact !== undefined) readings.push({ word: exact, ending: '' });
    const longest = Math.min(this.#inflection.longest, folded.length - 1);
    for (let cut = 0; cut <= longest; cut++) {
      const ending = folded.slice(folded.length - cut);
      const tails = this.#inflection.restores(ending);
      if (!tails) continue;
      const stem = folded.slice(0, folded.length - cut);
      for (const tail of tails) {
        const word = this.#words.get(stem + tail);
        if (word === undefined || word === exact || readings.some((r) => r.word === word)) continue;
        if (this.#bends(word, stem + tail, stem, ending)) readings.push({ word, ending });
      }
    }
    if (capital && readings.length === 0 && folded.length > 3) {
      for (const word of this.#soundAlikes(folded)) readings.push({ word, ending: '' });
    }
    return readings.length === 0 ? NOTHING : readings;
  }

  #bends(word: number, base: string, stem: string, ending: string): boolean {
    const done = this.#done[word]!;
    return (
      ((done & ANY) !== 0 && takes(this.#inflection.stems(base, 'any'), stem, ending)) ||
      ((done & WORD) !== 0 && takes(this.#inflection.stems(base, 'word'), stem, ending))
    );
  }

  /** Words of names that sound like an unknown one; those of its first sound are spelled out now. */
  #soundAlikes(folded: string): readonly number[] {
    const key = variantOf(folded);
    if (key === undefined) return NO_WORDS;
    if (this.#spelled !== this.#words.size) this.#sortBySound();
    const sound = soundOf(folded);
    for (const word of this.#sounds.get(sound) ?? []) {
      const id = this.#words.get(word)!;
      const variant = (this.#done[id]! & SPELLING) === 0 ? undefined : variantOf(word);
      if (variant === undefined) continue;
      const list = this.#variants.get(variant);
      if (!list) this.#variants.set(variant, [id]);
      else if (!list.includes(id)) list.push(id);
    }
    this.#sounds.delete(sound);
    return this.#variants.get(key) ?? NO_WORDS;
  }

  #sortBySound(): void {
    this.#sounds.clear();
    for (const word of this.#words.keys()) {
      const sound = soundOf(word);
      const list = this.#sounds.get(sound);
      if (list) list.push(word);
      else this.#sounds.set(sound, [word]);
    }
    this.#spelled = this.#words.size;
  }
}

function takes(stems: readonly Stem[], stem: string, ending: string): boolean {
  return stems.some((one) => one.stem === stem && one.endings.has(ending));
}
