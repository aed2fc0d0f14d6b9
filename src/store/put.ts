import type { Database } from 'better-sqlite3';
import { ChanceryError, type Event } from '../model/index.ts';
import { facetsOf } from './facet.ts';
import { sha256 } from './hash.ts';
import type { DocumentSummary, Entry, PutResult } from './store.ts';

/** Undated events and documents sort behind every date. */
export const UNDATED = '9999-99-99';

interface Writer {
  readonly database: Database;
  readonly fold: (text: string) => string;
}

/** Writes one document; the caller holds the transaction. */
export function putEntry(writer: Writer, entry: Entry): PutResult {
  refuseUnfaithful(entry);
  const { database } = writer;
  const { id } = entry.document;
  const reading = JSON.stringify(entry.document);
  const coding = codingId(entry, reading);
  const current = database.prepare('SELECT coding FROM document WHERE id = ?').pluck().get(id);
  if (current === coding) return 'unchanged';
  const summary = JSON.stringify(summarise(entry));
  if (typeof current === 'string') retire(database, id, current);
  database.prepare('INSERT OR IGNORE INTO source (id, bytes) VALUES (?, ?)').run(id, Buffer.from(entry.source));
  database
    .prepare(
      `INSERT INTO document (id, coding, published, summary) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET coding = excluded.coding, published = excluded.published, summary = excluded.summary`,
    )
    .run(id, coding, entry.document.published ?? '', summary);
  if (database.prepare('SELECT 1 FROM coding WHERE id = ?').get(coding) === undefined) {
    insertCoding(writer, { entry, reading, coding, summary });
  }
  revive(database, coding);
  return current === undefined ? 'added' : 'recoded';
}

/** The promise of the record: bytes match the id and every quotation stands in the text, or nothing is stored. */
function refuseUnfaithful({ document, source, events }: Entry): void {
  const found = sha256(source);
  if (document.id !== found) throw unfaithful('the id is not the hash of the source bytes', document.id, found);
  const ids = new Set<string>();
  for (const { id, evidence, trigger } of events) {
    if (ids.has(id)) throw unfaithful('two events have one id', id, evidence.quote);
    ids.add(id);
    const quote = document.text.slice(evidence.start, evidence.end);
    if (quote !== evidence.quote) throw unfaithful('the quotation is not in the text', id, quote);
    const words = document.text.slice(trigger.start, trigger.end);
    if (words !== trigger.text) throw unfaithful('the trigger is not in the text', id, words);
  }
}

function unfaithful(message: string, at: string, found: string): ChanceryError {
  return new ChanceryError('STORE_ENTRY', message, { at, found: found.slice(0, 120) });
}

function codingId(entry: Entry, reading: string): string {
  const { coder, codebook, sentences, events, statements, abstentions } = entry;
  const spans = sentences.map(({ start, end }) => [start, end]);
  return sha256(JSON.stringify([reading, coder, codebook, spans, events, statements, abstentions]));
}

function summarise({ document, events, statements, abstentions }: Entry): DocumentSummary {
  const { id, url, title, section, authors, publisher, published, language, notes } = document;
  return {
    id,
    url,
    ...(title !== undefined && { title }),
    ...(section !== undefined && { section }),
    authors,
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
    ...(language !== undefined && { language }),
    events: events.length,
    statements: statements.length,
    abstentions: abstentions.length,
    notes: notes.length,
  };
}

interface NewCoding {
  readonly entry: Entry;
  readonly reading: string;
  readonly coding: string;
  readonly summary: string;
}

function insertCoding({ database, fold }: Writer, { entry, reading, coding, summary }: NewCoding): void {
  const { document, coder, codebook, statements, abstentions, receipt } = entry;
  const readingId = sha256(reading);
  database
    .prepare('INSERT OR IGNORE INTO reading (id, document, json) VALUES (?, ?, ?)')
    .run(readingId, document.id, reading);
  database
    .prepare('INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      ...[coding, document.id, readingId, coder.name, coder.version, codebook.name, codebook.version],
      ...[summary, JSON.stringify(statements), JSON.stringify(abstentions), receipt.at],
    );
  const sentence = database.prepare(
    'INSERT INTO sentence (coding, document, start, "end", text, folded) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { start, end } of entry.sentences) {
    const text = document.text.slice(start, end);
    sentence.run(coding, document.id, start, end, text, searchable(text, fold));
  }
  insertEvents(database, coding, entry.events);
}

/** Search marks its matches by place, so the folded sentence must be as long as the sentence and free of the marks. */
function searchable(text: string, fold: (text: string) => string): string {
  const folded = fold(text).replace(/[\uE000\uE001]/g, ' ');
  if (folded.length === text.length) return folded;
  throw new ChanceryError('STORE_ENTRY', 'the fold must keep lengths', { found: folded.slice(0, 120) });
}

function insertEvents(database: Database, coding: string, events: readonly Event[]): void {
  const insert = database.prepare(
    `INSERT INTO event (id, coding, document, current, day, day_from, day_to, start, "end", confidence, json)
     VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const facet = database.prepare('INSERT INTO facet (side, value, event) VALUES (?, ?, ?)');
  for (const event of events) {
    const { id, document, when, evidence, confidence } = event;
    const from = when?.from ?? null;
    const { lastInsertRowid } = insert.run(
      ...[id, coding, document.id, from ?? UNDATED, from, when?.to ?? null],
      ...[evidence.start, evidence.end, confidence, JSON.stringify(event)],
    );
    for (const [side, value] of facetsOf(event)) facet.run(side, value, lastInsertRowid);
  }
}

/** Takes a coding out of the answers; its rows stay. */
function retire(database: Database, document: string, coding: string): void {
  database.prepare('UPDATE event SET current = 0 WHERE document = ? AND current = 1').run(document);
  database
    .prepare(
      `INSERT INTO sentence_fts (sentence_fts, rowid, folded) SELECT 'delete', n, folded FROM sentence WHERE coding = ?`,
    )
    .run(coding);
}

function revive(database: Database, coding: string): void {
  database.prepare('UPDATE event SET current = 1 WHERE coding = ?').run(coding);
  database
    .prepare('INSERT INTO sentence_fts (rowid, folded) SELECT n, folded FROM sentence WHERE coding = ?')
    .run(coding);
}
