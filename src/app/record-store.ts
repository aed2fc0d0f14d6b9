import { resolve } from 'node:path';
import { foldPlain } from '../language/segment/fold.ts';
import { ChanceryError } from '../model/index.ts';
import { openStore, type StoreOptions } from '../store/open.ts';
import type { Archive, DocumentRecord, Page, PageQuery, Store } from '../store/store.ts';

/** Where the record lives when nothing else is said: the file CHANCERY_STORE names, else chancery.sqlite in the working folder. */
export function storePath(given?: string): string {
  return resolve(given ?? process.env['CHANCERY_STORE'] ?? 'chancery.sqlite');
}

/** Opens the record. One that an older version made is brought to the present schema first, also for reading. */
export function openRecordStore(path: string, options: Pick<StoreOptions, 'readOnly'> = {}): Store {
  const open = (readOnly: boolean): Store => openStore({ path, fold: foldPlain, readOnly });
  if (!options.readOnly) return open(false);
  try {
    return open(true);
  } catch (error) {
    if (!(error instanceof ChanceryError) || error.code !== 'STORE_READONLY') throw error;
    open(false).close();
    return open(true);
  }
}

/** Everything that a paged question answers, page by page. */
export function pagesOf<T>(ask: (query: PageQuery) => Page<T>): T[] {
  const items: T[] = [];
  let next: string | undefined;
  do {
    const page = ask({ limit: 1000, ...(next === undefined ? {} : { next }) });
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}

/** All documents of the record with what was made of them, newest first, one at a time. */
export function* storedDocuments(store: Archive): Generator<DocumentRecord> {
  let next: string | undefined;
  do {
    const page = store.documents({ limit: 200, ...(next === undefined ? {} : { next }) });
    for (const { id } of page.items) {
      const record = store.document(id);
      if (record) yield record;
    }
    next = page.next;
  } while (next !== undefined);
}
