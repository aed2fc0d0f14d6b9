import type { CslItem } from './csl.ts';
import type { Span } from './span.ts';

export type BlockKind =
  | 'title'
  | 'heading'
  | 'keypoint'
  | 'paragraph'
  | 'blockquote'
  | 'listitem'
  | 'table'
  | 'caption'
  | 'note'
  | 'byline';

export interface Block extends Span {
  readonly kind: BlockKind;
}

/** What the reader took out of the page, and why: nothing disappears silently. */
export interface Removed {
  readonly reason: string;
  readonly text: string;
}

/** How a note names its work: in full, by a back reference, or not at all (a remark). */
export type NoteForm = 'full' | 'ibid' | 'opcit' | 'none';

export interface Note extends Span {
  /** The mark as printed, without brackets: "3", "*", "iv". */
  readonly mark: string;
  /** Where the body refers to the note. */
  readonly references: readonly Span[];
  readonly form: NoteForm;
  /** Mark of the full note this one stands for (its own mark when it is full). */
  readonly resolvesTo?: string;
  /** Marks walked through to get there, this note's first: ["6","5","4","3","1"]. */
  readonly chain?: readonly string[];
  readonly citation?: CslItem;
  /** ISO date on which the author says to have read the source. */
  readonly accessed?: string;
  readonly locator?: string;
  /** Why `resolvesTo` is absent. */
  readonly why?: string;
}

export interface Alternate {
  readonly language: string;
  readonly url: string | null;
}

export interface Document {
  /** `sha256:` of the source bytes. */
  readonly id: string;
  readonly url: string | null;
  readonly title?: string;
  readonly section?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  /** ISO date, as precise as the page says: 2023, 2023-11 or 2023-11-08. */
  readonly published?: string;
  readonly language?: string;
  readonly alternates: readonly Alternate[];
  /** Canonical text, NFC. Boilerplate is not in it; every offset in the project points into it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  readonly removed: readonly Removed[];
}
