import { writeCitations } from '../export/citation/index.ts';
import type { CslItem, Document, Event } from '../model/index.ts';

/** One work that a document rests on: its notes, and the events that stand at them. */
export interface Work {
  readonly citation: CslItem;
  readonly marks: readonly string[];
  readonly accessed?: string;
  readonly events: number;
}

export interface Bibliography {
  readonly works: readonly Work[];
  /** Events whose note, or the next note after them, leads to a work. */
  readonly events: number;
  /** Independent published sources behind the works: notes and Ibid. chains of one publisher count once. */
  readonly origins: readonly string[];
  /** Notes that lead to no work, with the reason. */
  readonly open: readonly { readonly mark: string; readonly why: string }[];
}

const UNKNOWN = 'an unnamed source';

/** The works behind a document's notes, walked through Ibid. and op. cit., with the events that rest on each. */
export function bibliographyOf(document: Document, events: readonly Event[]): Bibliography {
  const works = new Map<string, { citation: CslItem; marks: string[]; accessed?: string; events: number }>();
  const open: { mark: string; why: string }[] = [];
  for (const note of document.notes) {
    const root = note.resolvesTo;
    if (root === undefined || !note.citation) {
      if (note.form !== 'none') open.push({ mark: note.mark, why: note.why ?? 'it names no work' });
      continue;
    }
    const work = works.get(root) ?? {
      citation: note.citation,
      marks: [],
      events: 0,
      ...(note.accessed ? { accessed: note.accessed } : {}),
    };
    work.marks.push(note.mark);
    works.set(root, work);
  }
  const rooted = new Map(document.notes.map((note) => [note.mark, note.resolvesTo]));
  for (const event of events) {
    const mark = event.source?.note;
    const root = mark === undefined ? undefined : rooted.get(mark);
    const work = root === undefined ? undefined : works.get(root);
    if (work) work.events += 1;
  }
  const list = [...works.values()];
  const origins = [...new Set(list.map(({ citation }) => originName(citation)))].sort();
  return { works: list, events: list.reduce((sum, work) => sum + work.events, 0), origins, open };
}

function originName(citation: CslItem): string {
  return citation.publisher ?? citation['container-title'] ?? citation.author?.[0]?.family ?? UNKNOWN;
}

export type CitationFormat = 'csl' | 'bibtex' | 'ris';

/** The works as CSL-JSON, BibTeX or RIS. */
export function printWorks(works: readonly Work[], format: CitationFormat): string {
  return writeCitations(
    works.map((work) => work.citation),
    format,
  );
}
