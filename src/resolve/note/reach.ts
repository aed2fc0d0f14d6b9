import type { Block, Document, Note, Span } from '../../model/index.ts';

/** The notes that a passage leans on. */
export interface Reach {
  /** The note that introduces a quotation: "he said:[2]" and the block under it. */
  readonly introducing?: Note;
  /** The next note behind the passage, near enough to cover it. */
  readonly next?: Note;
}

interface Mark extends Span {
  readonly note: Note;
}

/** A note covers what has been said since the note before, but no more than so many blocks, and never across a heading. */
const BLOCKS = 4;

/** Answers for a place of the document which note introduces it and which comes next. One pass over the marks a document. */
export function noteReach({
  text,
  blocks,
  notes,
}: Pick<Document, 'text' | 'blocks' | 'notes'>): (place: Span) => Reach {
  const marks = notes
    .flatMap((note) => note.references.map(({ start, end }): Mark => ({ start, end, note })))
    .sort((a, b) => a.start - b.start);
  if (marks.length === 0) return () => ({});
  const body = blocks.filter(({ kind }) => kind !== 'note' && kind !== 'byline' && kind !== 'caption');
  return (place) => {
    const at = firstFrom(body, place.start + 1) - 1;
    const introducing = at < 1 ? undefined : introducingMark(text, body[at]!, body[at - 1]!, marks);
    const next = at < 0 ? undefined : nextMark(place, body, at, marks);
    return { ...(introducing && { introducing: introducing.note }), ...(next && { next: next.note }) };
  };
}

/** The last mark of the block before, where that block ends in a colon and this one is what it announces. */
function introducingMark(text: string, block: Block, before: Block, marks: readonly Mark[]): Mark | undefined {
  const mark = marks[firstFrom(marks, block.start) - 1];
  if (!mark || mark.start < before.start) return undefined;
  const isLast = text.slice(mark.end, before.end).trim().replace(':', '') === '';
  const announces =
    /:\s*$/.test(text.slice(before.start, mark.start)) || text.slice(mark.end, before.end).includes(':');
  const quoted = block.kind === 'blockquote' || /^\s*[“"«„‘]/u.test(text.slice(block.start, block.start + 3));
  return isLast && announces && quoted ? mark : undefined;
}

function nextMark(place: Span, body: readonly Block[], at: number, marks: readonly Mark[]): Mark | undefined {
  const mark = marks[firstFrom(marks, place.end)];
  if (!mark) return undefined;
  for (let i = at; i < Math.min(body.length, at + BLOCKS); i++) {
    const block = body[i]!;
    if (i > at && (block.kind === 'heading' || block.kind === 'title')) return undefined;
    // a mark is glued to the end of its block
    if (mark.start <= block.end) return mark;
  }
  return undefined;
}

/** Index of the first span that begins at or behind a place. */
function firstFrom(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
