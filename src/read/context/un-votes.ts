import { writtenState, yearOf } from './figures.ts';
import type { Gathering } from './gathering.ts';
import { isMissing, type Line, type Sheet } from './sheet.ts';

const VOTES: Readonly<Record<string, number | undefined>> = { 1: 1, 2: 2, 3: 3, yes: 1, abstain: 2, no: 3 };
/** Absent and not yet a member: no choice was made. */
const NO_CHOICE = new Set(['8', '9', 'absent', 'nonmember']);

export function isVotes(sheet: Sheet): boolean {
  return sheet.has('rcid') && sheet.has('vote') && sheet.has('ccode', 'iso3c', 'country', 'countryname');
}

/** The list of roll calls beside a file of votes that names no year. */
export function isRollCalls(sheet: Sheet): boolean {
  return sheet.has('rcid') && !sheet.has('vote') && sheet.has('session', 'date', 'year');
}

/** Roll call -> year, as text. */
export function readRollCalls(sheet: Sheet): Map<string, string> {
  const years = new Map<string, string>();
  for (const line of sheet.lines()) years.set(line.cell('rcid'), yearOf(line, sheet));
  return years;
}

/**
 * Voeten's votes in the General Assembly: rcid, ccode (or country), vote (1 yes, 2 abstain, 3 no, 8 absent, 9 no
 * member, or in words) and session or year; without these the years come from the list of roll calls.
 */
export function readVotes(sheet: Sheet, rollCalls: ReadonlyMap<string, string>, gathering: Gathering): void {
  const own = sheet.has('session', 'year', 'date');
  if (!own && rollCalls.size === 0) {
    gathering.fault('CONTEXT_ROLL_CALLS', 'the votes have no year', {
      at: sheet.file,
      expected: 'a column session, year or date, or the list of roll calls (rcid, session)',
      found: sheet.columns.join(', '),
      hint: 'Import the list of roll calls in the same command',
    });
    return;
  }
  for (const line of sheet.lines()) {
    const vote = voteOf(line, gathering);
    if (vote === undefined) continue;
    const rollCall = line.cell('rcid');
    const year = gathering.year(own ? yearOf(line, sheet) : (rollCalls.get(rollCall) ?? ''), line.at);
    const state = year === undefined ? undefined : gathering.state(writtenState(line), year, line.at);
    if (year !== undefined && state !== undefined)
      gathering.put({ kind: 'un-votes', state, year }, { key: rollCall, value: vote });
  }
}

function voteOf(line: Line, gathering: Gathering): number | undefined {
  const text = line.cell('vote').toLowerCase();
  const vote = VOTES[text];
  if (vote !== undefined) return vote;
  if (NO_CHOICE.has(text) || isMissing(text))
    gathering.leave('votes of absent states and of states that were no members');
  else
    gathering.fault('CONTEXT_VALUE', 'no such vote', {
      at: line.at,
      expected: '1 yes, 2 abstain, 3 no, 8 absent or 9 no member',
      found: JSON.stringify(text),
      hint: 'Correct the row; the others were imported',
    });
  return undefined;
}
