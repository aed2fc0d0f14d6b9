import { type DyadOptions, type DyadRow, dyadTable } from '../measure/dyad.ts';
import type { Measured } from './measure-input.ts';

/** How often a period's acts were told: each act once, every report, every independent origin once. */
export interface Tellings {
  readonly events: number;
  readonly reports: number;
  readonly origins: number;
}

type Place = Pick<DyadRow, 'source' | 'target' | 'period'>;

/** The three counts of each row of a dyad's table, whichever of them the table itself counts. */
export function tellingsOf(measured: Measured, options: DyadOptions): (row: Place) => Tellings {
  const counted = (count: keyof Tellings): ReadonlyMap<string, number> =>
    new Map(dyadTable(measured.events ?? [], { ...options, count }).rows.map((row) => [keyOf(row), row.n]));
  const [events, reports, origins] = [counted('events'), counted('reports'), counted('origins')];
  return (row) => {
    const key = keyOf(row);
    return { events: events.get(key) ?? 0, reports: reports.get(key) ?? 0, origins: origins.get(key) ?? 0 };
  };
}

function keyOf({ source, target, period }: Place): string {
  return `${source} ${target} ${period}`;
}
