import type { Bracket } from './brackets.ts';

const OPENING = /^[«“„"‘]$/;
const CLOSING = /^[»”“"’]$/;
/** What stands behind the words of somebody: “A disgrace,” said he; «Позор», — сказал он. */
const SPOKEN = /^[,—–]$/;
/** A name or a single expression is not longer. */
const MOST = 4;

/**
 * Quotation marks around a few words without a verb, among the words of a clause: a name or an expression that stands in the
 * sentence as if it had none ("бойцы движения «Хезболла» атаковали").
 */
export function quotesIn(
  forms: readonly string[],
  words: readonly number[],
  isVerb: (i: number) => boolean,
): Bracket[] {
  const found: Bracket[] = [];
  for (let k = 0; k < words.length; k++) {
    if (!OPENING.test(forms[words[k]!]!)) continue;
    let end = k + 1;
    const last = Math.min(words.length - 1, k + MOST + 1);
    while (end < last && !CLOSING.test(forms[words[end]!]!)) end += 1;
    if (end === k + 1 || end >= words.length || !CLOSING.test(forms[words[end]!]!)) continue;
    const isSpeech = SPOKEN.test(forms[words[end + 1]!] ?? '') || forms[words[k - 1]!] === ':';
    // words in brackets are parsed by themselves and may not hold the marks
    const isWhole = words[end]! - words[k]! === end - k;
    if (isWhole && !isSpeech && !words.slice(k + 1, end).some(isVerb))
      found.push({ open: words[k]!, close: words[end]! });
    k = end;
  }
  return found;
}

/** Hangs both marks on the word between them that hangs on one outside, and that on a noun right before the first mark. */
export function hangQuotes(
  heads: number[],
  deprels: string[],
  { open, close }: Bracket,
  isNoun: (i: number) => boolean,
): void {
  let top = open + 1;
  for (let i = open + 1; i < close; i++) {
    if (heads[i]! > open && heads[i]! < close) continue;
    top = i;
    break;
  }
  const noun = open - 1;
  if (
    noun >= 0 &&
    isNoun(noun) &&
    isNoun(top) &&
    heads[top]! >= 0 &&
    heads[top] !== noun &&
    !isUnder(heads, noun, top)
  ) {
    heads[top] = noun;
    deprels[top] = 'appos';
  }
  for (const mark of [open, close]) {
    heads[mark] = top;
    deprels[mark] = 'punct';
  }
}

/** Whether a word hangs, at whatever depth, on another. */
function isUnder(heads: readonly number[], word: number, above: number): boolean {
  let at = word;
  for (let steps = 0; at >= 0 && steps <= heads.length; steps++) {
    if (at === above) return true;
    at = heads[at]!;
  }
  return at >= 0;
}
