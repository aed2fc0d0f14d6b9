/** From when on the log-linear layer codes an act, and when it overrules the parties that the rules have found. */
export interface Thresholds {
  /** An act that the rules code is kept from this probability on … */
  readonly keep: number;
  /** … as long as no event at all is not that many times as likely. */
  readonly doubt: number;
  /** An act that the rules refuse for want of a party is coded only from this probability on. */
  readonly add: number;
  /** … and with nobody but its doer only from this one on. */
  readonly alone: number;
  /** A party that only the sentence before names is one from this probability on. */
  readonly before: number;
  /** The rules' own answer is kept from that much less on where the act's word surely tells one of its type. */
  readonly ease: number;
  /** The parties of the rules give way only to an answer that is likelier by this much. */
  readonly margin: number;
}

/**
 * Set by cross-validation of the records for weights, which the rules never saw; `before` and `doubt` on seven sets of them
 * before anything was learnt from those (data/models/record.card.md). `keep` stands
 * in each model's file beside the temperature (train/train-record.ts). A convention may set its own
 * (data/conventions/<name>.thresholds.tsv).
 */
const THRESHOLDS = { doubt: 1, add: 0.45, alone: 0.5, before: 0.45, ease: 0.1, margin: 0.1 };

/** The names that a table may use. */
export const THRESHOLD_NAMES: readonly string[] = ['keep', ...Object.keys(THRESHOLDS)];

/** Those of a language but for what a convention sets. */
export function thresholdsOf(keep: number, set: Partial<Thresholds> = {}): Thresholds {
  return { ...THRESHOLDS, keep, ...set };
}
