import type { Moment } from './moment.ts';

/** A phrase found at pieces first..last. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly moment: Moment;
}
