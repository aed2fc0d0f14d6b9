import { foldPlain } from '../../language/segment/fold.ts';
import type { RawToken } from '../../model/index.ts';
import { EdgeTable } from './edges.ts';
import type { Entry, Match } from './entry.ts';
import {
  type Accepted,
  ALONE,
  FormTable,
  type Frame,
  GOES_ON,
  OPENS,
  type ReadPiece,
  SINGLE,
  SKIPPED,
  signOf,
  WORDS,
} from './form-table.ts';
import type { Inflection } from './inflection.ts';
import { ANY, type Reading, SPELLING, WORD, WordTable } from './word-table.ts';
import type { Piece } from './words.ts';

interface Cursor {
  readonly token: number;
  readonly piece: number;
}

interface Found extends Accepted {
  /** Absent: the piece it begins with. */
  readonly end?: Cursor;
}

function isBefore(a: Cursor, b: Cursor): boolean {
  return a.token < b.token || (a.token === b.token && a.piece < b.piece);
}

const ROOT: readonly Frame[] = [{ node: 0, ending: '' }];
const NO_FRAMES: readonly Frame[] = [];
const NO_ENTRIES: readonly Entry[] = [];
const STRICTNESS = { any: 0, capital: 1, capitals: 2 } as const;
/** No listed name is longer; keeps matching linear. */
const LONGEST_NAME = 16;

/** A trie over dictionary words: the names a text may hold, found word by word. */
export class WordTrie {
  readonly #inflection: Inflection;
  readonly #words: WordTable;
  readonly #edges: EdgeTable;
  /** What ends at a node; one entry, as at most nodes, stands without a list. */
  readonly #entries: (Entry | Entry[] | undefined)[] = [undefined];
  /** Signs of the words that lead on from a node. */
  readonly #onward: number[] = [0];
  readonly #forms: FormTable;
  /** Marks of the forms of the sentence in hand: number and flags in one. */
  #line = new Int32Array(512);
  #length = 0;

  /** `bits` as of `EdgeTable`. */
  constructor(inflection: Inflection, bits = 8) {
    this.#inflection = inflection;
    this.#words = new WordTable(inflection);
    this.#edges = new EdgeTable(bits);
    this.#forms = new FormTable((piece) => this.#readPiece(piece), bits - 3);
  }

  /** `bends` says which inflection rules apply; undefined keeps the form as it is. */
  add(entry: Entry, bends: 'any' | 'word' | undefined, spelling: boolean): void {
    this.#forms.clear();
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
    this.#forms.clear();
    const node = this.#path(form, 0);
    if (node > 0) this.#entries[node] = undefined;
  }

  #step(node: number, word: number): number {
    let next = this.#edges.get(node, word);
    if (next < 0) {
      next = this.#entries.length;
      this.#entries.push(undefined);
      this.#edges.set(node, word, next);
      this.#onward.push(0);
      this.#onward[node]! |= signOf(word);
    }
    return next;
  }

  /** The node a form leads to, made where it is not there. */
  #path(form: string, need: number): number {
    let node = 0;
    let words = 0;
    for (let from = 0; from <= form.length; ) {
      let to = form.indexOf(' ', from);
      if (to < 0) to = form.length;
      const part = this.#words.part(from === 0 && to === form.length ? form : form.slice(from, to));
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
    this.#words.need(word, need);
    return this.#step(node, word);
  }

  /** All matches of a sentence, leftmost longest, not overlapping except inside one hyphenated token. */
  find(tokens: readonly RawToken[]): Match[] {
    const matches: Match[] = [];
    this.#readAll(tokens);
    const line = this.#line;
    for (let token = 0, piece = 0; token < tokens.length; ) {
      const flags = line[token]!;
      if ((flags & OPENS) === 0) {
        token++;
        piece = 0;
        continue;
      }
      if ((flags & SINGLE) !== 0 && piece === 0 && !((flags & GOES_ON) !== 0 && this.#goesOn(token))) {
        if ((flags & ALONE) !== 0) matches.push(matchOf(tokens[token]!, token, this.#pieces(token)[0]!));
        token++;
        continue;
      }
      if (piece >= this.#pieces(token).length) {
        token++;
        piece = 0;
        continue;
      }
      const first = { token, piece };
      const found = this.#longest(first);
      if (!found) {
        piece++;
        continue;
      }
      const end = found.end ?? first;
      matches.push(this.#match(tokens, first, end, found));
      token = end.token;
      piece = end.piece + 1;
    }
    return matches;
  }

  #readAll(tokens: readonly RawToken[]): void {
    this.#forms.bound();
    this.#length = tokens.length;
    if (this.#line.length < tokens.length) this.#line = new Int32Array(tokens.length * 2);
    this.#forms.read(tokens, this.#line);
  }

  /** Whether a name that begins with a token of one word goes on with the word behind. */
  #goesOn(token: number): boolean {
    const behind = this.#behind(token);
    if (behind < 0 || !this.#forms.mayGoOn(this.#line[token]!, this.#line[behind]!)) return false;
    return this.#meets(this.#pieces(token)[0]!.opens, this.#pieces(behind)[0]!);
  }

  #flags(token: number): number {
    return this.#line[token]!;
  }

  #pieces(token: number): readonly ReadPiece[] {
    return this.#forms.pieces(this.#line[token]!);
  }

  #pieceAt({ token, piece }: Cursor): ReadPiece {
    return this.#pieces(token)[piece]!;
  }

  #match(tokens: readonly RawToken[], from: Cursor, to: Cursor, { entries, ending }: Accepted): Match {
    const start = tokens[from.token]!.start + this.#pieceAt(from).start;
    const end = tokens[to.token]!.start + this.#pieceAt(to).end;
    return { first: from.token, last: to.token, start, end, entries, ending };
  }

  /** The first word behind a token, over hyphens and apostrophes; -1 at any other mark and at the end. */
  #behind(token: number): number {
    for (let at = token + 1; at < this.#length; at++) {
      const flags = this.#flags(at);
      if ((flags & WORDS) !== 0) return at;
      if ((flags & SKIPPED) === 0) return -1;
    }
    return -1;
  }

  #next(at: Cursor): Cursor | undefined {
    if (at.piece + 1 < this.#pieces(at.token).length) return { token: at.token, piece: at.piece + 1 };
    const token = this.#behind(at.token);
    return token < 0 ? undefined : { token, piece: 0 };
  }

  /** The longest name from a piece on; a name that only an article opens gives way to a longer one behind it. */
  #longest(from: Cursor): Found | undefined {
    if (this.#pieceAt(from).opens.length === 0) return undefined;
    const best = this.#walk(from);
    if (!best?.end || !isBefore(from, best.end)) return best;
    const phrase = best.entries.every((entry) => entry.type === 'reference');
    if (this.#pieceAt(from).capitals > 0 && !phrase) return best;
    const behind = this.#next(from);
    const inner = behind && this.#pieceAt(behind).opens.length > 0 ? this.#walk(behind) : undefined;
    return inner?.end && isBefore(best.end, inner.end) ? undefined : best;
  }

  #walk(from: Cursor): Found | undefined {
    let frames: readonly Frame[] = ROOT;
    let best: Found | undefined;
    const path: ReadPiece[] = [];
    for (let at: Cursor | undefined = from; at; at = this.#next(at)) {
      const piece = this.#pieceAt(at);
      frames = frames === ROOT ? piece.opens : this.#advance(frames, piece.readings);
      if (frames.length === 0) break;
      path.push(piece);
      const rest = this.#pieces(at.token)[at.piece + 1];
      const suffix = rest?.afterApostrophe === true;
      if (suffix && !this.#isSuffix(rest)) continue;
      if (frames.every(({ node }) => this.#entries[node] === undefined)) continue;
      const { entries, ending } = this.#accept(frames, path);
      if (entries.length > 0) best = { end: at, entries, ending: suffix ? rest.folded : ending };
    }
    return best;
  }

  /** Whether some name goes on with a piece. */
  #meets(frames: readonly Frame[], { readings }: ReadPiece): boolean {
    for (const { word } of readings) for (const { node } of frames) if (this.#edges.get(node, word) >= 0) return true;
    return false;
  }

  #advance(frames: readonly Frame[], readings: readonly Reading[]): readonly Frame[] {
    let next: Frame[] | undefined;
    for (const { node } of frames) {
      for (const { word, ending } of readings) {
        const to = this.#edges.get(node, word);
        if (to < 0) continue;
        if (next) next.push({ node: to, ending });
        else next = [{ node: to, ending }];
      }
    }
    return next ?? NO_FRAMES;
  }

  /** What ends here. As listed goes before inflected: "ISIS" is no plural of "ISI". */
  #accept(frames: readonly Frame[], path: readonly Piece[]): Accepted {
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

  #readPiece(piece: Piece): ReadPiece {
    const readings = this.#words.readings(piece.folded, piece.capitals > 0);
    const opens = this.#advance(ROOT, readings);
    const alone = this.#accept(opens, [piece]);
    // written out: a spread with more fields behind it would give every piece a shape of its own
    const { folded, start, end, capitals, lead, afterApostrophe } = piece;
    return {
      folded,
      start,
      end,
      capitals,
      lead,
      afterApostrophe,
      readings,
      opens,
      alone: alone.entries.length > 0 ? alone : undefined,
      goesOn: opens.reduce((signs, { node }) => signs | this.#onward[node]!, 0),
      follows: readings.reduce((signs, { word }) => signs | signOf(word), 0),
    };
  }
}

/** The match of a token of one word that is a name by itself. */
function matchOf({ start }: RawToken, at: number, one: ReadPiece): Match {
  const { entries, ending } = one.alone!;
  return { first: at, last: at, start: start + one.start, end: start + one.end, entries, ending };
}

function fits(entry: Entry, path: readonly Piece[]): boolean {
  if (entry.letters === 'any') return true;
  // МУС is no plural of the name Муса
  if (entry.letters === 'capital')
    return path[0]!.capitals > 0 && !(path.length === 1 && path[0]!.capitals === 2 && isCut(path[0]!, entry));
  // "SAFE" is no case of SAF: an ending in capitals makes another acronym
  if (path.length === 1 && path[0]!.capitals === 2 && startsWithCapitals(entry, path[0]!.folded)) return false;
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
  const form = foldPlain(entry.form).replaceAll('.', '');
  return folded.length > form.length && folded.startsWith(form);
}
