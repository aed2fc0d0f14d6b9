import { FIRST_YEAR, type Gathering } from './gathering.ts';
import { isMissing, type Line, type Sheet } from './sheet.ts';

const FIRST = ['ccode1', 'mem1', 'statea'];
const SECOND = ['ccode2', 'mem2', 'stateb'];
const PLEDGES: readonly { readonly level: number; readonly columns: readonly string[] }[] = [
  { level: 3, columns: ['defense', 'atopdefense'] },
  { level: 3, columns: ['offense', 'atopoffense'] },
  { level: 2, columns: ['neutrality', 'neutral', 'atopneutral'] },
  { level: 2, columns: ['nonaggression', 'nonagg', 'atopnonagg'] },
  { level: 1, columns: ['entente', 'consul', 'atopconsul'] },
];

export function isAlliances(sheet: Sheet): boolean {
  return sheet.has(...FIRST) && sheet.has(...SECOND) && PLEDGES.some(({ columns }) => sheet.has(...columns));
}

interface Treaty {
  readonly line: Line;
  readonly first: number;
  readonly last: number | undefined;
}

/**
 * COW Formal Alliances (by dyad with first and last year, or by dyad and year) and ATOP (by dyad and year, directed or
 * not). The strongest pledge counts, for both sides. A treaty without a last year runs to the last year the file names.
 */
export function readAlliances(sheet: Sheet, gathering: Gathering): void {
  const treaties: Treaty[] = [];
  let latest = 0;
  for (const line of sheet.lines()) {
    const span = spanOf(line, { sheet, gathering });
    if (!span) continue;
    latest = Math.max(latest, span.first, span.last ?? 0);
    treaties.push({ line, ...span });
  }
  for (const { line, first, last = latest } of treaties) {
    const level = levelOf(line, gathering);
    if (level === undefined) continue;
    for (let year = first; year <= last; year++) if (!pledge(line, { year, level, gathering })) break;
  }
}

/** First and last year of the row. The years before the table of states begins are left out by the row's end. */
function spanOf(
  line: Line,
  { sheet, gathering }: { sheet: Sheet; gathering: Gathering },
): { first: number; last: number | undefined } | undefined {
  if (sheet.has('year')) {
    const year = gathering.year(line.cell('year'), line.at);
    return year === undefined ? undefined : { first: year, last: year };
  }
  const start = Number(line.cell('dyadstyear') || Number.NaN);
  const ended = line.cell('dyadendyear');
  const last = isMissing(ended) ? undefined : gathering.year(ended, line.at);
  if (!isMissing(ended) && last === undefined) return undefined;
  if (!Number.isInteger(start) || (last !== undefined && start > last)) {
    gathering.fault('CONTEXT_YEAR', 'the treaty has no first year before its last', {
      at: line.at,
      expected: 'dyad_st_year up to dyad_end_year',
      found: `${line.cell('dyadstyear')} to ${ended}`,
      hint: 'Correct the row; the others were imported',
    });
    return undefined;
  }
  return { first: Math.max(start, FIRST_YEAR), last };
}

function levelOf(line: Line, gathering: Gathering): number | undefined {
  let level = 0;
  for (const pledged of PLEDGES) {
    const text = line.cell(...pledged.columns);
    if (isMissing(text) || Number(text) === 0) continue;
    if (Number(text) === 1) level = Math.max(level, pledged.level);
    else {
      gathering.fault('CONTEXT_VALUE', `${pledged.columns[0]} is neither pledged nor not`, {
        at: line.at,
        expected: '0 or 1',
        found: JSON.stringify(text),
        hint: 'Correct the row; the others were imported',
      });
      return undefined;
    }
  }
  if (level > 0) return level;
  gathering.leave('rows of alliances without a pledge');
  return undefined;
}

/** False when a side is not known: one complaint for a treaty is enough. */
function pledge(
  line: Line,
  { year, level, gathering }: { year: number; level: number; gathering: Gathering },
): boolean {
  const a = gathering.state({ cow: line.cell(...FIRST) }, year, line.at);
  const b = a === undefined ? undefined : gathering.state({ cow: line.cell(...SECOND) }, year, line.at);
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  gathering.put({ kind: 'alliances', state: a, year }, { key: b, value: level }, Math.max);
  gathering.put({ kind: 'alliances', state: b, year }, { key: a, value: level }, Math.max);
  return true;
}
