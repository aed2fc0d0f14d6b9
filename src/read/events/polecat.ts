import { ChanceryError, type Interaction } from '../../model/index.ts';
import { quadOf, scoreOf } from './codes.ts';
import { stateOf } from './icews.ts';
import { type Imported, type ImportOptions, ImportTally, isoDate, present } from './imported.ts';
import { columnsOf, rowsOf } from './rows.ts';

const NEEDED = ['eventdate', 'eventtype', 'quadcode', 'actorcountry', 'recipientcountry'];

/** POLECAT (NGEC) files: 40 columns, TSV with a header; `None` is missing, several values are joined by "; ". */
export function readPolecat(text: string, options: ImportOptions): Imported {
  const tally = new ImportTally();
  let columns: ReadonlyMap<string, number> | undefined;
  for (const { line, cells } of rowsOf(text, '\t')) {
    if (!columns) {
      columns = headerOf(cells, options);
      continue;
    }
    const held = columns;
    const cell = (name: string): string | undefined => present(cells[held.get(name) ?? -1]);
    const date = isoDate(cell('eventdate') ?? '');
    const kind = cell('eventtype');
    const quad = quadOf(cell('quadcode') ?? '');
    const sources = listOf(cell('actorcountry'));
    const targets = listOf(cell('recipientcountry'));
    if (!date) tally.skip('with a date that is none');
    else if (!kind || !quad) tally.skip('without a type or quad');
    else if (sources.length === 0 || targets.length === 0) tally.skip('without two states');
    else {
      const event = { date, kind, quad, line, cell };
      let pairs = 0;
      for (const source of sources) {
        for (const target of targets) {
          const from = stateOf(source, options);
          const to = stateOf(target, options);
          if (!from || !to || from === to) continue;
          tally.events.push(interaction(event, from, to));
          pairs++;
        }
      }
      if (pairs === 0) tally.skip('within one state or outside the name list');
    }
  }
  return tally.done(options.file);
}

interface Parsed {
  readonly date: string;
  readonly kind: string;
  readonly quad: Interaction['quad'];
  readonly line: number;
  readonly cell: (name: string) => string | undefined;
}

function interaction({ date, kind, quad, line, cell }: Parsed, source: string, target: string): Interaction {
  const mode = cell('eventmode');
  const score = scoreOf(cell('intensity') ?? cell('eventintensity'));
  const outlet = cell('source');
  const published = isoDate(cell('publicationdate') ?? '');
  return {
    id: cell('eventid') ?? `row ${line}`,
    date,
    source,
    target,
    kind,
    quad,
    contexts: listOf(cell('contexts')),
    ...(mode === undefined ? {} : { mode }),
    ...(score === undefined ? {} : { score }),
    ...(outlet === undefined ? {} : { outlet, origin: outlet }),
    ...(published === undefined ? {} : { published }),
  };
}

function listOf(text: string | undefined): string[] {
  const parts = (text ?? '').split(';').flatMap((part) => present(part) ?? []);
  return [...new Set(parts)];
}

function headerOf(cells: readonly string[], options: ImportOptions): ReadonlyMap<string, number> {
  const columns = columnsOf(cells);
  const missing = NEEDED.filter((name) => !columns.has(name));
  if (missing.length === 0) return columns;
  throw new ChanceryError('EVENTS_COLUMNS', `columns are missing: ${missing.join(', ')}`, {
    ...(options.file === undefined ? {} : { at: options.file }),
    expected: 'a POLECAT file with its header line, tab separated',
    found: cells.join(', ').slice(0, 200),
  });
}
