import type { Database } from 'better-sqlite3';
import type { DocumentSummary, Hit, Page, SearchQuery } from './store.ts';
import { fromToken, pageSize, toToken } from './token.ts';

interface Row {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly marked: string;
  readonly score: number;
  readonly summary: string;
}

/** Private-use characters stand around the matches: no published text has them and every tokenizer drops them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

const SQL = `
SELECT sentence.document, sentence.start, sentence."end", sentence.text, document.summary, hit.marked, hit.score
FROM (SELECT rowid AS n, rank AS score, highlight(sentence_fts, 0, '${OPEN}', '${CLOSE}') AS marked
      FROM sentence_fts WHERE sentence_fts MATCH ?) AS hit
JOIN sentence ON sentence.n = hit.n JOIN document ON document.id = sentence.document
WHERE (hit.score, sentence.document, sentence.start) > (?, ?, ?)
ORDER BY hit.score, sentence.document, sentence.start LIMIT ?`;

interface Index {
  readonly database: Database;
  readonly fold: (text: string) => string;
}

/** Sentences that hold every word of the query, best first (BM25), ties by place. */
export function searchSentences({ database, fold }: Index, query: SearchQuery): Page<Hit> {
  const limit = pageSize(query.limit);
  const match = toMatch(fold(query.text));
  if (match === '') return { items: [] };
  const after = query.next === undefined ? [-1e300, '', -1] : fromToken(query.next, ['number', 'string', 'number']);
  const rows = database.prepare<(string | number)[], Row>(SQL).all(match, ...after, limit + 1);
  const events = database
    .prepare<[string, number, number], string>(
      'SELECT id FROM event WHERE document = ? AND current = 1 AND start < ? AND "end" > ? ORDER BY start, id',
    )
    .pluck();
  const page = rows.slice(0, limit);
  const items = page.map((row) => toHit(row, events.all(row.document, row.end, row.start).map(String)));
  const last = page.at(-1);
  if (rows.length <= limit || !last) return { items };
  return { items, next: toToken([last.score, last.document, last.start]) };
}

/** FTS5's own query language is never exposed: words and phrases are quoted, words may go on. */
function toMatch(folded: string): string {
  const terms: string[] = [];
  for (const part of folded.split('"').entries()) {
    const [i, text] = part;
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (i % 2 === 1 && words.length > 0) terms.push(`"${words.join(' ')}"`);
    else terms.push(...words.map((word) => `"${word}"*`));
  }
  return terms.slice(0, 32).join(' AND ');
}

function toHit(row: Row, events: readonly string[]): Hit {
  const { id, title, published }: DocumentSummary = JSON.parse(row.summary);
  return {
    document: { id, ...(title !== undefined && { title }), ...(published !== undefined && { published }) },
    sentence: { start: row.start, end: row.end, text: row.text },
    matches: spansOf(row.marked),
    events,
  };
}

/** The fold keeps lengths, so places in the folded sentence are places in the sentence itself. */
function spansOf(marked: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let at = 0;
  let start = 0;
  for (const part of marked.split(/([\uE000\uE001])/)) {
    if (part === OPEN) start = at;
    else if (part === CLOSE) spans.push({ start, end: at });
    else at += part.length;
  }
  return spans;
}
