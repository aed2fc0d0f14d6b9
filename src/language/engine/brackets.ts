/** Words in brackets that are parsed by themselves: the places of both brackets. */
export interface Bracket {
  readonly open: number;
  readonly close: number;
}

/** Fewer words in brackets are part of the sentence around them ("the (former) minister"). */
const LEAST = 2;

/**
 * The outermost brackets of a clause, from `start` to before `end`, that hold several words and have words before them. What
 * they hold governs nothing outside; parsed with the rest, the greedy parser hangs what follows on it.
 */
export function bracketsIn(forms: readonly string[], start: number, end: number): Bracket[] {
  const found: Bracket[] = [];
  for (let open = start + 1; open < end; open++) {
    if (forms[open] !== '(') continue;
    const close = closing(forms, open, end);
    if (close < 0) break;
    if (close - open > LEAST) found.push({ open, close });
    open = close;
  }
  return found;
}

function closing(forms: readonly string[], open: number, end: number): number {
  let depth = 0;
  for (let i = open; i < end; i++) {
    if (forms[i] === '(') depth += 1;
    else if (forms[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
}

/** The words from `start` to before `end` but for those in brackets. */
export function outside(brackets: readonly Bracket[], start: number, end: number): number[] {
  const words: number[] = [];
  let at = start;
  for (const { open, close } of brackets) {
    for (; at < open; at++) words.push(at);
    at = close + 1;
  }
  for (; at < end; at++) words.push(at);
  return words;
}

/** Hangs what stands in brackets on the word before them, the brackets on it. */
export function hangBracket(heads: number[], deprels: string[], { open, close }: Bracket): void {
  let root = open + 1;
  for (let i = open + 1; i < close; i++) if (heads[i] === -1) root = i;
  heads[root] = open - 1;
  deprels[root] = 'parataxis';
  for (const mark of [open, close]) {
    heads[mark] = root;
    deprels[mark] = 'punct';
  }
}
