import { ChanceryError, type NetScore } from '../../model/index.ts';
import { isoDate } from './imported.ts';
import { columnsOf, rowsOf, separatorOf } from './rows.ts';

export interface ImportedNets {
  readonly scores: readonly NetScore[];
  readonly skipped: ReadonlyMap<string, number>;
}

/** Weekly signed nets: week (Monday), a, b, net and, if known, abs_daily (sum of absolute daily scores) and days. */
export function readWeeklyNet(text: string, file = 'events'): ImportedNets {
  const scores: NetScore[] = [];
  const skipped = new Map<string, number>();
  const skip = (reason: string): void => void skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  let columns = new Map<string, number>();
  for (const { line, cells } of rowsOf(text, separatorOf(text))) {
    if (line === 1) {
      columns = columnsOf(cells);
      requireColumns(columns, cells, file);
      continue;
    }
    const score = scoreOf(columns, cells);
    if (typeof score === 'string') skip(score);
    else scores.push(score);
  }
  if (scores.length === 0)
    throw new ChanceryError('EVENTS_EMPTY', 'no usable rows', { at: file, hint: 'Is --profile right?' });
  return { scores, skipped };
}

function requireColumns(columns: ReadonlyMap<string, number>, cells: readonly string[], file: string): void {
  for (const name of ['week', 'a', 'b', 'net']) {
    if (!columns.has(name)) {
      throw new ChanceryError('EVENTS_COLUMNS', `no column "${name}"`, {
        at: file,
        expected: 'week, a, b, net',
        found: cells.join(', '),
      });
    }
  }
}

function scoreOf(columns: ReadonlyMap<string, number>, cells: readonly string[]): NetScore | string {
  const cell = (name: string): string => cells[columns.get(name) ?? -1]?.trim() ?? '';
  const week = isoDate(cell('week'));
  const a = cell('a');
  const b = cell('b');
  const net = cell('net') === '' ? Number.NaN : Number(cell('net'));
  if (!week) return 'with a week that is no date';
  if (!Number.isFinite(net)) return 'without a net score';
  if (!a || !b || a === b) return 'without two parties';
  const mass = cell('absdaily') === '' ? Number.NaN : Number(cell('absdaily'));
  const days = Number(cell('days') || 7);
  if (!(days >= 1 && days <= 7)) return 'with days outside 1 to 7';
  const pair = a < b ? { a, b } : { a: b, b: a };
  return { week, ...pair, net, days, ...(mass >= 0 ? { mass } : {}) };
}
