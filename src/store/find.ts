import type { Database } from 'better-sqlite3';
import { ChanceryError, type Event } from '../model/index.ts';
import { pairKey, type Side } from './facet.ts';
import type { EventQuery, Page, Tally } from './store.ts';
import { fromToken, pageSize, toToken } from './token.ts';

interface Row {
  readonly day: string;
  readonly document: string;
  readonly start: number;
  readonly id: string;
  readonly json: string;
}

/** The events of the current codings that match every filter given. */
export function findEvents(database: Database, query: EventQuery): Page<Event> {
  const limit = pageSize(query.limit);
  const where = ['current = 1'];
  const values: (string | number)[] = [];
  const add = (sql: string, ...given: (string | number)[]): void => {
    where.push(sql);
    values.push(...given);
  };
  for (const [side, value] of wanted(query)) {
    add('n IN (SELECT event FROM facet WHERE side = ? AND value = ?)', side, value);
  }
  if (query.from !== undefined) add('day_to >= ?', firstDay(query.from));
  if (query.to !== undefined) add('day_from <= ?', lastDay(query.to));
  if (query.minConfidence !== undefined) add('confidence >= ?', query.minConfidence);
  if (query.next !== undefined) {
    add(
      '(day, document, start, id) > (?, ?, ?, ?)',
      ...fromToken(query.next, ['string', 'string', 'number', 'string']),
    );
  }
  const rows = database
    .prepare<(string | number)[], Row>(
      `SELECT day, document, start, id, json FROM event WHERE ${where.join(' AND ')}
       ORDER BY day, document, start, id LIMIT ?`,
    )
    .all(...values, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const items = page.map((row): Event => JSON.parse(row.json));
  if (rows.length <= limit || !last) return { items };
  return { items, next: toToken([last.day, last.document, last.start, last.id]) };
}

function wanted(query: EventQuery): (readonly [Side, string])[] {
  const sides: (readonly [Side, string | undefined])[] = [
    ['actor', query.actor],
    ['recipient', query.recipient],
    ['party', query.party],
    ['pair', query.dyad && pairKey(...query.dyad)],
    ['speaker', query.speaker],
    ['type', query.type],
    ['mode', query.mode],
    ['quad', query.quad],
    ['context', query.context],
    ['stance', query.stance],
    ['document', query.document],
  ];
  return sides.flatMap(([side, value]) => (value === undefined ? [] : [[side, value] as const]));
}

/** How many current events have each value, most first. */
export function tallyEvents(database: Database, by: Side): Tally[] {
  return database
    .prepare<[string], Tally>(
      `SELECT value, count(*) AS events FROM facet JOIN event ON event.n = facet.event
       WHERE side = ? AND current = 1 GROUP BY value ORDER BY events DESC, value`,
    )
    .all(by);
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

function firstDay(date: string): string {
  refuseOther(date);
  return date + '-01-01'.slice(date.length - 4);
}

/** Day 31 even in February: it is only compared, and no day of the month comes after it. */
function lastDay(date: string): string {
  refuseOther(date);
  return date + '-12-31'.slice(date.length - 4);
}

function refuseOther(date: string): void {
  if (DATE.test(date)) return;
  throw new ChanceryError('STORE_QUERY', 'this is no date', {
    expected: 'YYYY, YYYY-MM or YYYY-MM-DD',
    found: date.slice(0, 40),
  });
}
