import type { StateYear } from '../../model/index.ts';
import { isAlliances, readAlliances } from './alliances.ts';
import { isCinc, isIdealPoints, readCinc, readIdealPoints } from './figures.ts';
import { Gathering, type Refusal, type StateFinder } from './gathering.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { isRollCalls, isVotes, readRollCalls, readVotes } from './un-votes.ts';

export type { Refusal, StateFinder, WrittenState } from './gathering.ts';

export interface ContextFile {
  readonly name: string;
  readonly text: string;
}

export interface ImportedContext {
  /** By kind, year and state. */
  readonly rows: readonly StateYear[];
  /** Rows and files that could not be read; the rest is in `rows`. */
  readonly refused: readonly Refusal[];
  /** What was left out although nothing is wrong with it, for people. */
  readonly notes: readonly string[];
}

/** Reads published tables of alliances, capabilities, ideal points and UN votes; the header tells which is which. */
export function readContext(files: readonly ContextFile[], find: StateFinder): ImportedContext {
  const gathering = new Gathering(find);
  const sheets = files.map(({ name, text }) => sheetOf(name, text));
  const rollCalls = new Map(sheets.filter(isRollCalls).flatMap((sheet) => [...readRollCalls(sheet)]));
  for (const sheet of sheets) if (!isRollCalls(sheet)) readOne(sheet, rollCalls, gathering);
  return { rows: gathering.rows(), refused: gathering.refused(), notes: gathering.notes() };
}

function readOne(sheet: Sheet, rollCalls: ReadonlyMap<string, string>, gathering: Gathering): void {
  if (isVotes(sheet)) readVotes(sheet, rollCalls, gathering);
  else if (isAlliances(sheet)) readAlliances(sheet, gathering);
  else if (isIdealPoints(sheet)) readIdealPoints(sheet, gathering);
  else if (isCinc(sheet)) readCinc(sheet, gathering);
  else
    gathering.fault('CONTEXT_COLUMNS', 'not a table of alliances, capabilities, ideal points or votes', {
      at: sheet.file,
      expected:
        'ccode1, ccode2, year, defense … | ccode, year, cinc | ccode, session, IdealPoint | rcid, ccode, session, vote',
      found: sheet.columns.join(', ').slice(0, 200) || 'nothing',
      hint: 'Give the file as it was published, with its first line',
    });
}
