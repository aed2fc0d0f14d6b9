import { brotliDecompressSync } from 'node:zlib';
import { ChanceryError } from '../../model/index.ts';
import type { DictionaryEntry } from './word-table.ts';

/** One thing a form may be: "NOUN gent s" and the rule that makes its lemma. */
export interface DictionaryReading {
  readonly part: string;
  readonly tag: string;
  readonly rule: string;
}

interface DictionaryFile {
  readonly version: number;
  /** Letters by number; 0 stands for the beginning of a word. */
  readonly letters: string;
  /** Readings of every class: "tag|rule" separated by blanks-free commas. */
  readonly classes: readonly string[];
  readonly nodes: number;
}

export const DICTIONARY_MAGIC = 'CHD1';

interface ReadingClass extends DictionaryEntry {
  readonly all: readonly DictionaryReading[];
}

/**
 * A dictionary folded into a tree over words read backwards: a word's readings are those of the deepest node on its
 * path. Words the dictionary does not hold get the readings of words that end alike.
 *
 * File: Brotli over magic, header length (u32 LE), JSON header, then three columns over the nodes in preorder: letter (byte),
 * number of children (byte), class (u16 LE).
 */
export class Dictionary {
  readonly #letters: ReadonlyMap<string, number>;
  readonly #classes: readonly string[];
  readonly #seen: (ReadingClass | undefined)[] = [];
  readonly #letter: Uint8Array;
  readonly #class: Uint16Array;
  readonly #child: Int32Array;
  readonly #sibling: Int32Array;

  /** Throws MODEL_FORMAT. */
  constructor(bytes: Uint8Array) {
    const data = brotliDecompressSync(bytes);
    const length = data.readUInt32LE(4);
    const header = JSON.parse(data.subarray(8, 8 + length).toString('utf8')) as DictionaryFile;
    if (data.subarray(0, 4).toString('latin1') !== DICTIONARY_MAGIC || header.version !== 1) {
      throw new ChanceryError('MODEL_FORMAT', 'the dictionary cannot be read', {
        expected: `${DICTIONARY_MAGIC} version 1`,
        hint: 'Rebuild it with `npm run train`',
      });
    }
    const { nodes } = header;
    const at = 8 + length;
    this.#letters = new Map([...header.letters].map((letter, i) => [letter, i]));
    this.#classes = header.classes;
    this.#letter = data.subarray(at, at + nodes);
    const counts = data.subarray(at + nodes, at + nodes * 2);
    this.#class = new Uint16Array(nodes);
    for (let i = 0, low = at + nodes * 2; i < nodes; i++, low += 2) this.#class[i] = data[low]! | (data[low + 1]! << 8);
    this.#child = new Int32Array(nodes).fill(-1);
    this.#sibling = new Int32Array(nodes).fill(-1);
    this.#link(counts);
  }

  /** Readings of a lower-case form. */
  find(lower: string): ReadingClass {
    let node = 0;
    for (let i = lower.length - 1; i >= -1; i--) {
      const letter = i < 0 ? 0 : this.#letters.get(lower[i]!);
      const next = letter === undefined ? -1 : this.#step(node, letter);
      if (next < 0) break;
      node = next;
    }
    const id = this.#class[node]!;
    const seen = this.#seen[id];
    if (seen !== undefined) return seen;
    const fresh = readClass(this.#classes[id]!);
    this.#seen[id] = fresh;
    return fresh;
  }

  #step(node: number, letter: number): number {
    let child = this.#child[node]!;
    while (child >= 0 && this.#letter[child] !== letter) child = this.#sibling[child]!;
    return child;
  }

  /** Preorder with child counts -> first child and next sibling. */
  #link(counts: Uint8Array): void {
    const child = this.#child;
    const sibling = this.#sibling;
    const open = new Int32Array(64);
    const left = new Int32Array(64);
    const last = new Int32Array(64);
    let depth = -1;
    for (let node = 0; node < counts.length; node++) {
      if (depth >= 0) {
        if (last[depth]! < 0) child[open[depth]!] = node;
        else sibling[last[depth]!] = node;
        last[depth] = node;
        left[depth]!--;
      }
      depth++;
      open[depth] = node;
      left[depth] = counts[node]!;
      last[depth] = -1;
      while (depth >= 0 && left[depth] === 0) depth--;
    }
  }
}

function readClass(text: string): ReadingClass {
  const all = text.split(',').map((item): DictionaryReading => {
    const bar = item.indexOf('|');
    const tag = item.slice(0, bar);
    return { tag, part: tag.split(' ')[0]!, rule: item.slice(bar + 1) };
  });
  const tags = [...new Set(all.map((reading) => reading.tag))].sort();
  const parts = [...new Set(all.map((reading) => reading.part))].sort();
  return { all, readings: tags.join(','), parts: parts.join(',') };
}
