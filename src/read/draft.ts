import type { Alternate, BlockKind, Removed } from '../model/index.ts';

/**
 * One line of a page before it is decided what it is: a paragraph of plain text, or a block element of HTML.
 * Text is already NFC, with single spaces inside.
 */
export interface Line {
  readonly text: string;
  /** What the mark-up says it is; plain text says nothing. */
  readonly kind?: BlockKind;
  /** Lines that stood together without a blank line between share a group. */
  readonly group: number;
  /** Stood here on the page but was not chosen as text: it may only mark what its neighbours are. */
  readonly ghost?: boolean;
}

export interface DraftBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

export interface DraftNote {
  readonly mark: string;
  readonly text: string;
}

/** All a reader found out, before the canonical text is laid out and offsets exist. */
export interface Draft {
  readonly title?: string | undefined;
  readonly section?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  /** What the page says of itself; only a hint. */
  readonly languageHint?: string | undefined;
  readonly alternates: readonly Alternate[];
  readonly url?: string | undefined;
  readonly blocks: readonly DraftBlock[];
  readonly notes: readonly DraftNote[];
  readonly removed: readonly Removed[];
}
