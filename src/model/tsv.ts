import { ChanceryError } from './error.ts';

/** One record of a TSV file, with the place it came from for error messages and explanations. */
export interface TsvRow {
  readonly line: number;
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a TSV text: a header line, then one record a line; empty lines and lines that start with # are skipped.
 * Missing trailing fields are ''. Throws TSV_HEADER, TSV_FIELDS or TSV_EMPTY with file and line.
 */
export function parseTsv(text: string, file: string, required: readonly string[]): TsvRow[] {
  const lines = text.split('\n');
  const header = (lines[0] ?? '').replace(/\r$/, '').split('\t');
  for (const column of required) {
    if (!header.includes(column)) {
      throw new ChanceryError('TSV_HEADER', `no column "${column}"`, {
        at: `${file}:1:1`,
        expected: required.join(', '),
        found: header.join(', '),
        hint: 'The first line names the columns, separated by tabs',
      });
    }
  }
  const rows: TsvRow[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!.replace(/\r$/, '');
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    if (cells.length > header.length) {
      throw new ChanceryError('TSV_FIELDS', 'too many fields', {
        at: `${file}:${i + 1}:1`,
        expected: `${header.length} fields`,
        found: `${cells.length}`,
        hint: 'A tab inside a field? Use a space',
      });
    }
    const fields: Record<string, string> = {};
    for (let c = 0; c < header.length; c++) fields[header[c]!] = cells[c] ?? '';
    rows.push({ line: i + 1, at: `${file}:${i + 1}`, fields });
  }
  if (rows.length === 0)
    throw new ChanceryError('TSV_EMPTY', 'no records', { at: file, hint: 'An empty data file is an error' });
  return rows;
}
