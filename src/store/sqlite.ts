import type { Database } from 'better-sqlite3';
import { ChanceryError, type Event, type NameAndVersion, type StateYear } from '../model/index.ts';
import { checkAll } from './check.ts';
import { damaged, storeFault } from './fault.ts';
import { findEvents, tallyEvents } from './find.ts';
import { putEntry } from './put.ts';
import { searchSentences } from './search.ts';
import { findStateYears, heldYears, putStateYears } from './state-year.ts';
import type * as kept from './store.ts';
import { fromToken, pageSize, toToken } from './token.ts';

interface Parts {
  readonly database: Database;
  readonly path: string;
  readonly fold: (text: string) => string;
}

interface CodingRow {
  readonly reading: string;
  readonly statements: string;
  readonly abstentions: string;
  readonly coder: string;
  readonly coder_version: string;
  readonly codebook: string;
  readonly codebook_version: string;
}

interface OutcomeRow {
  readonly input: string;
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

export class SqliteStore implements kept.Store {
  readonly #database: Database;
  readonly #path: string;
  readonly #fold: (text: string) => string;

  constructor({ database, path, fold }: Parts) {
    this.#database = database;
    this.#path = path;
    this.#fold = fold;
  }

  put(entry: kept.Entry): kept.PutResult {
    return this.#write((database) => {
      const result = putEntry({ database, fold: this.#fold }, entry);
      const { run, input, at } = entry.receipt;
      const outcome = entry.events.length > 0 ? 'coded' : 'abstained';
      database
        .prepare('INSERT OR REPLACE INTO outcome (run, input, at, result, document) VALUES (?, ?, ?, ?, ?)')
        .run(run, input, at, outcome, entry.document.id);
      return result;
    });
  }

  fail({ run, input, at, code, message }: kept.Failure): void {
    this.#write((database) =>
      database
        .prepare(
          `INSERT OR REPLACE INTO outcome (run, input, at, result, code, message) VALUES (?, ?, ?, 'failed', ?, ?)`,
        )
        .run(run, input, at, code, message),
    );
  }

  judge(judgement: kept.Judgement): void {
    if (!this.event(judgement.event)) {
      throw new ChanceryError('STORE_ENTRY', 'there is no such event', { found: judgement.event });
    }
    this.#write((database) =>
      database
        .prepare('INSERT INTO judgement (event, verdict, "by", at, json) VALUES (?, ?, ?, ?, ?)')
        .run(judgement.event, judgement.verdict, judgement.by, judgement.at, JSON.stringify(judgement)),
    );
  }

  putStateYears(rows: readonly StateYear[]): void {
    this.#write((database) => putStateYears(database, rows));
  }

  stateYears(query: { readonly years: readonly number[]; readonly states?: readonly string[] }): readonly StateYear[] {
    return this.#read((database) => findStateYears(database, query));
  }

  heldYears(): readonly kept.HeldYear[] {
    return this.#read(heldYears);
  }

  known(document: string, coder: NameAndVersion, codebook: NameAndVersion): boolean {
    return this.#read((database) => {
      const row = database
        .prepare(
          `SELECT 1 FROM document JOIN coding ON coding.id = document.coding
           WHERE document.id = ? AND coder = ? AND coder_version = ? AND codebook = ? AND codebook_version = ?`,
        )
        .get(document, coder.name, coder.version, codebook.name, codebook.version);
      return row !== undefined;
    });
  }

  document(id: string): kept.DocumentRecord | undefined {
    return this.#read((database) => {
      const row = database
        .prepare<[string], CodingRow>(
          `SELECT reading.json AS reading, ${CODING_COLUMNS} FROM document JOIN coding ON coding.id = document.coding
           JOIN reading ON reading.id = coding.reading WHERE document.id = ?`,
        )
        .get(id);
      if (!row) return undefined;
      const events = database
        .prepare<[string], string>('SELECT json FROM event WHERE document = ? AND current = 1 ORDER BY start, n')
        .pluck()
        .all(id);
      return {
        document: JSON.parse(row.reading),
        events: events.map((json): Event => JSON.parse(String(json))),
        statements: JSON.parse(row.statements),
        abstentions: JSON.parse(row.abstentions),
        coder: { name: row.coder, version: row.coder_version },
        codebook: { name: row.codebook, version: row.codebook_version },
      };
    });
  }

  documents(query: kept.PageQuery = {}): kept.Page<kept.DocumentSummary> {
    return this.#read((database) => {
      const limit = pageSize(query.limit);
      const after = query.next === undefined ? ['9999', ''] : fromToken(query.next, ['string', 'string']);
      const rows = database
        .prepare<(string | number)[], { id: string; published: string; summary: string }>(
          `SELECT id, published, summary FROM document WHERE published < ? OR (published = ? AND id > ?)
           ORDER BY published DESC, id LIMIT ?`,
        )
        .all(after[0] ?? '', ...after, limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const items = page.map((row): kept.DocumentSummary => JSON.parse(row.summary));
      return rows.length > limit && last ? { items, next: toToken([last.published, last.id]) } : { items };
    });
  }

  event(id: string): Event | undefined {
    return this.#read((database) => {
      const json = database
        .prepare<[string], string>('SELECT json FROM event WHERE id = ? ORDER BY current DESC, n DESC LIMIT 1')
        .pluck()
        .get(id);
      return json === undefined ? undefined : JSON.parse(String(json));
    });
  }

  events(query: kept.EventQuery = {}): kept.Page<Event> {
    return this.#read((database) => findEvents(database, query));
  }

  tally(by: 'code' | 'type' | 'context'): readonly kept.Tally[] {
    return this.#read((database) => tallyEvents(database, by));
  }

  search(query: kept.SearchQuery): kept.Page<kept.Hit> {
    return this.#read((database) => searchSentences({ database, fold: this.#fold }, query));
  }

  source(document: string): Uint8Array | undefined {
    return this.#read((database) => {
      const bytes = database.prepare('SELECT bytes FROM source WHERE id = ?').pluck().get(document);
      return bytes instanceof Uint8Array ? bytes : undefined;
    });
  }

  judgements(event: string): readonly kept.Judgement[] {
    return this.#read((database) =>
      database
        .prepare<[string], string>('SELECT json FROM judgement WHERE event = ? ORDER BY n')
        .pluck()
        .all(event)
        .map((json): kept.Judgement => JSON.parse(String(json))),
    );
  }

  report(run: string): kept.RunReport {
    return this.#read((database) => {
      const count = database.prepare('SELECT count(*) FROM outcome WHERE run = ? AND result = ?').pluck();
      const coded = Number(count.get(run, 'coded'));
      const abstained = Number(count.get(run, 'abstained'));
      const failures = database
        .prepare<[string], OutcomeRow>(
          `SELECT input, at, code, message FROM outcome WHERE run = ? AND result = 'failed' ORDER BY input`,
        )
        .all(run)
        .map((row) => ({ run, ...row }));
      const failed = failures.length;
      return { in: coded + abstained + failed, coded, abstained, failed, failures };
    });
  }

  check(): readonly kept.Fault[] {
    return this.#read(checkAll);
  }

  close(): void {
    this.#database.close();
  }

  /** Immediate: the lock is taken before anything is read, so that two writers wait instead of failing half way. */
  #write<T>(work: (database: Database) => T): T {
    return this.#guard(() => this.#database.transaction(() => work(this.#database)).immediate());
  }

  #read<T>(work: (database: Database) => T): T {
    return this.#guard(() => work(this.#database));
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof SyntaxError) throw damaged(this.#path, error.message);
      throw storeFault(error, this.#path);
    }
  }
}

const CODING_COLUMNS =
  'coding.statements, coding.abstentions, coding.coder, coding.coder_version, coding.codebook, coding.codebook_version';
