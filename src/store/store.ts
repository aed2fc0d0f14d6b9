import type {
  Abstention,
  Document,
  Event,
  NameAndVersion,
  Sentence,
  Span,
  Stance,
  Statement,
  StateYear,
  StateYearKind,
  TextSpan,
} from '../model/index.ts';

/** One document with all that was made of it: what `put` keeps in one transaction. */
export interface Entry {
  readonly document: Document;
  /** The bytes as they came; their SHA-256 is the document's id. */
  readonly source: Uint8Array;
  readonly sentences: readonly Pick<Sentence, 'index' | 'start' | 'end'>[];
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly abstentions: readonly Abstention[];
  readonly coder: NameAndVersion;
  readonly codebook: NameAndVersion;
  readonly receipt: Receipt;
}

/** Which run handled which input when: the line of the run report. */
export interface Receipt {
  readonly run: string;
  /** Path, URL or `-`: what the user typed or what was found in a folder. */
  readonly input: string;
  /** ISO instant; the caller reads the clock. */
  readonly at: string;
}

export interface Failure extends Receipt {
  readonly code: string;
  readonly message: string;
}

/** `added`: a new document · `recoded`: known bytes, new result (the old one is kept) · `unchanged`: nothing was written but the receipt. */
export type PutResult = 'added' | 'recoded' | 'unchanged';

/** What a reader decided about an event. Rows are only ever added. */
export interface Judgement {
  readonly event: string;
  readonly verdict: 'accept' | 'reject' | 'correct' | 'unsure';
  readonly by: string;
  readonly at: string;
  readonly reason?: string;
  /** The corrected event where the verdict is `correct`. */
  readonly after?: Event;
}

export interface DocumentSummary {
  readonly id: string;
  readonly url: string | null;
  readonly title?: string;
  readonly section?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  readonly events: number;
  readonly statements: number;
  readonly abstentions: number;
  readonly notes: number;
}

export interface DocumentRecord {
  readonly document: Document;
  /** In the order of the text. */
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly abstentions: readonly Abstention[];
  readonly coder: NameAndVersion;
  readonly codebook: NameAndVersion;
}

export interface PageQuery {
  /** 1 to 1,000; 50 when absent. */
  readonly limit?: number;
  /** The `next` of the page before. */
  readonly next?: string;
}

/** `next` is absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/**
 * Actors, recipients and speakers match by code (`RUS`) or by id (`vladimir-putin`). Dates are ISO and may stop at the
 * year or month; an event matches when its interval touches [from, to], and an undated event matches no date.
 */
export interface EventQuery extends PageQuery {
  readonly actor?: string;
  readonly recipient?: string;
  /** On either side. */
  readonly party?: string;
  /** Either direction; symmetric acts between the two count as well. */
  readonly dyad?: readonly [string, string];
  readonly speaker?: string;
  readonly type?: string;
  readonly mode?: string;
  readonly quad?: string;
  readonly context?: string;
  readonly stance?: Stance;
  readonly from?: string;
  readonly to?: string;
  readonly minConfidence?: number;
  readonly document?: string;
}

export interface SearchQuery extends PageQuery {
  /** Words (each may go on: `patrol` finds `patrols`) and "quoted phrases". All must be in the sentence. */
  readonly text: string;
}

export interface Hit {
  readonly document: { readonly id: string; readonly title?: string; readonly published?: string };
  readonly sentence: TextSpan;
  /** Where the query's words stand, as offsets into `sentence.text`. */
  readonly matches: readonly Span[];
  /** Ids of the events that rest on this sentence. */
  readonly events: readonly string[];
}

export interface Tally {
  readonly value: string;
  readonly events: number;
}

/** `in` is always `coded + abstained + failed`; a document without any event counts as abstained. */
export interface RunReport {
  readonly in: number;
  readonly coded: number;
  readonly abstained: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/** One thing that `check` found wrong. */
export interface Fault {
  readonly what: 'file' | 'source' | 'evidence';
  readonly at: string;
  readonly says: string;
}

/** How many states a kind of context data tells of in one year. */
export interface HeldYear {
  readonly kind: StateYearKind;
  readonly year: number;
  readonly states: number;
}

/** What may be asked. */
export interface Archive {
  /** True when these bytes were already coded by this coder with this codebook: a rerun may skip them. */
  known(document: string, coder: NameAndVersion, codebook: NameAndVersion): boolean;
  document(id: string): DocumentRecord | undefined;
  /** Newest first, undated last, then by id. */
  documents(query?: PageQuery): Page<DocumentSummary>;
  event(id: string): Event | undefined;
  /** By date, undated last; then by document, place in the text and id. */
  events(query?: EventQuery): Page<Event>;
  /** How many events name each actor's code (on either side), or have each type or context; most first. */
  tally(by: 'code' | 'type' | 'context'): readonly Tally[];
  /** Best first. */
  search(query: SearchQuery): Page<Hit>;
  source(document: string): Uint8Array | undefined;
  judgements(event: string): readonly Judgement[];
  report(run: string): RunReport;
  /** Context data of these years (and of these states only, if named), by kind, year and state. */
  stateYears(query: { readonly years: readonly number[]; readonly states?: readonly string[] }): readonly StateYear[];
  /** Which years of which kinds are held, by kind and year. */
  heldYears(): readonly HeldYear[];
  /** Reads everything once: file structure, source hashes, quotes. Empty when whole. */
  check(): readonly Fault[];
}

/**
 * Keeps documents with their source bytes and their events, and answers questions about them. Every write is one
 * transaction: after a crash a document is there with all its events or not at all. Errors are ChanceryErrors
 * STORE_READONLY, STORE_FULL, STORE_BUSY, STORE_CORRUPT, STORE_FOREIGN, STORE_NEWER, STORE_IO, STORE_ENTRY, STORE_QUERY.
 */
export interface Store extends Archive {
  put(entry: Entry): PutResult;
  fail(failure: Failure): void;
  judge(judgement: Judgement): void;
  /** Keeps context data; a year of a kind replaces what was held of it. */
  putStateYears(rows: readonly StateYear[]): void;
  close(): void;
}
