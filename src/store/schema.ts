/** Marks the file as ours ("CHCY"), so that a foreign SQLite file is never written to. */
export const APPLICATION_ID = 0x43484359;

/**
 * Migration n takes a store from version n to n + 1 (`PRAGMA user_version`). Never edit one that was released: add the next.
 *
 * A document's bytes never change (its id is their hash). What a reader made of them is a `reading`, what a coder made
 * of that is a `coding`; both are named by the hash of their content, so the same result is kept once and an older
 * one stays beside the newer. `document.coding` points to the current one.
 *
 * `facet` holds every value an event can be asked for by: one narrow index instead of one per question.
 */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE source (id TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE document (
  id TEXT PRIMARY KEY REFERENCES source (id),
  coding TEXT NOT NULL,
  published TEXT NOT NULL,
  summary TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX document_order ON document (published DESC, id);

CREATE TABLE reading (id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, json TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  reading TEXT NOT NULL REFERENCES reading (id),
  coder TEXT NOT NULL,
  coder_version TEXT NOT NULL,
  codebook TEXT NOT NULL,
  codebook_version TEXT NOT NULL,
  summary TEXT NOT NULL,
  statements TEXT NOT NULL,
  abstentions TEXT NOT NULL,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX coding_document ON coding (document);

CREATE TABLE sentence (
  n INTEGER PRIMARY KEY,
  coding TEXT NOT NULL REFERENCES coding (id),
  document TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  folded TEXT NOT NULL
);
CREATE INDEX sentence_coding ON sentence (coding, start);
CREATE VIRTUAL TABLE sentence_fts USING fts5 (
  folded, content = 'sentence', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  coding TEXT NOT NULL REFERENCES coding (id),
  document TEXT NOT NULL,
  current INTEGER NOT NULL,
  day TEXT NOT NULL,
  day_from TEXT,
  day_to TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  confidence REAL NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (coding, id)
);
CREATE INDEX event_order ON event (day, document, start, id) WHERE current = 1;
CREATE INDEX event_document ON event (document, current);
CREATE INDEX event_id ON event (id);
CREATE TABLE facet (
  side TEXT NOT NULL, value TEXT NOT NULL, event INTEGER NOT NULL REFERENCES event (n),
  PRIMARY KEY (side, value, event)
) WITHOUT ROWID;

CREATE TABLE outcome (
  run TEXT NOT NULL, input TEXT NOT NULL, at TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('coded', 'abstained', 'failed')),
  document TEXT, code TEXT, message TEXT,
  PRIMARY KEY (run, input)
) WITHOUT ROWID;

CREATE TABLE judgement (
  n INTEGER PRIMARY KEY, event TEXT NOT NULL, verdict TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL
);
CREATE INDEX judgement_event ON judgement (event, n);
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN SELECT RAISE (ABORT, 'judgements are only ever added'); END;
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN SELECT RAISE (ABORT, 'judgements are only ever added'); END;
`,
  `
CREATE TABLE state_year (
  kind TEXT NOT NULL, year INTEGER NOT NULL, state TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, year, state)
) WITHOUT ROWID;
`,
];
