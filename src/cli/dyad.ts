import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { type Standings, standingsAt } from '../app/context.ts';
import {
  alarmsOf,
  coverageOf,
  type DyadOptions,
  type DyadRow,
  dyadRows,
  glossary,
  type Measured,
  PERIODS,
  type Period,
  readMeasured,
  reciprocityOf,
} from '../app/measure.ts';
import { dyadAsked, unknown } from '../app/party.ts';
import { tellingsOf } from '../app/tellings.ts';
import { ChanceryError } from '../model/index.ts';
import { type Beside, dyadCsv, dyadLine, dyadTable } from './dyad-table.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { standingTable, yearOf } from './standing.ts';
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
  show({ rows, pair, measured, beside: { standings, told, coverage: coverageOf(measured, options.by) } }, options, io);
  if (options.svg !== undefined) await draw(rows, measured, options);
  return rows.length > 0 ? EXIT.ok : EXIT.no;
}

interface Shown {
  readonly rows: readonly DyadRow[];
  readonly pair: readonly [string, string] | undefined;
  readonly measured: Measured;
  readonly beside: Beside;
}

function show({ rows, pair, measured, beside }: Shown, options: Options, io: Io): void {
  const { standings } = beside;
  const format = options.format ?? (io.outIsTerminal ? 'table' : 'jsonl');
  if (format === 'csv') io.out(dyadCsv(rows, beside));
  else if (format === 'table') {
    io.out(`${dyadTable(rows, beside)}\n`);
    if (pair && rows.length > 0) io.out(`${reciprocityLine(measured, pair, options)}\n`);
    if (pair && standings) io.out(`\n${standingTable(pair, standings)}\n`);
  } else for (const row of rows) writeLine(io, dyadLine(row, beside));
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
