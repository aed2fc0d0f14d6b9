import type { Block, BlockKind, Document, Span } from '../../model/index.ts';

/** A line of a block: what a quotation may fill and what a speaker's label stands in front of. */
export interface Paragraph extends Span {
  readonly block: number;
  readonly kind: BlockKind;
}

const SKIPPED: readonly BlockKind[] = ['note', 'byline'];

/** The readable paragraphs of a document in order; a block of several lines (bare text) gives several. */
export function paragraphsOf({ text, blocks }: Document): Paragraph[] {
  return blocks.flatMap((block, b) => (SKIPPED.includes(block.kind) ? [] : linesOf(text, block, b)));
}

function linesOf(text: string, { start, end, kind }: Block, block: number): Paragraph[] {
  const lines: Paragraph[] = [];
  for (let from = start; from < end; ) {
    const next = text.indexOf('\n', from);
    const stop = next < 0 || next > end ? end : next;
    if (text.slice(from, stop).trim() !== '') lines.push({ start: from, end: stop, block, kind });
    from = stop + 1;
  }
  return lines;
}
