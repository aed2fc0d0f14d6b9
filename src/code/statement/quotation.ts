import type { Span } from '../../model/index.ts';

/** A stretch between quotation marks; `inner` leaves the marks out. `open` when the closing mark is missing. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly open: boolean;
}

/** Opening mark -> marks that may close it. The curly double mark closes what the low mark opened. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  '„': ['“', '”', '‟'],
  '”': ['”'],
  '«': ['»'],
  '»': ['«'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  '「': ['」'],
  '『': ['』'],
  '‹': ['›'],
  '"': ['"'],
  "''": ["''"],
  '``': ["''"],
  "'": ["'"],
};
/** Marks that open and close alike, or that another alphabet uses the other way round, open only where a word begins. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['"', "''", "'", '‘', '‚', '”', '»']);
const SINGLE: ReadonlySet<string> = new Set(["'", '‘', '‚', '‹']);
/** A quotation longer than this without a closing mark is a stray mark, not speech. */
const MAX_OPEN = 3000;

interface Opened {
  readonly mark: string;
  readonly at: number;
}

export interface Surroundings {
  /** End of the sentence that holds a place. */
  readonly sentenceEnd: (at: number) => number;
  /** The next paragraph begins with a mark: a speech that was not closed goes on there. */
  readonly goesOn?: boolean;
}

/**
 * Outermost quotations of one paragraph, left to right, without overlaps; one pass. A missing closing mark ends the
 * quotation at the end of its sentence (`sentenceEnd`), or of the paragraph when it begins the paragraph (a speech that
 * goes on in the next one). A keyboard's mark at the head of a paragraph with printer's quotations of its own only tells
 * that the paragraph is copied from elsewhere.
 */
export function findQuotations(text: string, paragraph: Span, around: Surroundings): Quotation[] {
  const { pairs, strays } = pairMarks(text, paragraph);
  const closed = outermost(pairs);
  const open: Quotation[] = [];
  let reached = paragraph.start;
  const lastDouble = closed.findLastIndex((one) => !SINGLE.has(text[one.start]!));
  let c = 0;
  for (const stray of strays) {
    while (c < closed.length && closed[c]!.end <= stray.at) c += 1;
    const next = closed[c];
    if (stray.at < reached || (next && next.start < stray.at)) continue;
    if (stray.mark === '"' && stray.at - paragraph.start < 3 && closed.some((one) => isSpeech(text, one))) continue;
    const quotation = openQuotation(
      paragraph,
      stray,
      { ...around, goesOn: around.goesOn === true && c > lastDouble },
      next,
    );
    if (!quotation) continue;
    open.push(quotation);
    reached = quotation.end;
  }
  return outermost([...closed, ...open]);
}

/** A quotation in printer's marks that is no title: a comma or a stop ends it. */
function isSpeech(text: string, { start, inner }: Quotation): boolean {
  const words = text.slice(inner.start, inner.end);
  return text[start] === '“' && (/[!?]$/.test(words) || /^\p{Lu}\S*(?:\s+\S+){2,}[,.]$/u.test(words));
}

function pairMarks(text: string, { start, end }: Span): { pairs: Quotation[]; strays: Opened[] } {
  const stack: Opened[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: string, by: number): void => void waiting.set(mark, (waiting.get(mark) ?? 0) + by);
  const pairs: Quotation[] = [];
  const strays: Opened[] = [];
  for (let at = start; at < end; at++) {
    const mark = markAt(text, at);
    if (mark === undefined) continue;
    const last = stack[stack.length - 1]?.mark;
    const isClosing = closes(text, at, mark, { start, end });
    const opener = !isClosing ? undefined : crosses(text, at, mark, last) ? last : waitingFor(waiting, mark);
    // an apostrophe must not tear a double mark open
    const isLoose = opener !== undefined && SINGLE.has(opener) && last !== opener;
    if (opener === undefined || isLoose) {
      if (opens(text, at, mark, { start, end })) {
        stack.push({ mark, at });
        count(mark, 1);
      }
    } else {
      for (;;) {
        const top = stack.pop()!;
        count(top.mark, -1);
        if (top.mark !== opener) {
          strays.push(top);
          continue;
        }
        const inner = { start: top.at + top.mark.length, end: at };
        pairs.push({ start: top.at, end: at + mark.length, inner, open: false });
        break;
      }
    }
    at += mark.length - 1;
  }
  strays.push(...stack);
  return { pairs, strays: strays.filter(({ mark }) => !SINGLE.has(mark)).sort((a, b) => a.at - b.at) };
}

function markAt(text: string, at: number): string | undefined {
  const unit = text[at]!;
  const two = unit + (text[at + 1] ?? '');
  if (two === "''" || two === '``') return two;
  return unit in CLOSERS || unit === '’' || unit === '」' || unit === '』' || unit === '›' || unit === '‟'
    ? unit
    : undefined;
}

/** A keyboard's mark may close what a printer's opened, and the other way about: only where it was opened last. */
const CROSSED: Readonly<Record<string, readonly string[]>> = { '“': ['"', '“'], '"': ['”'] };

/** `“… here," he said` and `“… here,“ he said`; a digit's inches close nothing. */
function crosses(text: string, at: number, mark: string, last: string | undefined): boolean {
  if (last === undefined || CROSSED[last]?.includes(mark) !== true) return false;
  return mark === '“' ? /[,.?!…]/.test(text[at - 1] ?? '') : !/\d/.test(text[at - 1] ?? '');
}

/** The opening mark on the stack that this mark would close, most telling first. */
function waitingFor(waiting: ReadonlyMap<string, number>, mark: string): string | undefined {
  for (const [opener, closers] of Object.entries(CLOSERS))
    if (closers.includes(mark) && (waiting.get(opener) ?? 0) > 0) return opener;
  return undefined;
}

function opens(text: string, at: number, mark: string, { start, end }: Span): boolean {
  if (!(mark in CLOSERS)) return false;
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + mark.length < end ? text[at + mark.length]! : ' ';
  if (/\s/.test(after)) return false;
  if (!AMBIGUOUS.has(mark)) return true;
  if (mark === "'" && !/\p{L}/u.test(after)) return false;
  return /[\s([{—–\-:,«“„"/]/.test(before);
}

function closes(text: string, at: number, mark: string, { start, end }: Span): boolean {
  const before = at > start ? text[at - 1]! : ' ';
  const after = at + mark.length < end ? text[at + mark.length]! : ' ';
  if (mark === '’' || mark === "'") return !/\p{L}|\d/u.test(after) && !/\s/.test(before);
  // the same mark opens and closes: before a word and after a space it opens
  if (mark === '"' || mark === "''" || mark === '“' || mark === '«')
    return !(/\s/.test(before) && /[\p{L}\d]/u.test(after));
  return true;
}

function outermost(quotations: readonly Quotation[]): Quotation[] {
  const sorted = [...quotations].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Quotation[] = [];
  for (const one of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || one.start >= last.end) kept.push(one);
  }
  return kept;
}

function openQuotation(
  paragraph: Span,
  { at, mark }: Opened,
  { sentenceEnd, goesOn }: Surroundings,
  next: Quotation | undefined,
): Quotation | undefined {
  const begins = at - paragraph.start < 3 || goesOn === true;
  const limit = begins ? paragraph.end : Math.min(paragraph.end, sentenceEnd(at));
  const end = next && !begins ? Math.min(limit, next.start) : limit;
  if (end - at < 3 || end - at > MAX_OPEN) return undefined;
  return { start: at, end, inner: { start: at + mark.length, end }, open: true };
}
