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
  /** Low and high byte of every node's class by turns. */
  readonly #class: Uint8Array;
  /** Children of every node. */
  readonly #count: Uint8Array;
  /** Nodes of the tree under a node and the node itself: the next sibling lies so far behind it. */
  readonly #size: Int32Array;

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
    this.#count = data.subarray(at + nodes, at + nodes * 2);
    this.#class = data.subarray(at + nodes * 2, at + nodes * 4);
    this.#size = sizesOf(this.#count);
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
    const id = this.#class[node * 2]! | (this.#class[node * 2 + 1]! << 8);
    const seen = this.#seen[id];
    if (seen !== undefined) return seen;
    const fresh = readClass(this.#classes[id]!);
    this.#seen[id] = fresh;
    return fresh;
  }

  /** The child of a node under a letter, -1 where there is none. In preorder the first child follows its parent. */
  #step(node: number, letter: number): number {
    let child = node + 1;
    for (let left = this.#count[node]!; left > 0; left--) {
      if (this.#letter[child] === letter) return child;
      child += this.#size[child]!;
    }
    return -1;
  }
}

/** Sizes of subtrees from numbers of children in preorder; from the end, so that children come before their parents. */
function sizesOf(counts: Uint8Array): Int32Array {
  const sizes = new Int32Array(counts.length);
  for (let node = counts.length - 1; node >= 0; node--) {
    let end = node + 1;
    for (let left = counts[node]!; left > 0; left--) end += sizes[end]!;
    sizes[node] = end - node;
  }
  return sizes;
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
