import type { Database } from 'better-sqlite3';
import type { StateYear } from '../model/index.ts';
import type { HeldYear } from './store.ts';

/** The caller holds the transaction. A year of a kind is replaced as a whole: a newer edition may lack what an older one had. */
export function putStateYears(database: Database, rows: readonly StateYear[]): void {
  const clear = database.prepare('DELETE FROM state_year WHERE kind = ? AND year = ?');
  for (const key of new Set(rows.map(({ kind, year }) => `${kind}\t${year}`))) clear.run(...key.split('\t'));
  const insert = database.prepare('INSERT INTO state_year (kind, year, state, json) VALUES (?, ?, ?, ?)');
  for (const { kind, year, state, values } of rows) insert.run(kind, year, state, JSON.stringify(values));
}

type Row = Omit<StateYear, 'values'> & { readonly json: string };

export function findStateYears(
  database: Database,
  { years, states }: { readonly years: readonly number[]; readonly states?: readonly string[] },
): StateYear[] {
  const narrowed = states === undefined ? '' : 'AND state IN (SELECT value FROM json_each(?))';
  return database
    .prepare<string[], Row>(
      `SELECT kind, year, state, json FROM state_year WHERE year IN (SELECT value FROM json_each(?)) ${narrowed}
       ORDER BY kind, year, state`,
    )
    .all(JSON.stringify(years), ...(states === undefined ? [] : [JSON.stringify(states)]))
    .map(({ json, ...row }): StateYear => ({ ...row, values: JSON.parse(json) }));
}

export function heldYears(database: Database): HeldYear[] {
  return database
    .prepare<[], HeldYear>(
      'SELECT kind, year, count(*) AS states FROM state_year GROUP BY kind, year ORDER BY kind, year',
    )
    .all();
}
