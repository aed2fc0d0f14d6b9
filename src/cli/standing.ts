import type { Standings } from '../app/context.ts';
import type { DyadRow } from '../app/measure.ts';
import { formatTable } from './table.ts';

/** Columns of the imported figures in CSV, with the name that JSON gives them. */
export const STANDING_COLUMNS = [
  ['alliance_s', 'allianceS'],
  ['alliance_pi', 'alliancePi'],
  ['vote_s', 'voteS'],
  ['vote_pi', 'votePi'],
  ['votes', 'votes'],
  ['ideal_point_distance', 'idealPointDistance'],
  ['power_balance', 'powerBalance'],
] as const;

/** Calendar year in which the row's period begins. */
export function yearOf({ period }: Pick<DyadRow, 'period'>): number {
  return Number(period.slice(0, 4));
}

/** Imported figures of one pair by year, and how far each table reaches; '' when nothing was imported of it. */
export function standingTable(dyad: readonly [string, string], standings: Standings): string {
  const rows = standings.years.flatMap((year) => {
    const found = standings.in(dyad, year);
    if (!found) return [];
    return [[String(year), ...STANDING_COLUMNS.map(([, name]) => figure(found[name], name === 'votes' ? 0 : 3))]];
  });
  const header = ['year', 'alliance S', 'pi', 'UN vote S', 'pi', 'votes', 'ideal points apart', `power of ${dyad[0]}`];
  const reach = standings.held.map(({ kind, from, to }) => `${kind} ${from} to ${to}`).join(', ');
  const body = rows.length === 0 ? `Nothing of ${dyad.join(' and ')}.` : formatTable(header, rows);
  return `As others publish it (imported: ${reach})\n${body}`;
}

function figure(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
