import type { Interaction } from '../model/index.ts';
import { type Period, periodLabel } from './calendar.ts';
import { conflictShare, ownLevel } from './conflict-share.ts';
import { type Dispersion, dispersion } from './dispersion.ts';
import {
  CONFLICT,
  COOPERATION,
  countDyads,
  type DyadCells,
  type DyadOptions,
  SCORED,
  SQUARES,
  WIDTH,
} from './dyad-count.ts';
import { type Intensity, intensity } from './intensity.ts';
import { countInterval, netInterval } from './uncertainty.ts';

export const definition =
  'How two parties stood to each other, period by period: counts by quad, cooperation and conflict, share, outlets, uncertainty.';
export const formula = 'see the measures of the columns';
export const unit = 'one row a pair and period that has acts (or every period with `balanced`)';
export const source = 'the events counted; see quad-count, intensity, conflict-share, dispersion, uncertainty';

export type { DyadOptions } from './dyad-count.ts';

export interface DyadRow extends Intensity {
  readonly source: string;
  readonly target: string;
  readonly period: string;
  readonly index: number;
  readonly n: number;
  /** n1 … n4 in the order of QUADS. */
  readonly quads: readonly [number, number, number, number];
  readonly conflictShare: number;
  /** 90 % intervals. */
  readonly nInterval: readonly [number, number];
  readonly netInterval: readonly [number, number];
  readonly dispersion?: Dispersion;
}

export interface DyadTable {
  readonly rows: readonly DyadRow[];
  readonly skipped: ReadonlyMap<string, number>;
}

/** One row a pair and period, by pair and period. Linear in the events. Throws DATE_INVALID, OPTION_PERIOD, TOO_MANY_ACTORS. */
export function dyadTable(events: readonly Interaction[], options: DyadOptions = {}): DyadTable {
  const cells = countDyads(events, options);
  const rows: DyadRow[] = [];
  const period = options.period ?? 'month';
  let soFar = { conflict: 0, n: 0 };
  for (let at = 0; at < cells.length; at++) {
    const same = at > 0 && cells.pairs[at] === cells.pairs[at - 1];
    if (!same) soFar = { conflict: 0, n: 0 };
    const first = options.balanced && same ? cells.periods[at - 1]! + 1 : cells.periods[at]!;
    for (let index = first; index < cells.periods[at]!; index++)
      rows.push(rowOf(cells, at, { index, period, soFar, silent: true }));
    rows.push(rowOf(cells, at, { index: cells.periods[at]!, period, soFar, silent: false }));
  }
  return { rows, skipped: cells.skipped };
}

interface Place {
  readonly index: number;
  readonly period: Period;
  readonly soFar: { conflict: number; n: number };
  /** A period without acts, shown because all periods were asked for. */
  readonly silent: boolean;
}

function rowOf(cells: DyadCells, at: number, { index, period, soFar, silent }: Place): DyadRow {
  const sum = (column: number): number => (silent ? 0 : cells.sums[at * WIDTH + column]!);
  const quads = [sum(0), sum(1), sum(2), sum(3)] as const;
  const n = quads[0] + quads[1] + quads[2] + quads[3];
  const conflicts = quads[2] + quads[3];
  soFar.conflict += conflicts;
  soFar.n += n;
  const values = intensity(sum(COOPERATION), sum(CONFLICT), sum(SCORED));
  const outlets = silent ? undefined : cells.outlets.get(at);
  const spread = outlets && dispersion(outlets);
  const [source, target] = cells.nameOf(at);
  return {
    source,
    target,
    period: periodLabel(index, period),
    index,
    n,
    quads,
    ...values,
    conflictShare: conflictShare(conflicts, n, ownLevel(soFar.conflict, soFar.n)),
    nInterval: countInterval(n),
    netInterval: netInterval(values.net, sum(SQUARES)),
    ...(spread ? { dispersion: spread } : {}),
  };
}
