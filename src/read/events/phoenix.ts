import { ChanceryError } from '../../model/index.ts';
import { quadOf, ratingOf, scoreOf } from './codes.ts';
import { stateOf } from './icews.ts';
import { type Imported, type ImportOptions, ImportTally, isoDate, present } from './imported.ts';
import { rowsOf } from './rows.ts';

const AT = { id: 0, date: 1, source: 6, target: 10, code: 13, quad: 15, score: 16, urls: 24, outlets: 25 } as const;

/**
 * Phoenix daily rows: 26 columns, TSV, no header. The class column holds penta classes (0 neutral), so the quad comes from
 * the code table when one is given. Reports are the joined addresses.
 */
export function readPhoenix(text: string, options: ImportOptions): Imported {
  const tally = new ImportTally();
  for (const { line, cells } of rowsOf(text, '\t')) {
    if (cells.length < 24 || cells.length > 28) {
      if (line === 1) throw columnError(cells.length, options);
      tally.skip('with a wrong number of columns');
      continue;
    }
    if (line === 1 && isoDate(cells[AT.date] ?? '') === undefined) continue;
    const date = isoDate(cells[AT.date] ?? '');
    const source = stateOf(present(cells[AT.source]), options);
    const target = stateOf(present(cells[AT.target]), options);
    const kind = cells[AT.code]?.trim() ?? '';
    const rating = options.codes && ratingOf(options.codes, kind);
    const quad = rating?.quad ?? quadOf(cells[AT.quad] === '0' ? '1' : (cells[AT.quad] ?? ''));
    if (!date) tally.skip('with a date that is none');
    else if (!source || !target) tally.skip('without two actors');
    else if (source === target) tally.skip('within one actor');
    else if (!quad) tally.skip('with a code that the table does not know');
    else {
      const score = scoreOf(cells[AT.score]) ?? rating?.score;
      const urls = (cells[AT.urls] ?? '').split(';').flatMap((url) => present(url) ?? []);
      const outlet = present((cells[AT.outlets] ?? '').split(';')[0]);
      tally.events.push({
        id: present(cells[AT.id]) ?? `row ${line}`,
        date,
        source,
        target,
        kind,
        quad,
        contexts: [],
        ...(score === undefined ? {} : { score }),
        ...(urls[0] === undefined ? {} : { origin: urls[0], reports: urls.length }),
        ...(outlet === undefined ? {} : { outlet }),
      });
    }
  }
  return tally.done(options.file);
}

function columnError(found: number, options: ImportOptions): ChanceryError {
  return new ChanceryError('EVENTS_COLUMNS', 'not Phoenix rows', {
    ...(options.file === undefined ? {} : { at: options.file }),
    expected: '26 tab-separated columns without a header',
    found: `${found}`,
  });
}
