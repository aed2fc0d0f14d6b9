import type { Block, Document, Note, Span } from '../model/index.ts';
import type { Draft, DraftNote } from './draft.ts';
import { findReferences } from './reference.ts';

export interface Identity {
  readonly id: string;
  readonly language?: string | undefined;
  readonly url: string | null;
}

const GAP = '\n\n';

/** Lays out the canonical text: blocks in order, joined by blank lines, notes last; and gives every piece its place. */
export function compose(draft: Draft, identity: Identity): Document {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  const add = (kind: Block['kind'], text: string): Span => {
    if (parts.length > 0) at += GAP.length;
    const span = { start: at, end: at + text.length };
    parts.push(text);
    blocks.push({ kind, ...span });
    at = span.end;
    return span;
  };
  for (const block of draft.blocks) if (block.text !== '') add(block.kind, block.text);
  const placed: PlacedNote[] = [];
  for (const note of draft.notes) if (note.text !== '') placed.push({ note, span: add('note', note.text) });
  const text = parts.join(GAP);
  return {
    id: identity.id,
    url: identity.url,
    ...present({ title: draft.title, section: draft.section }),
    authors: draft.authors,
    ...present({ publisher: draft.publisher, published: draft.published, language: identity.language }),
    alternates: draft.alternates.filter((alternate) => alternate.language !== identity.language),
    text,
    blocks,
    notes: placeNotes(text, blocks, placed),
    removed: draft.removed,
  };
}

interface PlacedNote {
  readonly note: DraftNote;
  readonly span: Span;
}

/**
 * Gives each note its references. A mark may occur again later (notes numbered anew in each chapter): the n-th
 * note of a mark then takes the n-th reference, unless there is one note only, which takes them all.
 */
function placeNotes(text: string, blocks: readonly Block[], placed: readonly PlacedNote[]): Note[] {
  const marks = new Set(placed.map(({ note }) => note.mark));
  const { found, orphans } = findReferences(text, blocks, marks);
  const total = new Map<string, number>();
  for (const { note } of placed) total.set(note.mark, (total.get(note.mark) ?? 0) + 1);
  const used = new Map<string, number>();
  const notes: Note[] = placed.map(({ note, span }) => {
    const all = found.get(note.mark) ?? [];
    const turn = used.get(note.mark) ?? 0;
    used.set(note.mark, turn + 1);
    const only = total.get(note.mark) === 1;
    const references = only ? all : all.slice(turn, turn + 1);
    return { mark: note.mark, ...span, references, form: 'none', why: 'the note has not been looked up yet' };
  });
  for (const { mark, span } of orphans) {
    notes.push({
      mark,
      start: span.end,
      end: span.end,
      references: [span],
      form: 'none',
      why: 'the page has no note with this mark',
    });
  }
  return notes;
}

function present<T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } {
  const kept: { [K in keyof T]?: string } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== '') kept[key] = value;
  }
  return kept;
}
