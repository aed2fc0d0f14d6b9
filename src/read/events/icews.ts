import { ChanceryError } from '../../model/index.ts';
import { quadOf, ratingOf, scoreOf } from './codes.ts';
import { type Imported, type ImportOptions, ImportTally, isoDate, present } from './imported.ts';
import { columnsOf, rowsOf, separatorOf } from './rows.ts';

/** Columns by the names of the Dataverse files (20 columns, TSV) and of the derived tables that circulate. */
const ALIASES = {
  id: ['eventid'],
  date: ['eventdate', 'date'],
  source: ['sourcecountry', 'sourcestate'],
  target: ['targetcountry', 'targetstate'],
  code: ['cameocode', 'code'],
  score: ['intensity', 'goldstein'],
  quad: ['quad', 'quadcode'],
  story: ['storyid'],
  outlet: ['publisher'],
  text: ['eventtext', 'event'],
} as const;
const NEEDED: readonly (keyof typeof ALIASES)[] = ['date', 'source', 'target', 'code'];

/** ICEWS events. States are named as in the file unless a name list is given; codes stay text ("010" is not 10). */
export function readIcews(text: string, options: ImportOptions): Imported {
  const tally = new ImportTally();
  let find: ((field: keyof typeof ALIASES, cells: readonly string[]) => string | undefined) | undefined;
  for (const { line, cells } of rowsOf(text, separatorOf(text))) {
    if (!find) {
      find = finder(cells, options);
      continue;
    }
    const date = isoDate(find('date', cells) ?? '');
    const source = stateOf(find('source', cells), options);
    const target = stateOf(find('target', cells), options);
    const code = find('code', cells) ?? '';
    const rating = options.codes && ratingOf(options.codes, code);
    const quad = quadOf(find('quad', cells) ?? '') ?? rating?.quad;
    if (!date) tally.skip('with a date that is none');
    else if (!source || !target) tally.skip('without two states');
    else if (source === target) tally.skip('within one state');
    else if (!quad) tally.skip('with a code that the table does not know');
    else {
      const score = scoreOf(find('score', cells)) ?? rating?.score;
      const story = find('story', cells);
      const outlet = find('outlet', cells);
      tally.events.push({
        id: find('id', cells) ?? `row ${line}`,
        date,
        source,
        target,
        kind: code,
        quad,
        contexts: [],
        ...(score === undefined ? {} : { score }),
        ...(story === undefined ? {} : { origin: story }),
        ...(outlet === undefined ? {} : { outlet }),
      });
    }
  }
  return tally.done(options.file);
}

function finder(
  header: readonly string[],
  options: ImportOptions,
): (field: keyof typeof ALIASES, cells: readonly string[]) => string | undefined {
  const columns = columnsOf(header);
  const at = new Map<string, number>();
  for (const [field, names] of Object.entries(ALIASES)) {
    const name = names.find((candidate) => columns.has(candidate));
    if (name !== undefined) at.set(field, columns.get(name)!);
  }
  for (const field of NEEDED) {
    if (at.has(field)) continue;
    throw new ChanceryError('EVENTS_COLUMNS', `no column for ${field}`, {
      ...(options.file === undefined ? {} : { at: options.file }),
      expected: ALIASES[field].join(' or '),
      found: header.join(', ').slice(0, 200),
    });
  }
  return (field, cells) => present(cells[at.get(field) ?? -1]);
}

/** With a name list the list's code, and states outside it are left out; without, the file's own word. */
export function stateOf(name: string | undefined, { names }: ImportOptions): string | undefined {
  if (name === undefined || !names) return name;
  if (names.has(name)) return name;
  for (const [code, listed] of names) if (listed === name) return code;
  return undefined;
}
