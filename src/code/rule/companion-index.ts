import type { Entry } from '../../codebook/index.ts';

/** Below it a list of lines is as quickly gone through. */
const FEW = 8;

interface Begun {
  readonly prefix: string;
  readonly line: number;
}

/**
 * Which lines of one head the words around it leave possible, by the first companion that each line asks for. A verb that
 * is nothing alone ("et", "make") has hundreds, and nine out of ten fail for want of that word.
 */
class CompanionIndex {
  /** 1 for lines that need no companion, by their places in the list. */
  private readonly free: Uint8Array;
  private readonly possible: Uint8Array;
  private readonly whole = new Map<string, number[]>();
  /** Companions with any ending ("konuş*"), by their first two letters. */
  private readonly begun = new Map<number, Begun[]>();

  constructor(entries: readonly Entry[]) {
    this.free = new Uint8Array(entries.length);
    this.possible = new Uint8Array(entries.length);
    for (const [line, entry] of entries.entries()) {
      const [first] = entry.pattern.companions;
      // lines of another project's dictionary find their companions among objects too
      if (first === undefined || entry.cameo !== undefined) this.free[line] = 1;
      else for (const word of first) this.note(word, line);
    }
  }

  private note(word: string, line: number): void {
    if (!word.endsWith('*')) addTo(this.whole, word, line);
    else if (word.length === 1) this.free[line] = 1;
    else addTo(this.begun, lettersOf(word, word.length - 1), { prefix: word.slice(0, -1), line });
  }

  /** 1 by the place of the line in the list; good until the next question. */
  among(words: Iterable<string>): Uint8Array {
    const { possible } = this;
    possible.set(this.free);
    for (const word of words) {
      for (const line of this.whole.get(word) ?? NONE) possible[line] = 1;
      if (this.begun.size === 0) continue;
      this.mark(this.begun.get(lettersOf(word, 1)), word);
      if (word.length > 1) this.mark(this.begun.get(lettersOf(word, 2)), word);
    }
    return possible;
  }

  private mark(begun: readonly Begun[] | undefined, word: string): void {
    if (begun === undefined) return;
    for (const { prefix, line } of begun) if (word.startsWith(prefix)) this.possible[line] = 1;
  }
}

const NONE: readonly number[] = [];

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The first two letters as a number, or the first where a beginning has no more. */
function lettersOf(word: string, length: number): number {
  return word.charCodeAt(0) * 0x10000 + (length > 1 ? word.charCodeAt(1) : 0);
}

const indexes = new WeakMap<readonly Entry[], CompanionIndex>();

/**
 * By the place in a head's list: 0 where a line can't hold for want of its companion, so that nobody need look; undefined
 * for a short list. Good until the list is asked about again.
 */
export function possibleLines(entries: readonly Entry[], words: () => Iterable<string>): Uint8Array | undefined {
  if (entries.length < FEW) return undefined;
  let index = indexes.get(entries);
  if (index === undefined) {
    index = new CompanionIndex(entries);
    indexes.set(entries, index);
  }
  return index.among(words());
}
