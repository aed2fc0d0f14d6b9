import { foldPlain } from '../../language/segment/fold.ts';
import type { RawToken } from '../../model/index.ts';
import type { Entry, Match } from './entry.ts';
import type { Inflection } from './inflection.ts';
import { variantOf } from './variant.ts';
import { isSkipped, keyOf, type Piece, piecesOf } from './words.ts';

interface StemEntry {
  readonly word: number;
  readonly endings: ReadonlySet<string>;
}

/** A dictionary word that a piece of text may be. */
interface Reading {
  readonly word: number;
  readonly ending: string;
}

interface ReadPiece extends Piece {
  readonly readings: readonly Reading[];
}

interface Frame {
  readonly node: number;
  readonly ending: string;
}

const NOTHING: readonly Reading[] = [];
const SPAN = 2 ** 20;
const CACHE_LIMIT = 200_000;
/** No listed name is longer; keeps matching linear. */
const LONGEST_NAME = 16;

/** A trie over dictionary words whose text forms are recognised by stem and ending: built fast, walked fast. */
export class WordTrie {
  readonly #inflection: Inflection;
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, StemEntry[]>();
  readonly #variants = new Map<string, number[]>();
  readonly #edges = new Map<number, number>();
  readonly #entries: (Entry[] | undefined)[] = [undefined];
  #cache = new Map<string, readonly ReadPiece[]>();

  constructor(inflection: Inflection) {
    this.#inflection = inflection;
  }

  /** `bends` says which inflection rules apply; undefined keeps the form as it is. */
  add(entry: Entry, bends: 'any' | 'word' | undefined, spelling: boolean): void {
    const key = keyOf(entry.form);
    if (key.length === 0 || key.length > LONGEST_NAME) return;
    let node = 0;
    for (const word of key) node = this.#step(node, this.#word(word, bends, spelling));
    const entries = this.#entries[node];
    if (!entries) this.#entries[node] = [entry];
    else if (!entries.some((other) => other.id === entry.id && other.type === entry.type)) entries.push(entry);
  }

  #step(node: number, word: number): number {
    const edge = node * SPAN + word;
    let next = this.#edges.get(edge);
    if (next === undefined) {
      next = this.#entries.length;
      this.#entries.push(undefined);
      this.#edges.set(edge, next);
    }
    return next;
  }

  #word(word: string, bends: 'any' | 'word' | undefined, spelling: boolean): number {
    let id = this.#words.get(word);
    if (id === undefined) {
      id = this.#words.size;
      this.#words.set(word, id);
    }
    if (bends) this.#addStems(id, word, bends);
    if (spelling) this.#addVariant(id, word);
    return id;
  }

  #addStems(id: number, word: string, bends: 'any' | 'word'): void {
    for (const { stem, endings } of this.#inflection.stems(word, bends)) {
      const list = this.#stems.get(stem);
      if (!list) this.#stems.set(stem, [{ word: id, endings }]);
      else if (!list.some((other) => other.word === id && other.endings === endings)) list.push({ word: id, endings });
    }
  }

  #addVariant(id: number, word: string): void {
    const variant = variantOf(word);
    if (variant === undefined) return;
    const list = this.#variants.get(variant);
    if (!list) this.#variants.set(variant, [id]);
    else if (!list.includes(id)) list.push(id);
  }

  /** All matches of a sentence, leftmost longest, not overlapping except inside one hyphenated token. */
  find(tokens: readonly RawToken[]): Match[] {
    const stream: { readonly piece: ReadPiece; readonly token: number }[] = [];
    const breaks: boolean[] = [];
    let broken = false;
    tokens.forEach((token, index) => {
      const pieces = this.#read(token.form);
      if (pieces.length === 0) {
        if (!isSkipped(token)) broken = true;
        return;
      }
      for (const piece of pieces) {
        stream.push({ piece, token: index });
        breaks.push(broken);
        broken = false;
      }
    });
    const matches: Match[] = [];
    for (let at = 0; at < stream.length; ) {
      if (stream[at]!.piece.readings.length === 0) {
        at++;
        continue;
      }
      const found = this.#longest(stream, breaks, at);
      if (!found) {
        at++;
        continue;
      }
      const first = stream[at]!;
      const last = stream[at + found.length - 1]!;
      matches.push({
        first: first.token,
        last: last.token,
        start: tokens[first.token]!.start + first.piece.start,
        end: tokens[last.token]!.start + last.piece.end,
        entries: found.entries,
        ending: found.ending,
      });
      at += found.length;
    }
    return matches;
  }

  #longest(
    stream: readonly { readonly piece: ReadPiece; readonly token: number }[],
    breaks: readonly boolean[],
    from: number,
  ): { length: number; entries: readonly Entry[]; ending: string } | undefined {
    let frames: Frame[] = [{ node: 0, ending: '' }];
    let best: { length: number; entries: readonly Entry[]; ending: string } | undefined;
    for (let at = from; at < stream.length && frames.length > 0; at++) {
      if (at > from && breaks[at]) break;
      const next: Frame[] = [];
      for (const { node } of frames) {
        for (const { word, ending } of stream[at]!.piece.readings) {
          const to = this.#edges.get(node * SPAN + word);
          if (to !== undefined) next.push({ node: to, ending });
        }
      }
      frames = next;
      const rest = stream[at + 1];
      if (rest && rest.token === stream[at]!.token && rest.piece.afterApostrophe && !this.#isSuffix(rest.piece))
        continue;
      const entries: Entry[] = [];
      let ending = '';
      for (const frame of frames) {
        for (const entry of this.#entries[frame.node] ?? []) {
          if (fits(entry, stream, from, at) && !entries.includes(entry)) {
            if (entries.length === 0) ending = frame.ending;
            entries.push(entry);
          }
        }
      }
      if (entries.length === 0) continue;
      const suffix = rest && rest.token === stream[at]!.token && rest.piece.afterApostrophe ? rest.piece.folded : '';
      best = { length: at - from + 1, entries, ending: suffix || ending };
    }
    return best;
  }

  #isSuffix(piece: Piece): boolean {
    return piece.folded === 's' || this.#inflection.suffixes.has(piece.folded);
  }

  #read(form: string): readonly ReadPiece[] {
    const known = this.#cache.get(form);
    if (known) return known;
    const made = piecesOf(form).map((piece) => ({
      ...piece,
      readings: this.#readings(piece.folded, piece.capitals > 0),
    }));
    if (this.#cache.size >= CACHE_LIMIT) this.#cache = new Map();
    this.#cache.set(form, made);
    return made;
  }

  #readings(folded: string, capital: boolean): readonly Reading[] {
    const readings: Reading[] = [];
    const exact = this.#words.get(folded);
    if (exact !== undefined) readings.push({ word: exact, ending: '' });
    const longest = Math.min(this.#inflection.longest, folded.length - 1);
    for (let cut = 0; cut <= longest; cut++) {
      const stems = this.#stems.get(folded.slice(0, folded.length - cut));
      if (!stems) continue;
      const ending = folded.slice(folded.length - cut);
      for (const { word, endings } of stems) {
        if (word !== exact && endings.has(ending) && !readings.some((r) => r.word === word))
          readings.push({ word, ending });
      }
    }
    if (capital && readings.length === 0 && folded.length > 3) {
      for (const word of this.#variants.get(variantOf(folded) ?? '') ?? []) readings.push({ word, ending: '' });
    }
    return readings.length === 0 ? NOTHING : readings;
  }
}

function fits(entry: Entry, stream: readonly { readonly piece: Piece }[], from: number, to: number): boolean {
  if (entry.letters === 'any') return true;
  if (entry.letters === 'capital') return stream[from]!.piece.capitals > 0;
  for (let at = from; at <= to; at++) {
    const { capitals, folded } = stream[at]!.piece;
    if (capitals === 2 || (folded.length === 1 && capitals > 0)) continue;
    // МИДа, STK'lar: an acronym may carry a small ending.
    if (at === to && capitals === 1 && folded.length > entry.form.length && startsWithCapitals(entry, folded)) continue;
    return false;
  }
  return true;
}

function startsWithCapitals(entry: Entry, folded: string): boolean {
  return folded.startsWith(foldPlain(entry.form));
}
