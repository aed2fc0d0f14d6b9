/** Splits delimited text into rows of cells: RFC 4180 quotes when the separator is a comma, none for tabs. */
export interface Row {
  /** From 1, counting the header. */
  readonly line: number;
  readonly cells: readonly string[];
}

function splitQuoted(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (quoted && c === '"' && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  cells.push(cell);
  return cells;
}

/** Quotes left open run on into the next line, at most 50 lines, so that one stray quote can't swallow the file. */
function closeQuotes(text: string, start: number, end: number): number {
  let quotes = 0;
  let at = start;
  for (let lines = 0; lines < 50; lines++) {
    for (; at < end; at++) if (text.charCodeAt(at) === 34) quotes++;
    if (quotes % 2 === 0 || end >= text.length) return end;
    const next = text.indexOf('\n', end + 1);
    end = next < 0 ? text.length : next;
  }
  return -1;
}

export function* rowsOf(text: string, separator: ',' | '\t'): Generator<Row> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? text.length : newline;
    let end = lineEnd;
    if (separator === ',') {
      const closed = closeQuotes(text, start, lineEnd);
      if (closed > 0) end = closed;
    }
    const raw = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (raw.trim() !== '') {
      const cells = separator === ',' && raw.includes('"') ? splitQuoted(raw) : raw.split(separator);
      yield { line, cells };
    }
    line += end === lineEnd ? 1 : raw.split('\n').length;
    start = end + 1;
  }
}

/** Tab when the first line has one, else comma. */
export function separatorOf(text: string): ',' | '\t' {
  const newline = text.indexOf('\n');
  return text.slice(0, newline < 0 ? undefined : newline).includes('\t') ? '\t' : ',';
}

/** Column names compare without case, spaces and underscores: "Event Date", "event_date" and "EventDate" are one. */
export function columnKey(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').replace(/[A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 32));
}

/** Position of each column by its key; the first of a repeated name counts. */
export function columnsOf(header: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  header.forEach((name, index) => {
    const key = columnKey(name);
    if (!columns.has(key)) columns.set(key, index);
  });
  return columns;
}
