import { foldPlain } from '../../language/segment/fold.ts';
import type { RawToken } from '../../model/index.ts';
import { EdgeTable } from './edges.ts';
import type { Entry, Match } from './entry.ts';
import type { Inflection, Stem } from './inflection.ts';
import { soundOf, variantOf } from './variant.ts';
import { isSkipped, keyOf, type Piece, piecesOf } from './words.ts';

/** A dictionary word that a piece of text may be. */
interface Reading {
  readonly word: number;
  readonly ending: string;
}

interface ReadPiece extends Piece {
  readonly readings: readonly Reading[];
  /** Some name begins with it. */
  readonly starts: boolean;
}

interface Cursor {
  readonly token: number;
  readonly piece: number;
}

interface Found {
  readonly end: Cursor;
  readonly entries: readonly Entry[];
  readonly ending: string;
}

/** A sentence with its tokens read once. */
interface Line {
  readonly tokens: readonly RawToken[];
  readonly read: readonly (readonly ReadPiece[])[];
}

function pieceAt(line: Line, at: Cursor): ReadPiece {
  return line.read[at.token]![at.piece]!;
}

/** The piece behind, over hyphens and apostrophes; undefined at any other mark and at the end. */
function next({ tokens, read }: Line, at: Cursor): Cursor | undefined {
  if (at.piece + 1 < read[at.token]!.length) return { token: at.token, piece: at.piece + 1 };
  for (let token = at.token + 1; token < tokens.length; token++) {
    if (read[token]!.length > 0) return { token, piece: 0 };
    if (!isSkipped(tokens[token]!)) return undefined;
  }
  return undefined;
}

function isBefore(a: Cursor, b: Cursor): boolean {
  return a.token < b.token || (a.token === b.token && a.piece < b.piece);
}

interface Frame {
  readonly node: number;
  readonly ending: string;
}

const ANY = 1;
const WORD = 2;
const SPELLING = 4;
const NOTHING: readonly Reading[] = [];
const ROOT: readonly Frame[] = [{ node: 0, ending: '' }];
const NO_FRAMES: readonly Frame[] = [];
const NO_ENTRIES: readonly Entry[] = [];
const NO_WORDS: readonly number[] = [];
const STRICTNESS = { any: 0, capital: 1, capitals: 2 } as const;
const CACHE_LIMIT = 200_000;
/** No listed name is longer; keeps matching linear. */
const LONGEST_NAME = 16;

/**
 * A trie over dictionary words whose text forms are recognised by stem and ending. Built fast: endings are undone when a text
 * is read, and spellings of a sound are compared when a text first has an unknown word of that sound.
 */
export class WordTrie {
  readonly #inflection: Inflection;
  readonly #words = new Map<string, number>();
  /** What was done for each word: ANY, WORD and SPELLING bits. */
  readonly #done: number[] = [];
  /** Words of a listed form, by the form as it is written. */
  readonly #keys = new Map<string, number | readonly number[]>();
  /** By first sound: words not yet spelled out, and what they are spelled like. */
  readonly #sounds = new Map<string, string[]>();
  readonly #variants = new Map<string, number[]>();
  readonly #edges: EdgeTable;
  /** What ends at a node; one entry, as at most nodes, stands without a list. */
  readonly #entries: (Entry | Entry[] | undefined)[] = [undefined];
  #cache = new Map<string, readonly ReadPiece[]>();

  /** `bits` as of `EdgeTable`. */
  constructor(inflection: Inflection, bits = 8) {
    this.#inflection = inflection;
    this.#edges = new EdgeTable(bits);
  }

  /** `bends` says which inflection rules apply; undefined keeps the form as it is. */
  add(entry: Entry, bends: 'any' | 'word' | undefined, spelling: boolean): void {
    if (this.#cache.size > 0) this.#cache = new Map();
    const need = (bends === 'any' ? ANY : bends === 'word' ? WORD : 0) | (spelling ? SPELLING : 0);
    const node = this.#path(entry.form, need);
    if (node <= 0) return;
    const there = this.#entries[node];
    if (!there) {
      this.#entries[node] = entry;
      return;
    }
    const entries = Array.isArray(there) ? there : [there];
    this.#entries[node] = entries;
    const same = entries.findIndex((other) => other.id === entry.id && other.type === entry.type);
    // A listed surname counts for more than the same word taken from a full name, whichever comes first in the file.
    if (same < 0) entries.push(entry);
    // And "Hamas" beside "HAMAS": the form that asks less of the text stands for both.
    else if (entries[same]!.kind === 'family') entries[same] = entry;
    else if (STRICTNESS[entry.letters] < STRICTNESS[entries[same]!.letters]) entries[same] = entry;
  }

  /** Forgets what a form stands for; its words and what goes on behind it stay. */
  clear(form: string): void {
    if (this.#cache.size > 0) this.#cache = new Map();
    const node = this.#path(form, 0);
    if (node > 0) this.#entries[node] = undefined;
  }

  #step(node: number, word: number): number {
    let next = this.#edges.get(node, word);
    if (next < 0) {
      next = this.#entries.length;
      this.#entries.push(undefined);
      this.#edges.set(node, word, next);
    }
    return next;
  }

  /** The node a form leads to, made where it is not there; blank-separated parts are remembered, since names share most of them. */
  #path(form: string, need: number): number {
    let node = 0;
    let words = 0;
    for (let from = 0; from <= form.length; ) {
      let to = form.indexOf(' ', from);
      if (to < 0) to = form.length;
      const part = this.#part(from === 0 && to === form.length ? form : form.slice(from, to));
      from = to + 1;
      if (typeof part === 'number') {
        node = this.#follow(node, part, need);
        words++;
      } else {
        for (const word of part) node = this.#follow(node, word, need);
        words += part.length;
      }
      if (words > LONGEST_NAME) return -1;
    }
    return node;
  }

  #follow(node: number, word: number, need: number): number {
    if ((need & ~this.#done[word]!) !== 0) this.#done[word]! |= need;
    return this.#step(node, word);
  }

  #part(part: string): number | readonly number[] {
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

  #spelled = 0;

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

  /** All matches of a sentence, leftmost longest, not overlapping except inside one hyphenated token. */
  find(tokens: readonly RawToken[]): Match[] {
    const matches: Match[] = [];
    const line: Line = { tokens, read: tokens.map((token) => this.#read(token.form)) };
    for (let token = 0, piece = 0; token < tokens.length; ) {
      const pieces = line.read[token]!;
      if (piece >= pieces.length) {
        token++;
        piece = 0;
        continue;
      }
      const found = pieces[piece]!.starts ? this.#longest(line, { token, piece }) : undefined;
      if (!found) {
        piece++;
        continue;
      }
      const { token: last, piece: lastPiece } = found.end;
      matches.push({
        first: token,
        last,
        start: tokens[token]!.start + pieces[piece]!.start,
        end: tokens[last]!.start + line.read[last]![lastPiece]!.end,
        entries: found.entries,
        ending: found.ending,
      });
      token = last;
      piece = lastPiece + 1;
    }
    return matches;
  }

  /** The longest name from a piece on; a name that only an article opens gives way to a longer one behind it. */
  #longest(line: Line, from: Cursor): Found | undefined {
    const best = this.#walk(line, from);
    if (!best || !isBefore(from, best.end)) return best;
    const phrase = best.entries.every((entry) => entry.type === 'reference');
    if (pieceAt(line, from).capitals > 0 && !phrase) return best;
    const behind = next(line, from);
    const inner = behind && pieceAt(line, behind).starts ? this.#walk(line, behind) : undefined;
    return inner && isBefore(best.end, inner.end) ? undefined : best;
  }

  #walk(line: Line, from: Cursor): Found | undefined {
    let frames: readonly Frame[] = ROOT;
    let best: Found | undefined;
    const path: ReadPiece[] = [];
    for (let at: Cursor | undefined = from; at; at = next(line, at)) {
      const piece = pieceAt(line, at);
      frames = this.#advance(frames, piece);
      if (frames.length === 0) break;
      path.push(piece);
      const rest = line.read[at.token]![at.piece + 1];
      const suffix = rest?.afterApostrophe === true;
      if (suffix && !this.#isSuffix(rest)) continue;
      if (frames.every(({ node }) => this.#entries[node] === undefined)) continue;
      const { entries, ending } = this.#accept(frames, path);
      if (entries.length > 0) best = { end: at, entries, ending: suffix ? rest.folded : ending };
    }
    return best;
  }

  #advance(frames: readonly Frame[], piece: ReadPiece): readonly Frame[] {
    let next: Frame[] | undefined;
    for (const { node } of frames) {
      for (const { word, ending } of piece.readings) {
        const to = this.#edges.get(node, word);
        if (to < 0) continue;
        if (next) next.push({ node: to, ending });
        else next = [{ node: to, ending }];
      }
    }
    return next ?? NO_FRAMES;
  }

  /** What ends here. As listed goes before inflected: "ISIS" is no plural of "ISI". */
  #accept(frames: readonly Frame[], path: readonly ReadPiece[]): { entries: Entry[]; ending: string } {
    const entries: Entry[] = [];
    let ending = '';
    for (const frame of frames) {
      if (frame.ending !== '' && ending === '' && entries.length > 0) break;
      for (const entry of this.#at(frame.node)) {
        if (!fits(entry, path) || entries.includes(entry)) continue;
        if (entries.length === 0) ending = frame.ending;
        entries.push(entry);
      }
    }
    return { entries, ending };
  }

  #at(node: number): readonly Entry[] {
    const there = this.#entries[node];
    return there === undefined ? NO_ENTRIES : Array.isArray(there) ? there : [there];
  }

  #isSuffix(piece: Piece): boolean {
    return piece.folded === 's' || this.#inflection.suffixes.has(piece.folded);
  }

  #read(form: string): readonly ReadPiece[] {
    const known = this.#cache.get(form);
    if (known) return known;
    const made = piecesOf(form).map((piece) => {
      const readings = this.#readings(piece.folded, piece.capitals > 0);
      return { ...piece, readings, starts: readings.some(({ word }) => this.#edges.get(0, word) >= 0) };
    });
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
}

function takes(stems: readonly Stem[], stem: string, ending: string): boolean {
  return stems.some((one) => one.stem === stem && one.endings.has(ending));
}

function fits(entry: Entry, path: readonly Piece[]): boolean {
  if (entry.letters === 'any') return true;
  // МУС is no plural of the name Муса
  if (entry.letters === 'capital')
    return path[0]!.capitals > 0 && !(path.length === 1 && path[0]!.capitals === 2 && isCut(path[0]!, entry));
  return path.every(({ capitals, lead, folded }, at) => {
    if (capitals === 2 || (folded.length === 1 && capitals > 0)) return true;
    // МИДа: an acronym may carry a small ending, but "Всё" is no form of ВС
    return at === path.length - 1 && capitals === 1 && lead > 1 && startsWithCapitals(entry, folded);
  });
}

function isCut({ folded }: Piece, { form }: Entry): boolean {
  return folded.length < form.length && /^\p{Lu}\p{Ll}+$/u.test(form);
}

function startsWithCapitals(entry: Entry, folded: string): boolean {
  return folded.length > entry.form.length && folded.startsWith(foldPlain(entry.form));
}
