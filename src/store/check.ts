import type { Database } from 'better-sqlite3';
import type { Document, Event } from '../model/index.ts';
import { sha256 } from './hash.ts';
import type { Fault } from './store.ts';

/** SQLite keeps no checksum of its pages: our own hashes and quotations show what it cannot. */
export function checkAll(database: Database): Fault[] {
  return [...fileFaults(database), ...sourceFaults(database), ...evidenceFaults(database)];
}

function fileFaults(database: Database): Fault[] {
  const says = database.prepare('PRAGMA integrity_check').pluck().all().map(String);
  return says.filter((line) => line !== 'ok').map((line) => ({ what: 'file', at: 'integrity_check', says: line }));
}

function sourceFaults(database: Database): Fault[] {
  const faults: Fault[] = [];
  const rows = database.prepare<[], { id: string; bytes: Buffer }>('SELECT id, bytes FROM source ORDER BY id');
  for (const { id, bytes } of rows.iterate()) {
    const found = sha256(bytes);
    if (found !== id) faults.push({ what: 'source', at: id, says: `the bytes hash to ${found}` });
  }
  return faults;
}

function evidenceFaults(database: Database): Fault[] {
  const faults: Fault[] = [];
  const readings = database.prepare<[], { id: string; json: string }>('SELECT id, json FROM reading ORDER BY id');
  const events = database
    .prepare<[string], string>(
      'SELECT json FROM event WHERE coding IN (SELECT id FROM coding WHERE reading = ?) ORDER BY n',
    )
    .pluck();
  for (const { id, json } of readings.all()) {
    if (sha256(json) !== id) {
      faults.push({ what: 'evidence', at: id, says: 'the text was changed after it was read' });
      continue;
    }
    const { text }: Document = JSON.parse(json);
    for (const row of events.iterate(id)) {
      const { id: event, evidence }: Event = JSON.parse(String(row));
      if (text.slice(evidence.start, evidence.end) !== evidence.quote) {
        faults.push({ what: 'evidence', at: event, says: 'the quotation is not in the text' });
      }
    }
  }
  return faults;
}
