import type { RecordDoor } from './app.ts';
import { loadCodebook } from './coding.ts';
import { standingsOf } from './context.ts';
import { dyadSeries } from './measure.ts';
import { openRecord } from './record.ts';
import { openRecordStore, pagesOf } from './record-store.ts';

/** The record for reading, with the handle that closes it. */
export function openRecordDoor(path: string): { record: RecordDoor; close: () => void } {
  const store = openRecordStore(path, { readOnly: true });
  const record: RecordDoor = {
    ...openRecord(store, loadCodebook()),
    dyad: (query) => {
      const now = new Date().toISOString().slice(0, 10);
      // a pair's own past is judged against the record's whole coverage, so every event is needed
      return dyadSeries(
        pagesOf((page) => store.events(page)),
        { ...query, now },
        (asked) => standingsOf(store, asked),
      );
    },
  };
  return { record, close: () => store.close() };
}
