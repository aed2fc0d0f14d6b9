/** From when on the log-linear layer codes an act, and when it overrules the parties that the rules have found. */
export interface Thresholds {
  /** An act that the rules code is kept from this probability on … */
  readonly keep: number;
  /** … as long as no event at all is not that many times as likely. */
  readonly doubt: number;
  /** An act that the rules refuse for want of a party is coded only from this probability on. */
  readonly add: number;
  /** The parties of the rules give way only to an answer that is likelier by this much. */
  readonly margin: number;
}

/**
 * The highest tried that cost no language more than a point of F1 by cross-validation of the records for weights, which the
 * rules never saw, at the temperatures that ship (train/train-record.ts): .35 would cost Turkish two, .4 nearly four.
 * A convention may set its own (data/conventions/<name>.thresholds.tsv).
 */
export const THRESHOLDS: Thresholds = { keep: 0.3, doubt: 1.5, add: 0.45, margin: 0.1 };
