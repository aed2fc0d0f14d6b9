import { ChanceryError } from '../../model/index.ts';
import { quadOf, scoreOf } from './codes.ts';
import { stateOf } from './icews.ts';
import { type Imported, type ImportOptions, ImportTally, isoDate, present } from './imported.ts';
import { rowsOf } from './rows.ts';

/** Positions in the headerless 61 columns of version 2; version 1 has 58 and shares these up to AvgTone. */
const AT = { id: 0, date: 1, source: 7, target: 17, isRoot: 25, code: 26, quad: 29, score: 30, articles: 33 } as const;
const COLUMNS: ReadonlyMap<number, { readonly url: number }> = new Map([
  [61, { url: 60 }],
  [58, { url: 57 }],
  [57, { url: -1 }],
]);

/** GDELT event rows. Actor countries are CAMEO codes, near ISO 3166-1 alpha-3. Reports are NumArticles. */
export function readGdelt(text: string, options: ImportOptions): Imported {
  const tally = new ImportTally();
  for (const { line, cells } of rowsOf(text, '\t')) {
    const layout = COLUMNS.get(cells.length);
    if (!layout) {
      if (line === 1) throw columnError(cells.length, options);
      tally.skip('with a wrong number of columns');
      continue;
    }
    if (line === 1 && !/^\d+$/.test(cells[AT.id] ?? '')) continue;
    const date = isoDate(cells[AT.date] ?? '');
    const source = stateOf(present(cells[AT.source]), options);
    const target = stateOf(present(cells[AT.target]), options);
    const quad = quadOf(cells[AT.quad] ?? '');
    if (!date) tally.skip('with a date that is none');
    else if (!source || !target) tally.skip('without two states');
    else if (source === target) tally.skip('within one state');
    else if (!quad) tally.skip('without a quad class');
    else {
      const score = scoreOf(cells[AT.score]);
      const url = present(cells[layout.url]);
      const reports = Number(cells[AT.articles]);
      tally.events.push({
        id: cells[AT.id] ?? `row ${line}`,
        date,
        source,
        target,
        kind: cells[AT.code] ?? '',
        quad,
        contexts: [],
        ...(score === undefined ? {} : { score }),
        ...(url === undefined ? {} : { origin: url, outlet: hostOf(url) }),
        ...(reports >= 1 ? { reports } : {}),
      });
    }
  }
  return tally.done(options.file);
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? url;
}

function columnError(found: number, options: ImportOptions): ChanceryError {
  return new ChanceryError('EVENTS_COLUMNS', 'not GDELT event rows', {
    ...(options.file === undefined ? {} : { at: options.file }),
    expected: '61 tab-separated columns without a header (58 in version 1)',
    found: `${found}`,
    hint: 'Mentions and knowledge-graph files are other tables',
  });
}
