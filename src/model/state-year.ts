/** What others publish about states by year: alliances, ideal points and votes in the UN General Assembly, capabilities. */
export type StateYearKind = 'alliances' | 'cinc' | 'ideal-points' | 'un-votes';

export const STATE_YEAR_KINDS: readonly StateYearKind[] = ['alliances', 'cinc', 'ideal-points', 'un-votes'];

/** One state in one year. */
export interface StateYear {
  readonly kind: StateYearKind;
  /** ISO 3166-1 alpha-3 (or its predecessor's: SUN, YUG, CSK …). */
  readonly state: string;
  readonly year: number;
  /**
   * alliances: partner's code -> 1 entente, 2 neutrality or non-aggression, 3 defence · un-votes: roll call -> 1 yes,
   * 2 abstain, 3 no · cinc: `cinc` -> share of the world, 0 to 1 · ideal-points: `point` -> place on the line.
   */
  readonly values: Readonly<Record<string, number>>;
}
