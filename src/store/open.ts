import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ChanceryError } from '../model/index.ts';
import { storeFault } from './fault.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';
import { SqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  /** A file, made with its folders when absent; `:memory:` keeps everything in memory. */
  readonly path: string;
  /** One-to-one, length-preserving fold for full-text search: applied to sentences and to queries. */
  readonly fold: (text: string) => string;
  /** Refuse writes, and refuse to make a file. */
  readonly readOnly?: boolean;
  /** How long to wait for another writer, in milliseconds; 5,000 when absent. */
  readonly busyTimeout?: number;
  /** The size at which the store answers STORE_FULL; the disk's size when absent. */
  readonly maxBytes?: number;
}

/** Opens or makes a SQLite store and brings it to the newest schema. */
export function openStore(options: StoreOptions): Store {
  const { path } = options;
  try {
    return new SqliteStore({ database: openDatabase(options), path, fold: options.fold });
  } catch (error) {
    throw storeFault(error, path);
  }
}

function openDatabase(options: StoreOptions): Database.Database {
  const { path, readOnly = false, busyTimeout = 5_000 } = options;
  if (readOnly && !existsSync(path)) {
    throw new ChanceryError('STORE_IO', 'there is no store here', { at: path, hint: 'Ingest some documents first.' });
  }
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { readonly: readOnly, timeout: busyTimeout });
  try {
    prepare(database, options);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database.Database, options: StoreOptions): void {
  refuseForeign(database, options.path);
  if (!options.readOnly) {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
  }
  database.pragma('foreign_keys = ON');
  if (options.maxBytes !== undefined) {
    const size = Number(database.pragma('page_size', { simple: true }));
    database.pragma(`max_page_count = ${Math.max(1, Math.floor(options.maxBytes / size))}`);
  }
  migrate(database, options);
}

function refuseForeign(database: Database.Database, path: string): void {
  const id = Number(database.pragma('application_id', { simple: true }));
  const tables = Number(database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (id === APPLICATION_ID || (id === 0 && tables === 0)) return;
  throw new ChanceryError('STORE_FOREIGN', 'this database belongs to another program', {
    at: path,
    hint: 'Name another file for the store.',
  });
}

function migrate(database: Database.Database, options: StoreOptions): void {
  const version = (): number => Number(database.pragma('user_version', { simple: true }));
  if (version() > MIGRATIONS.length) {
    throw new ChanceryError('STORE_NEWER', 'a newer version wrote this store', {
      at: options.path,
      expected: `schema ${MIGRATIONS.length} or older`,
      found: `schema ${version()}`,
      hint: 'Update Chancery.',
    });
  }
  if (version() === MIGRATIONS.length) return;
  if (options.readOnly) {
    throw new ChanceryError('STORE_READONLY', 'the store must be brought to the present schema first', {
      at: options.path,
      found: `schema ${version()}`,
      hint: 'Open it once with a command that may write.',
    });
  }
  // Immediate: of two programs that open a new store at once, the second waits and then finds nothing to do.
  database
    .transaction(() => {
      for (const sql of MIGRATIONS.slice(version())) database.exec(sql);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}
