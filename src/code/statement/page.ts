import type { Document, Mention, Span } from '../../model/index.ts';
import { firstWhere } from './first-where.ts';
import type { Paragraph } from './paragraph.ts';
import { findQuotations, type Quotation } from './quotation.ts';
import type { Read, StatementWords } from './voice.ts';

/** One paragraph with the sentences and quotations that lie in it, both in order. */
export interface Passage {
  readonly paragraph: Paragraph;
  readonly reads: readonly Read[];
  readonly quotations: readonly Quotation[];
}

/** A document laid out for finding speakers: its paragraphs one after the other. */
export interface Page {
  readonly document: Document;
  readonly mentions: readonly (readonly Mention[])[];
  readonly words: StatementWords;
  readonly passages: readonly Passage[];
}

interface Layout {
  readonly document: Document;
  readonly reads: readonly Read[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly words: StatementWords;
  readonly paragraphs: readonly Paragraph[];
}

export function pageOf({ document, reads, mentions, words, paragraphs }: Layout): Page {
  let from = 0;
  const passages = paragraphs.map((paragraph, p): Passage => {
    while (from < reads.length && reads[from]!.sentence.end <= paragraph.start) from += 1;
    let to = from;
    while (to < reads.length && reads[to]!.sentence.start < paragraph.end) to += 1;
    const own = reads.slice(from, to);
    const goesOn = beginsQuoted(document.text, paragraphs[p + 1]);
    const sentenceEnd = (at: number): number => own[firstEndingAfter(own, at)]?.sentence.end ?? paragraph.end;
    const quotations = findQuotations(document.text, paragraph, { goesOn, sentenceEnd }).filter(
      (quotation) => !isNickname(document.text, quotation),
    );
    return { paragraph, reads: own, quotations };
  });
  return { document, mentions, words, passages };
}

/** John “Jack” Smith: one word between two names is no quotation. */
function isNickname(text: string, { start, end, inner }: Quotation): boolean {
  const isName = /^\p{Lu}\p{L}*$/u.test(text.slice(inner.start, inner.end));
  return (
    isName &&
    /(?:^|\s)\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, start - MAX_NAME), start)) &&
    /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))
  );
}

const MAX_NAME = 24;

function beginsQuoted(text: string, paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && /^\s*(?:["“«„]|'')/.test(text.slice(paragraph.start, paragraph.start + 4));
}

/** Index of the first sentence that ends after a place; the length when there is none. */
export function firstEndingAfter(reads: readonly Read[], at: number): number {
  return firstWhere(reads.length, (k) => reads[k]!.sentence.end > at);
}

/** Quotations that overlap a span. */
export function quotationsIn(quotations: readonly Quotation[], { start, end }: Span): Quotation[] {
  const found: Quotation[] = [];
  for (let k = firstWhere(quotations.length, (i) => quotations[i]!.end > start); k < quotations.length; k++) {
    if (quotations[k]!.start >= end) break;
    found.push(quotations[k]!);
  }
  return found;
}
