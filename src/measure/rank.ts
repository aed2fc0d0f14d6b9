export const definition =
  'How rare a value this strong has been: its place among all pair-weeks seen so far in the channel, this week included.';
export const formula = 'rank = #{pair-weeks up to now with a strength of at least this one} / #{pair-weeks up to now}';
export const unit = 'share, 0 to 1; small is rare';
export const source =
  'empirical distribution; nominal p-values are too small by a factor of 2 to 20 in the tail (measured)';

const BIN = 1 / 500;
const BINS = 1 << 16;

/** Counts of strengths in fine bins under a Fenwick tree: adding and asking cost 16 steps each. */
export class StrengthRanks {
  readonly #tree = new Float64Array(BINS + 1);
  #listed = 0;
  #seen = 0;

  /** Pair-weeks that passed, whether listed or not. */
  pass(pairWeeks: number): void {
    this.#seen += pairWeeks;
  }

  add(strength: number): void {
    this.#listed++;
    for (let at = binOf(strength) + 1; at <= BINS; at += at & -at) this.#tree[at]!++;
  }

  rankOf(strength: number): number {
    let below = 0;
    for (let at = binOf(strength); at > 0; at -= at & -at) below += this.#tree[at]!;
    return (this.#listed - below) / Math.max(1, this.#seen, this.#listed);
  }
}

function binOf(strength: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(strength / BIN)));
}
