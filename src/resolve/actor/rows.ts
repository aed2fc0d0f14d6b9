const HASH = 35;

/**
 * Calls with every line's cells and number, without the header: for files too long to make an object of every line. The list of
 * cells is the same one each time; take the cells, not the list.
 */
export function eachRow(text: string, take: (cells: readonly string[], line: number) => void): void {
  const cells: string[] = [];
  let line = 1;
  let from = text.indexOf('\n') + 1;
  while (from > 0 && from < text.length) {
    line++;
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    if (to > from && text.charCodeAt(from) !== HASH) {
      cut(text, from, to, cells);
      take(cells, line);
    }
    from = to + 1;
  }
}

function cut(text: string, from: number, to: number, cells: string[]): void {
  let count = 0;
  for (let at = from; at <= to; ) {
    let tab = text.indexOf('\t', at);
    if (tab < 0 || tab > to) tab = to;
    cells[count++] = text.slice(at, tab);
    at = tab + 1;
  }
  cells.length = count;
}

/** The columns a table must have, in its own order: cells are taken by them. */
export function columnsOf(text: string): readonly string[] {
  const end = text.indexOf('\n');
  return text.slice(0, end < 0 ? text.length : end).split('\t');
}
