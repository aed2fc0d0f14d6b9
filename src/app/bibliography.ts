import { writeCitations } from '../export/citation/index.ts';
import type { CslItem, Document, Event, Note } from '../model/index.ts';
import { groupReports } from '../record/report.ts';
import { type Witness, witnessesOf } from '../record/witness.ts';
import { noteReach } from '../resolve/note/index.ts';
import { publisherOf } from './origins.ts';

/** One work that a document rests on: its notes, and the events that stand at them. */
export interface Work {
  readonly citation: CslItem;
  readonly marks: readonly string[];
  readonly accessed?: string;
  readonly events: number;
  /** How many of them have the note at their own sentence or quotation; for the others it is the next note behind them. */
  readonly noted: number;
}

export interface Bibliography {
  readonly works: readonly Work[];
  /** Events whose note, or the next note after them, leads to a work. */
  readonly events: number;
  /** Independent published sources behind the works: notes and Ibid. chains of one publisher count once. */
  readonly origins: readonly string[];
  /** Notes that lead to no work, with the reason. */
  readonly open: readonly { readonly mark: string; readonly why: string }[];
  /** What was coded, and on how many independent origins' word. */
  readonly counted: Counted;
}

/** Reports counted by repetition and by independent origin. */
export interface Counted {
  readonly events: number;
  readonly reports: number;
  readonly origins: readonly Witness[];
}

export function countReports(events: readonly Event[]): Counted {
  return { events: groupReports(events).length, reports: events.length, origins: witnessesOf(events) };
}

interface OpenWork {
  citation: CslItem;
  marks: string[];
  accessed?: string;
  events: number;
  noted: number;
}

/** The works behind a document's notes, walked through Ibid. and op. cit., with the events that rest on each. */
export function bibliographyOf(document: Document, events: readonly Event[]): Bibliography {
  const { works, open } = worksOf(document.notes);
  countEvents(document, events, works);
  const list = [...works.values()];
  const origins = new Map(
    list.map(({ citation }) => publisherOf(citation)).map((carrier) => [carrier.witness, carrier.name]),
  );
  return {
    works: list,
    events: list.reduce((sum, work) => sum + work.events, 0),
    origins: [...origins.values()].sort(),
    open,
    counted: countReports(events),
  };
}

function worksOf(notes: readonly Note[]): { works: Map<string, OpenWork>; open: { mark: string; why: string }[] } {
  const works = new Map<string, OpenWork>();
  const open: { mark: string; why: string }[] = [];
  for (const note of notes) {
    const { resolvesTo: root, citation, accessed } = note;
    if (root === undefined || !citation) {
      // a mark without a note has a place in the text and none below it; a note of mere words names no work and owes none
      const isMissing = note.start === note.end && note.references.length > 0;
      if (note.form !== 'none' || isMissing) open.push({ mark: note.mark, why: note.why ?? 'it names no work' });
      continue;
    }
    const work = works.get(root) ?? { citation, marks: [], events: 0, noted: 0, ...(accessed ? { accessed } : {}) };
    work.marks.push(note.mark);
    works.set(root, work);
  }
  return { works, open };
}

/** An event rests on its own note or, as readers take it, on the next one behind it. */
function countEvents(document: Document, events: readonly Event[], works: ReadonlyMap<string, OpenWork>): void {
  const rooted = new Map(document.notes.map((note) => [note.mark, note.resolvesTo]));
  const reach = noteReach(document);
  for (const { source, evidence } of events) {
    const own = source?.note;
    const root = own === undefined ? reach(evidence).next?.resolvesTo : rooted.get(own);
    const work = root === undefined ? undefined : works.get(root);
    if (!work) continue;
    work.events += 1;
    if (own !== undefined) work.noted += 1;
  }
}

export type CitationFormat = 'csl' | 'bibtex' | 'ris';

/**
 * The works of all documents as CSL-JSON, BibTeX or RIS: a work that several cite stands once, and says which notes of
 * which document lead to it. Ids are made unique: a document's own begin at `note-1` in each.
 */
export function printWorks(
  documents: readonly { readonly document: Document; readonly works: readonly Work[] }[],
  format: CitationFormat,
): string {
  const many = documents.length > 1;
  const items = new Map<string, { citation: CslItem; notes: string[] }>();
  for (const { document, works } of documents) {
    for (const { citation, marks } of works) {
      const { id: _, accessed: __, ...rest } = citation;
      const key = JSON.stringify(rest);
      const item = items.get(key) ?? { citation, notes: [] };
      const where = many ? ` of ${document.title ?? document.id}` : '';
      item.notes.push(`${marks.length > 1 ? 'notes' : 'note'} ${marks.join(', ')}${where}`);
      items.set(key, item);
    }
  }
  const used = new Set<string>();
  return writeCitations(
    [...items.values()].map(({ citation, notes }) => ({
      ...citation,
      id: unique(citation.id, used),
      note: notes.join('; '),
    })),
    format,
  );
}

function unique(id: string, used: Set<string>): string {
  let name = id;
  for (let n = 2; used.has(name); n++) name = `${id}-${n}`;
  used.add(name);
  return name;
}
