import type { Gathering, WrittenState } from './gathering.ts';
import { isMissing, type Line, type Sheet } from './sheet.ts';

/** Session n of the General Assembly opens in the year 1945 + n. */
const SESSION_ZERO = 1945;

const POINTS = ['idealpointall', 'idealpoint', 'idealpointfp'];

export function writtenState(line: Line): WrittenState {
  const cow = line.cell('ccode', 'ccode1', 'cowcode');
  const iso3 = line.cell('iso3c', 'iso3');
  const name = line.cell('country', 'countryname');
  return {
    ...(isMissing(cow) ? {} : { cow }),
    ...(isMissing(iso3) ? {} : { iso3 }),
    ...(isMissing(name) ? {} : { name }),
  };
}

/** COW National Material Capabilities: stateabb, ccode, year, …, cinc. */
export function isCinc(sheet: Sheet): boolean {
  return sheet.has('cinc') && sheet.has('year') && sheet.has('ccode', 'iso3c', 'iso3', 'country');
}

export function readCinc(sheet: Sheet, gathering: Gathering): void {
  for (const line of sheet.lines()) {
    const year = gathering.year(line.cell('year'), line.at);
    if (year === undefined) continue;
    const value = figure(line, { names: ['cinc'], low: 0, high: 1 }, gathering);
    const state = value === undefined ? undefined : gathering.state(writtenState(line), year, line.at);
    if (state !== undefined && value !== undefined)
      gathering.put({ kind: 'cinc', state, year }, { key: 'cinc', value });
  }
}

/** Bailey, Strezhnev and Voeten: ccode or iso3c, session or year, IdealPoint or IdealPointAll. */
export function isIdealPoints(sheet: Sheet): boolean {
  return sheet.has(...POINTS) && sheet.has('session', 'year') && sheet.has('ccode', 'iso3c', 'iso3', 'countryname');
}

export function readIdealPoints(sheet: Sheet, gathering: Gathering): void {
  for (const line of sheet.lines()) {
    const year = gathering.year(yearOf(line, sheet), line.at);
    if (year === undefined) continue;
    const value = figure(line, { names: POINTS, low: -10, high: 10 }, gathering);
    const state = value === undefined ? undefined : gathering.state(writtenState(line), year, line.at);
    if (state !== undefined && value !== undefined)
      gathering.put({ kind: 'ideal-points', state, year }, { key: 'point', value });
  }
}

/** Text of the year: of the session's opening where there is one, so that votes and ideal points of a session stand together. */
export function yearOf(line: Line, sheet: Sheet): string {
  const session = line.cell('session');
  if (/^\d{1,3}$/.test(session)) return String(SESSION_ZERO + Number(session));
  if (sheet.has('session')) return session;
  return sheet.has('year') ? line.cell('year') : line.cell('date').slice(0, 4);
}

interface Range {
  readonly names: readonly string[];
  readonly low: number;
  readonly high: number;
}

function figure(line: Line, { names, low, high }: Range, gathering: Gathering): number | undefined {
  const text = line.cell(...names);
  if (isMissing(text)) {
    gathering.leave('rows without a value, as published');
    return undefined;
  }
  const value = Number(text);
  if (value >= low && value <= high) return value;
  gathering.fault('CONTEXT_VALUE', `${names[0]} is out of range`, {
    at: line.at,
    expected: `a number from ${low} to ${high}`,
    found: JSON.stringify(text),
    hint: 'Correct the row; the others were imported',
  });
  return undefined;
}
