import type { Participant } from './actor.ts';
import type { CslItem } from './csl.ts';
import type { Interval } from './interval.ts';
import type { Origin } from './origin.ts';
import type { TextSpan } from './span.ts';

export type Stance = 'happened' | 'planned' | 'demanded' | 'denied' | 'hypothetical';

/** On whose word an event rests. A speaker whom nobody knows has the code `---` and the words of the text as name. */
export interface Attribution {
  readonly speaker: Participant;
  readonly cue: TextSpan;
  readonly direct: boolean;
}

/** The sentence an event rests on: `Document.text.slice(start, end) === quote`. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** One step of the coder's reasoning; `at` is the line of data it used. */
export interface Step {
  readonly rule: string;
  readonly at?: string;
  readonly says: string;
}

export interface SourceRef {
  /** Mark of the note at the sentence. */
  readonly note?: string;
  readonly chain?: readonly string[];
  readonly citation?: CslItem;
}

export interface DocumentRef {
  readonly id: string;
  readonly url: string | null;
  readonly title?: string;
}

export interface NameAndVersion {
  readonly name: string;
  readonly version: string;
}

/** Who did or said what to whom, when, about what, and on whose word (contract: `chancery code`). */
export interface Event {
  readonly id: string;
  readonly record: string | null;
  readonly document: DocumentRef;
  readonly type: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly cameo: string | null;
  readonly quad: string;
  readonly score: number;
  readonly actor: readonly Participant[];
  readonly recipient: readonly Participant[];
  readonly stance: Stance;
  readonly attribution: Attribution | null;
  readonly when: Interval | null;
  readonly where: string | null;
  readonly source: SourceRef | null;
  /** Absent when the page names no source and no publisher. */
  readonly origin?: Origin;
  readonly trigger: TextSpan;
  readonly evidence: Evidence;
  readonly confidence: number;
  readonly explanation: readonly Step[];
  readonly coder: NameAndVersion;
  readonly codebook: NameAndVersion;
}

/** A sentence that names two parties and a known act and still was not coded, with the reason. */
export interface Abstention {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}
