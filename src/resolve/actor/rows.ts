/** Calls with every line's cells and number, without the header: for files too long to make an object of every line. */
export function eachRow(text: string, take: (cells: readonly string[], line: number) => void): void {
  let line = 1;
  let from = text.indexOf('\n') + 1;
  while (from > 0 && from < text.length) {
    line++;
    let to = text.indexOf('\n', from);
    if (to < 0) to = text.length;
    if (to > from && text[from] !== '#') take(cellsOf(text, from, to), line);
    from = to + 1;
  }
}

function cellsOf(text: string, from: number, to: number): string[] {
  const cells: string[] = [];
  for (let at = from; at <= to; ) {
    let tab = text.indexOf('\t', at);
    if (tab < 0 || tab > to) tab = to;
    cells.push(text.slice(at, tab));
    at = tab + 1;
  }
  return cells;
}

/** The columns a table must have, in its own order: cells are taken by them. */
export function columnsOf(text: string): readonly string[] {
  const end = text.indexOf('\n');
  return text.slice(0, end < 0 ? text.length : end).split('\t');
}
