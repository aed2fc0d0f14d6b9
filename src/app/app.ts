import type { CslItem, Event } from '../model/index.ts';
import type { Claim } from '../record/claim.ts';
import type { Archive, Judgement } from '../store/store.ts';

export type { Claim } from '../record/claim.ts';
export type {
  DocumentRecord,
  DocumentSummary,
  EventQuery,
  Hit,
  Judgement,
  Page,
  PageQuery,
  SearchQuery,
  Tally,
} from '../store/store.ts';

/** What the codebook says, for readers of the record. */
export interface CodebookView {
  readonly name: string;
  readonly version: string;
  readonly types: readonly CodebookType[];
  readonly contexts: readonly CodebookEntry[];
}

export interface CodebookEntry {
  readonly code: string;
  readonly definition: string;
}

export interface CodebookMode extends CodebookEntry {
  readonly score: number;
}

export interface CodebookType extends CodebookMode {
  readonly quad: string;
  readonly example: string;
  readonly modes: readonly CodebookMode[];
}

/** One event with what a reader needs to judge it. */
export interface Explanation {
  readonly event: Event;
  /** The block of the document that the evidence stands in, verbatim. */
  readonly passage: { readonly start: number; readonly end: number; readonly text: string };
  readonly judgements: readonly Judgement[];
  /** What else the record holds about the same deed; empty where it holds nothing. */
  readonly claims: readonly Claim[];
}

/** A quotation ready to paste. */
export interface CitedEvent {
  readonly event: string;
  readonly style: string;
  /** Verbatim. */
  readonly quote: string;
  /** Absent where the text itself says it. */
  readonly speaker?: string;
  /** The speaker's own words, or the text's. */
  readonly direct?: boolean;
  readonly document: CslItem;
  readonly note?: string;
  /** Marks walked through to the work, the note's own first. */
  readonly chain?: readonly string[];
  readonly work?: CslItem;
  /** Page in the work, as the note says. */
  readonly locator?: string;
  /** The citation's lines in the style. */
  readonly citation: readonly string[];
  /** Quotation, speaker and citation as one text. */
  readonly text: string;
}

export interface CiteQuery {
  readonly style: 'chicago' | 'apa' | 'iso690';
  /** Of the words between the citations; English when absent. */
  readonly language?: string;
}

export interface DyadQuery {
  readonly dyad: readonly [string, string];
  readonly by: 'year' | 'month';
  readonly from?: string;
  readonly to?: string;
}

export interface DyadPoint {
  /** First day of the year or month. */
  readonly from: string;
  /** Sums of the scores above and below zero, both as amounts (never negative). */
  readonly cooperation: number;
  readonly conflict: number;
  readonly n: number;
  readonly events: readonly string[];
}

export interface DyadAlarm {
  readonly from: string;
  readonly level: string;
  readonly channel: string;
  readonly events: readonly string[];
}

/** What others publish of the pair in a year; a figure is absent where the imported tables do not tell it. */
export interface DyadStanding {
  readonly year: number;
  readonly allianceS?: number | undefined;
  readonly alliancePi?: number | undefined;
  readonly voteS?: number | undefined;
  readonly votePi?: number | undefined;
  /** Roll calls in which both chose. */
  readonly votes?: number | undefined;
  readonly idealPointDistance?: number | undefined;
  /** The first side's share of the two sides' capabilities. */
  readonly powerBalance?: number | undefined;
}

export interface DyadSeries {
  readonly dyad: readonly [string, string];
  readonly by: 'year' | 'month';
  readonly points: readonly DyadPoint[];
  readonly alarms: readonly DyadAlarm[];
  /** Empty where no table was imported (`chancery context`). */
  readonly standings: readonly DyadStanding[];
}

/** The record as the doors ask for it: what the API and the command line share. */
export interface RecordDoor extends Pick<Archive, 'documents' | 'document' | 'events' | 'event' | 'search' | 'tally'> {
  explain(id: string): Explanation | undefined;
  cite(id: string, query: CiteQuery): CitedEvent | undefined;
  codebook(): CodebookView;
  /** Absent where nothing measures dyads. */
  dyad?(query: DyadQuery): DyadSeries;
}
