import type { Standings } from '../app/context.ts';
import { type DyadRow, fitted, sparkline } from '../app/measure.ts';
import type { Tellings } from '../app/tellings.ts';
import { QUADS } from '../model/index.ts';
import { STANDING_COLUMNS, yearOf } from './standing.ts';
import { formatTable } from './table.ts';

/** What stands beside the counts of a row. */
export interface Beside {
  /** Absent where nothing was imported. */
  readonly standings: Standings | undefined;
  /** How often each row's acts were told; absent for imported files. */
  readonly told: ((row: DyadRow) => Tellings) | undefined;
  /** How much was read of all pairs in the row's period, in times of the usual. */
  readonly coverage: (row: DyadRow) => number | undefined;
}

/** A row as one JSON line. */
export function dyadLine(each: DyadRow, { standings, told, coverage }: Beside): object {
  const { index: _, ...row } = each;
  const imported = standings?.in([row.source, row.target], yearOf(row));
  const read = coverage(each);
  return {
    ...row,
    ...(read === undefined ? {} : { coverage: read }),
    ...(told && { told: told(each) }),
    ...(imported && { imported }),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

export function dyadCsv(rows: readonly DyadRow[], { standings, coverage }: Beside): string {
  const header = [
    'source',
    'target',
    'period',
    'n',
    'n_low',
    'n_high',
    'vcoop',
    'mcoop',
    'vconf',
    'mconf',
    'cooperation',
    'conflict',
    'net',
    'net_low',
    'net_high',
    'mean',
    'conflict_share',
    'outlets',
    'concentration',
    'coverage',
    ...STANDING_COLUMNS.map(([column]) => column),
  ];
  const lines = rows.map((row) => {
    const imported = standings?.in([row.source, row.target], yearOf(row));
    return [
      row.source,
      row.target,
      row.period,
      row.n,
      ...row.nInterval.map(round),
      ...row.quads,
      row.cooperation,
      row.conflict,
      row.net,
      ...row.netInterval,
      row.mean ?? '',
      row.conflictShare,
      row.dispersion?.outlets ?? '',
      row.dispersion?.concentration ?? '',
      coverage(row) ?? '',
      ...STANDING_COLUMNS.map(([, name]) => imported?.[name] ?? ''),
    ]
      .map((cell) =>
        typeof cell === 'number'
          ? String(round(cell))
          : /[",\r\n]/.test(cell)
            ? `"${cell.replaceAll('"', '""')}"`
            : cell,
      )
      .join(',');
  });
  return `${[header.join(','), ...lines].join('\r\n')}\r\n`;
}

export function dyadTable(rows: readonly DyadRow[], { told, coverage }: Beside): string {
  if (rows.length === 0) return 'No acts.';
  const body = rows.map((row) => [
    `${row.source} ${row.target}`,
    row.period,
    String(row.n),
    ...(told ? [tellingWords(told(row))] : []),
    ...row.quads.map(String),
    row.cooperation.toFixed(1),
    row.conflict.toFixed(1),
    `${row.net.toFixed(1)} (${row.netInterval[0].toFixed(1)} to ${row.netInterval[1].toFixed(1)})`,
    row.conflictShare.toFixed(2),
    row.dispersion ? String(row.dispersion.outlets) : '–',
    coverage(row)?.toFixed(2) ?? '–',
  ]);
  const header = [
    'pair',
    'period',
    'n',
    ...(told ? ['events/reports/origins'] : []),
    ...QUADS.map((quad) => quad.replace('verbal-', 'v.').replace('material-', 'm.')),
    'coop.',
    'conf.',
    'net (90 %)',
    'conf. share',
    'outlets',
    'times usual read',
  ];
  const pairs = [...new Set(rows.map((row) => `${row.source} ${row.target}`))].slice(0, 12);
  const lines = pairs.map((pair) => {
    const own = rows.filter((row) => `${row.source} ${row.target}` === pair);
    const bars = (pick: (row: DyadRow) => number): string => sparkline(fitted(own.map(pick), 60));
    return `${pair}  cooperation ${bars((row) => row.cooperation)}  conflict ${bars((row) => row.conflict)}`;
  });
  return `${formatTable(header, body)}\n\n${lines.join('\n')}`;
}

function tellingWords({ events, reports, origins }: Tellings): string {
  return `${events}/${reports}/${origins}`;
}
