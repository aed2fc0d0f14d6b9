import type { TextSpan } from './span.ts';

export type Precision = 'day' | 'month' | 'year' | 'range';
export type DateBasis = 'stated' | 'relative' | 'published';

/** ISO dates, both ends inclusive. */
export interface Interval {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
  readonly basis: DateBasis;
}

/** A date phrase in the text. `interval` is absent when it can't be resolved; `why` then says the reason. */
export interface TimeExpression extends TextSpan {
  readonly interval?: Interval;
  readonly why?: string;
  /** An anniversary or a background date ("five years after …"): it must not date the event beside it. */
  readonly background?: boolean;
}
