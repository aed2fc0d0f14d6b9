import { readdirSync } from 'node:fs';

/** Records by a hand that did not know the coder. They are only scored, as sums: no errors shown, no floors, no training. */
export const blindRecords = (language: string): string => `gold/records/blind.${language}.jsonl`;

/** The same in plain agency style. */
export const plainRecords = (language: string): string => `gold/records/plain.${language}.jsonl`;

/** Records by hands that did not know the coder, from which the layer's weights and thresholds are learnt: the rules never saw their errors. */
export const weightRecords = (language: string): string => `gold/records/weights.${language}.jsonl`;

/** Passages as they stand in the middle of real prose, where most words of deeds tell none: the rules are mended on them and the layer learns from them. */
export const proseRecords = (language: string): string => `gold/records/prose.${language}.jsonl`;

/** Names of the gold files of records whose errors may be looked at. */
export function openRecords(): string[] {
  return readdirSync('gold/records')
    .filter((name) => name.endsWith('.jsonl') && !/^(blind|plain|prose|weights)\./.test(name))
    .sort();
}
