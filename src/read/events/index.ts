import { ChanceryError } from '../../model/index.ts';
import { readGdelt } from './gdelt2.ts';
import { readIcews } from './icews.ts';
import type { Imported, ImportOptions } from './imported.ts';
import { readKeds } from './keds.ts';
import { readNative } from './native.ts';
import { readPhoenix } from './phoenix.ts';
import { readPolecat } from './polecat.ts';

export { parseCodes } from './codes.ts';
export type { Imported, ImportOptions } from './imported.ts';
export { readNames } from './keds.ts';
export { fromEvents } from './native.ts';
export { type ImportedNets, readWeeklyNet } from './weekly-net.ts';

const READERS: Readonly<Record<string, (text: string, options: ImportOptions) => Imported>> = {
  native: readNative,
  keds: readKeds,
  icews: readIcews,
  polecat: readPolecat,
  gdelt2: readGdelt,
  phoenix: readPhoenix,
};

/** `weekly-net` is read by readWeeklyNet: it carries scores, not events. */
export const PROFILES: readonly string[] = [...Object.keys(READERS), 'weekly-net'];

/** Reads event rows of a profile. Throws PROFILE_UNKNOWN, EVENTS_* or CODES_NEEDED. */
export function readEvents(profile: string, text: string, options: ImportOptions = {}): Imported {
  const read = READERS[profile];
  if (read) return read(text, options);
  throw new ChanceryError('PROFILE_UNKNOWN', 'no such profile of event rows', {
    expected: PROFILES.join(', '),
    found: profile,
  });
}
