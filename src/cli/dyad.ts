import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { type Standings, standingsAt } from '../app/context.ts';
import {
  alarmsOf,
  type DyadOptions,
  type DyadRow,
  dyadRows,
  fitted,
  glossary,
  type Measured,
  PERIODS,
  type Period,
  readMeasured,
  reciprocityOf,
  sparkline,
} from '../app/measure.ts';
import { dyadAsked, unknown } from '../app/party.ts';
import { type Tellings, tellingsOf } from '../app/tellings.ts';
import { ChanceryError, QUADS } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { STANDING_COLUMNS, standingTable, yearOf } from './standing.ts';
import { formatTable } from './table.ts';
import { addSourceOptions, isoToday, type SourceOptions, sourceOf } from './warn.ts';

interface Options extends SourceOptions {
  by: Period;
  directed?: boolean;
  count: 'events' | 'reports' | 'origins';
  context?: string[];
  from?: string;
  to?: string;
  balanced?: boolean;
  svg?: string;
  format?: 'jsonl' | 'csv' | 'table';
}

export function registerDyad(program: Command, io: Io, done: (code: number) => void): void {
  const command = program
    .command('dyad [a] [b]')
    .description('how two states stood to each other over time; without codes, all pairs');
  addSourceOptions(command)
    .addOption(new Option('--by <period>', 'period').choices([...PERIODS]).default('month'))
    .option('--directed', 'keep both directions apart')
    .addOption(
      new Option('--count <what>', 'what is counted').choices(['events', 'reports', 'origins']).default('events'),
    )
    .option('--context <contexts...>', 'only acts in one of these contexts')
    .option('--from <date>', 'not before')
    .option('--to <date>', 'not after')
    .option('--balanced', 'also periods without acts')
    .option('--svg <file>', 'draw the pair, both sides of the line')
    .addOption(new Option('--format <format>', 'jsonl, csv or table').choices(['jsonl', 'csv', 'table']))
    .addHelpText(
      'after',
      () =>
        `\nMeasures:\n${glossary.map((entry) => `  ${entry.measure}: ${entry.definition}\n    ${entry.formula} [${entry.unit}]`).join('\n')}\n`,
    )
    .action(async (a: string | undefined, b: string | undefined, options: Options) => {
      done(await dyadCommand({ a, b, options }, io));
    });
}

async function dyadCommand(
  { a, b, options }: { a: string | undefined; b: string | undefined; options: Options },
  io: Io,
): Promise<number> {
  const pair = a === undefined ? undefined : dyadAsked(b === undefined ? [a] : [a, b], 'Try: chancery dyad CHN RUS');
  const measured = await readMeasured(sourceOf(options), isoToday());
  for (const note of measured.notes) io.err(`${note}\n`);
  if (measured.scores)
    throw new ChanceryError('PROFILE_NETS', 'weekly nets hold no events to count', {
      hint: 'Use chancery warn or chancery network',
    });
  for (const note of unknown({ codes: pair ?? [], contexts: options.context ?? [] }, measured)) io.err(`${note}\n`);
  const { rows, notes } = dyadRows(measured, toOptions(options, pair));
  for (const note of notes) io.err(`${note}\n`);
  const standings = standingsFor(rows, pair, options);
  // one more pass a count: only over the project's own events, imported files have millions and no witnesses
  const told = options.profile === 'native' ? tellingsOf(measured, toOptions(options, pair)) : undefined;
  show({ rows, pair, measured, standings, told }, options, io);
  if (options.svg !== undefined) await draw(rows, measured, options);
  return rows.length > 0 ? EXIT.ok : EXIT.no;
}

interface Shown {
  readonly rows: readonly DyadRow[];
  readonly pair: readonly [string, string] | undefined;
  readonly measured: Measured;
  /** Absent where nothing was imported. */
  readonly standings: Standings | undefined;
  /** How often each row's acts were told; absent for imported files. */
  readonly told: ((row: DyadRow) => Tellings) | undefined;
}

function show({ rows, pair, measured, standings, told }: Shown, options: Options, io: Io): void {
  const format = options.format ?? (io.outIsTerminal ? 'table' : 'jsonl');
  if (format === 'csv') io.out(csv(rows, standings));
  else if (format === 'table') {
    io.out(`${table(rows, told)}\n`);
    if (pair && rows.length > 0) io.out(`${reciprocityLine(measured, pair, options)}\n`);
    if (pair && standings) io.out(`\n${standingTable(pair, standings)}\n`);
  } else
    for (const each of rows) {
      const { index: _, ...row } = each;
      const imported = standings?.in([row.source, row.target], yearOf(row));
      writeLine(io, { ...row, ...(told && { told: told(each) }), ...(imported && { imported }) });
    }
}

/** What was imported of the years of the rows; without a row, of the last year asked for. */
function standingsFor(
  rows: readonly DyadRow[],
  pair: readonly [string, string] | undefined,
  { store, to }: Options,
): Standings | undefined {
  const years = [...new Set(rows.map(yearOf))];
  return standingsAt(store, {
    years: years.length > 0 ? years : [Number((to ?? isoToday()).slice(0, 4))],
    ...(pair === undefined ? {} : { states: pair }),
  });
}

function reciprocityLine(measured: Measured, [a, b]: readonly [string, string], options: Options): string {
  const { difference, first, second } = reciprocityOf(measured, [a, b], toOptions(options, [a, b]));
  const slope = (value: number | undefined): string => (value === undefined ? 'cannot be told' : value.toFixed(2));
  return `${a} to ${b} less ${b} to ${a}: ${difference.toFixed(1)} points; ${a} follows ${b}: ${slope(first)}, ${b} follows ${a}: ${slope(second)}`;
}

function toOptions(options: Options, dyad: readonly [string, string] | undefined): DyadOptions {
  return {
    period: options.by,
    count: options.count,
    now: isoToday(),
    directed: options.directed === true,
    balanced: options.balanced === true,
    ...(dyad === undefined ? {} : { dyad }),
    ...(options.context === undefined ? {} : { contexts: options.context }),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
  };
}

async function draw(rows: readonly DyadRow[], measured: Measured, options: Options): Promise<void> {
  const first = rows[0];
  const single = first && rows.every((row) => row.source === first.source && row.target === first.target);
  if (!first || !single)
    throw new ChanceryError('CHART_PAIR', 'a chart shows one pair', {
      hint: 'Name both codes and leave out --directed',
    });
  const own = [first.source, first.target];
  const { alarms } = alarmsOf(measured, {
    now: isoToday(),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
  });
  const marks = alarms.filter(
    (alarm) => alarm.level === 'alarm' && own.includes(alarm.dyad[0]) && own.includes(alarm.dyad[1]),
  );
  // the charts are heavy to load and seldom asked for
  const { dyadSvg } = await import('../app/measure-chart.ts');
  writeFileSync(
    options.svg!,
    dyadSvg(rows, marks, {
      period: options.by,
      source: `${options.profile} events, ${basename(options.events ?? 'the record')}`,
    }),
  );
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function csv(rows: readonly DyadRow[], standings: Standings | undefined): string {
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

function table(rows: readonly DyadRow[], told: Shown['told']): string {
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
