import { resolve } from 'node:path';
import { foldPlain } from '../language/segment/fold.ts';
import { openStore, type StoreOptions } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** Where the record lives when nothing else is said: the file CHANCERY_STORE names, else chancery.sqlite in the working folder. */
export function storePath(given?: string): string {
  return resolve(given ?? process.env['CHANCERY_STORE'] ?? 'chancery.sqlite');
}

export function openRecordStore(path: string, options: Pick<StoreOptions, 'readOnly'> = {}): Store {
  return openStore({ path, fold: foldPlain, ...options });
}
