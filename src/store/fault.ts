import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { ChanceryError } from '../model/index.ts';

const HINTS = {
  STORE_READONLY: 'Choose a store in a folder you may write to, or fix its permissions.',
  STORE_FULL: 'Free some space and run the command again: what was stored is whole, and what is there is skipped.',
  STORE_BUSY: 'Another program is writing to this store: wait for it to end, or stop it.',
  STORE_CORRUPT: 'Keep the file, restore a copy, or ingest the documents again into a new store.',
  STORE_IO: 'Check the disk and the path.',
} as const;

type FaultCode = keyof typeof HINTS;

const MESSAGES: Record<FaultCode, string> = {
  STORE_READONLY: 'the store may not be written to',
  STORE_FULL: 'the disk is full',
  STORE_BUSY: 'the store is locked',
  STORE_CORRUPT: 'the store is damaged or is no store',
  STORE_IO: 'the store cannot be reached',
};

/** SQLite's and the system's error codes by their beginning; the first that fits decides. */
const BY_PREFIX: readonly (readonly [string, FaultCode])[] = [
  ['SQLITE_READONLY', 'STORE_READONLY'],
  ['EACCES', 'STORE_READONLY'],
  ['EROFS', 'STORE_READONLY'],
  ['EPERM', 'STORE_READONLY'],
  ['SQLITE_FULL', 'STORE_FULL'],
  ['ENOSPC', 'STORE_FULL'],
  ['EDQUOT', 'STORE_FULL'],
  ['SQLITE_BUSY', 'STORE_BUSY'],
  ['SQLITE_LOCKED', 'STORE_BUSY'],
  ['SQLITE_CORRUPT', 'STORE_CORRUPT'],
  ['SQLITE_NOTADB', 'STORE_CORRUPT'],
  ['SQLITE_CANTOPEN', 'STORE_IO'],
  ['SQLITE_IOERR', 'STORE_IO'],
  ['ENOTDIR', 'STORE_IO'],
  ['EEXIST', 'STORE_IO'],
  ['EISDIR', 'STORE_IO'],
  ['ENOENT', 'STORE_IO'],
];

/** The named error for whatever SQLite or the system threw; anything unknown comes back as it is. */
export function storeFault(error: unknown, path: string): unknown {
  if (error instanceof ChanceryError || !(error instanceof Error)) return error;
  const found = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = BY_PREFIX.find(([prefix]) => found.startsWith(prefix))?.[1];
  if (!known) return error;
  // SQLite says only "unable to open" when the folder is read-only.
  const code = known === 'STORE_IO' && found.startsWith('SQLITE_') && !writable(path) ? 'STORE_READONLY' : known;
  return new ChanceryError(code, MESSAGES[code], { at: path, found, hint: HINTS[code] });
}

/** JSON that we wrote ourselves: if it does not parse, the file was damaged. */
export function damaged(path: string, found: string): ChanceryError {
  return new ChanceryError('STORE_CORRUPT', MESSAGES.STORE_CORRUPT, { at: path, found, hint: HINTS.STORE_CORRUPT });
}

function writable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
