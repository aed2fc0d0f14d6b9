import { columnsOf, rowsOf, separatorOf } from '../events/rows.ts';

/** One row of a published table, asked by any of the names that its column has had. */
export interface Line {
  /** file:line */
  readonly at: string;
  /** Text of the first of these columns that the file has; '' without one. Names as `columnKey` makes them. */
  cell(...names: readonly string[]): string;
}

/** A published table: its columns' names and its rows. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly string[];
  has(...names: readonly string[]): boolean;
  lines(): Iterable<Line>;
}

/** Words for "not known" in the published files. */
const MISSING = new Set(['', 'na', 'nan', 'null', '.', '-9', '-9.0']);

export function isMissing(text: string): boolean {
  return MISSING.has(text.toLowerCase());
}

export function sheetOf(file: string, text: string): Sheet {
  const separator = separatorOf(text);
  const rows = rowsOf(text, separator);
  const header = rows.next().value?.cells ?? [];
  const columns = columnsOf(header);
  return {
    file,
    columns: header,
    has: (...names) => names.some((name) => columns.has(name)),
    *lines() {
      for (const { line, cells } of rows) {
        yield {
          at: `${file}:${line}`,
          cell: (...names) => {
            const name = names.find((each) => columns.has(each));
            return (cells[columns.get(name ?? '') ?? -1] ?? '').trim();
          },
        };
      }
    },
  };
}
