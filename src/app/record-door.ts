import type { Event } from '../model/index.ts';
import type { Store } from '../store/store.ts';
import type { RecordDoor } from './app.ts';
import { loadCodebook } from './coding.ts';
import { standingsOf } from './context.ts';
import { dyadSeries } from './measure.ts';
import { openRecord } from './record.ts';
import { openRecordStore } from './record-store.ts';

/** The record for reading, with the handle that closes it. */
export function openRecordDoor(path: string): { record: RecordDoor; close: () => void } {
  const store = openRecordStore(path, { readOnly: true });
  const record: RecordDoor = {
    ...openRecord(store, loadCodebook()),
    dyad: (query) => {
      const now = new Date().toISOString().slice(0, 10);
      return dyadSeries(allEvents(store), { ...query, now }, (asked) => standingsOf(store, asked));
    },
  };
  return { record, close: () => store.close() };
}

/** A pair's own past is judged against the record's whole coverage, so every event is needed. */
function allEvents(store: Store): Event[] {
  const events: Event[] = [];
  let next: string | undefined;
  do {
    const page = store.events({ limit: 1000, ...(next === undefined ? {} : { next }) });
    events.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return events;
}
