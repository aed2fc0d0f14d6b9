import { readdirSync } from 'node:fs';

/** Records by a hand that did not know the coder. They are only scored, as sums: no errors shown, no floors, no training. */
export const blindRecords = (language: string): string => `gold/records/blind.${language}.jsonl`;

/** Names of the gold files of records whose errors may be looked at. */
export function openRecords(): string[] {
  return readdirSync('gold/records')
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('blind.'))
    .sort();
}
