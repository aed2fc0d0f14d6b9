import type { Block, Span } from '../../model/index.ts';

/** A stretch between quotation marks; `inner` leaves the marks out. `open` when the closing mark is missing. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly open: boolean;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”“',
  '„': '“”',
  '«': '»',
  '‘': '’',
  '「': '」',
  '"': '"',
  '‹': '›',
};
/** A quotation longer than this without a closing mark is a stray mark, not speech. */
const MAX_OPEN = 1500;

/**
 * Quotations of one block, left to right, without overlaps. A missing closing mark ends the quotation at the end of its
 * sentence (`sentenceEnd`), or of the block when it opens the block (a speech that goes on in the next paragraph).
 */
export function findQuotations(text: string, block: Block, sentenceEnd: (at: number) => number): Quotation[] {
  const found: Quotation[] = [];
  let at = block.start;
  while (at < block.end) {
    const closers = CLOSERS[text[at]!];
    if (closers === undefined || !opens(text, at, block)) {
      at += 1;
      continue;
    }
    const close = findClose(text, at, block, closers);
    const quotation = close === undefined ? openQuotation(text, at, block, sentenceEnd) : { start: at, end: close + 1, inner: { start: at + 1, end: close }, open: false };
    if (quotation) found.push(quotation);
    at = quotation ? Math.max(quotation.end, at + 1) : at + 1;
  }
  return found;
}

/** A straight or single mark opens only where a word can begin, so that apostrophes do not. */
function opens(text: string, at: number, block: Block): boolean {
  const before = at > block.start ? text[at - 1]! : ' ';
  const after = text[at + 1] ?? ' ';
  if (/\s/.test(after)) return false;
  if (text[at] === '"' || text[at] === '‘') return /[\s([{—–\-:,«“„]/.test(before);
  return true;
}

function findClose(text: string, from: number, block: Block, closers: string): number | undefined {
  const own = text[from]!;
  let depth = 0;
  for (let i = from + 1; i < block.end; i++) {
    const mark = text[i]!;
    if (closers.includes(mark) && (mark !== own || own === '"')) {
      if (mark === '’' && /\p{L}/u.test(text[i + 1] ?? ' ')) continue;
      if (depth === 0) return i;
      depth -= 1;
    } else if (mark === own && own !== '"') depth += 1;
  }
  return undefined;
}

function openQuotation(text: string, at: number, block: Block, sentenceEnd: (at: number) => number): Quotation | undefined {
  if (text[at] === '‘') return undefined;
  const end = at - block.start < 3 ? block.end : Math.min(block.end, sentenceEnd(at));
  if (end - at < 3 || end - at > MAX_OPEN) return undefined;
  return { start: at, end, inner: { start: at + 1, end }, open: true };
}
