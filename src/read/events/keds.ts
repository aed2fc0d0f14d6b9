import { ChanceryError } from '../../model/index.ts';
import { ratingOf } from './codes.ts';
import { type Imported, type ImportOptions, ImportTally, isoDate } from './imported.ts';
import { columnsOf, rowsOf, separatorOf } from './rows.ts';

/**
 * Rows of the KEDS/TABARI programs: date, source, target, code (CAMEO or WEIS), with or without a header.
 * An actor is the whole code, its first six or its first three letters, whichever the name list knows first.
 */
export function readKeds(text: string, options: ImportOptions): Imported {
  const codes = options.codes;
  if (!codes) {
    throw new ChanceryError('CODES_NEEDED', 'these rows need a code table', {
      ...at(options),
      hint: 'Give --codes cameo or --codes weis',
    });
  }
  const tally = new ImportTally();
  const actor = actorFinder(options, tally.names);
  let columns = columnsOf(['date', 'source', 'target', 'code']);
  for (const { line, cells } of rowsOf(text, separatorOf(text))) {
    if (line === 1 && isoDate(cells[0] ?? '') === undefined) {
      columns = headerOf(cells, options);
      continue;
    }
    const cell = (name: string): string => cells[columns.get(name) ?? -1]?.trim() ?? '';
    const date = isoDate(cell('date'));
    const source = actor(cell('source'));
    const target = actor(cell('target'));
    const code = cell('code');
    const rating = ratingOf(codes, code);
    if (!date) tally.skip('with a date that is none');
    else if (source === undefined || target === undefined) tally.skip('with an actor that is not in the name list');
    else if (source === target) tally.skip('within one actor');
    else if (!rating) tally.skip('with a code that the table does not know');
    else {
      const { quad, score } = rating;
      const id = `${date}:${cell('source')}:${cell('target')}:${code}`;
      tally.events.push({
        id,
        date,
        source,
        target,
        kind: code,
        quad,
        contexts: [],
        ...(score === undefined ? {} : { score }),
      });
    }
  }
  return tally.done(options.file);
}

function at(options: ImportOptions): { at?: string } {
  return options.file === undefined ? {} : { at: options.file };
}

function headerOf(cells: readonly string[], options: ImportOptions): Map<string, number> {
  const columns = columnsOf(cells);
  for (const name of ['date', 'source', 'target', 'code']) {
    if (columns.has(name)) continue;
    throw new ChanceryError('EVENTS_COLUMNS', `no column "${name}"`, {
      ...at(options),
      expected: 'date, source, target, code',
      found: cells.join(', '),
    });
  }
  return columns;
}

/** One code stands for each name: a preferred one, else the first listed. */
function actorFinder(options: ImportOptions, shown: Map<string, string>): (code: string) => string | undefined {
  const { names, preferred } = options;
  if (!names) return (code) => code.slice(0, 3) || undefined;
  const codeOf = new Map<string, string>();
  for (const [code, name] of names) {
    const held = codeOf.get(name);
    if (held === undefined || (preferred?.has(code) && !preferred.has(held))) codeOf.set(name, code);
  }
  for (const [name, code] of codeOf) shown.set(code, name);
  return (code) => {
    const name = names.get(code) ?? names.get(code.slice(0, 6)) ?? names.get(code.slice(0, 3));
    return name === undefined ? undefined : codeOf.get(name);
  };
}

/** Reads a `code,name` list. Throws NAMES_COLUMNS. */
export function readNames(text: string, file: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let columns = new Map<string, number>();
  for (const { line, cells } of rowsOf(text, separatorOf(text))) {
    if (line === 1) {
      columns = columnsOf(cells);
      if (!columns.has('code') || !columns.has('name')) {
        throw new ChanceryError('NAMES_COLUMNS', 'not a name list', {
          at: file,
          expected: 'code,name',
          found: cells.join(','),
        });
      }
      continue;
    }
    const code = cells[columns.get('code')!]?.trim();
    const name = cells[columns.get('name')!]?.trim();
    if (code && name) names.set(code, name);
  }
  return names;
}
