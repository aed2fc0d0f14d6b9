import type { RecordDoor } from './app.ts';
import { loadCodebook } from './coding.ts';
import { openRecord } from './record.ts';
import { openRecordStore } from './record-store.ts';

/** The record for reading, with the handle that closes it. */
export function openRecordDoor(path: string): { record: RecordDoor; close: () => void } {
  const store = openRecordStore(path, { readOnly: true });
  return { record: openRecord(store, loadCodebook()), close: () => store.close() };
}
