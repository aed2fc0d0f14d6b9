/** PLOVER and CAMEO share four quads; they are words of the field, not codes of one codebook. */
export type Quad = 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict';

export const QUADS: readonly Quad[] = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
];

/**
 * One coded act of one state towards another, whoever coded it (this project, ICEWS, GDELT …): what measures count.
 * An act of several parties is one row for each ordered pair; a symmetric act carries `symmetric` and the same `id`.
 */
export interface Interaction {
  readonly id: string;
  /** ISO day. */
  readonly date: string;
  /** Last day, when the source knows only a stretch; absent for a single day. */
  readonly until?: string;
  readonly source: string;
  readonly target: string;
  /** The codebook's code or type as text. */
  readonly kind: string;
  readonly mode?: string;
  readonly quad: Quad;
  /** Conflict-cooperation score, -10 to 10. Absent when the codebook gives none. */
  readonly score?: number;
  readonly contexts: readonly string[];
  readonly symmetric?: boolean;
  /** How many reports carry it; absent means one. */
  readonly reports?: number;
  /** Whose word it rests on in the end: the cited source, else the story. */
  readonly origin?: string;
  readonly outlet?: string;
  /** ISO day on which it was printed, if known. */
  readonly published?: string;
  readonly quote?: string;
}

/** A ready-made weekly score of a pair: published nets carry no single events. */
export interface NetScore {
  /** Monday, ISO day. */
  readonly week: string;
  readonly a: string;
  readonly b: string;
  readonly net: number;
  /** Sum of absolute daily scores; absent when the source gives none. */
  readonly mass?: number;
  /** Days of the week that the source covers, 1 to 7. */
  readonly days: number;
}

/** How a codebook places a code: its quad and score. Tables come from data/, never from the source text. */
export interface CodeRating {
  readonly quad: Quad;
  readonly score?: number;
  readonly label?: string;
}
export type CodeTable = ReadonlyMap<string, CodeRating>;
