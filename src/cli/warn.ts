import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type Alarm,
  alarmsOf,
  CHANNELS,
  type Channel,
  type Measured,
  type MeasureSource,
  PROFILES,
  readMeasured,
  trackRecords,
} from '../app/measure.ts';
import { ChanceryError } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { formatTable } from './table.ts';

interface Options extends SourceOptions {
  channel?: Channel[];
  level?: 'alarm' | 'watch';
  dyad?: string[];
  svg?: string;
  from?: string;
  to?: string;
  now?: string;
  format?: 'jsonl' | 'table';
}

export function registerWarn(program: Command, io: Io, done: (code: number) => void): void {
  addSourceOptions(
    program
      .command('warn')
      .description('weeks in which a pair of states departs from its own past; exit 1 when there is an alarm'),
  )
    .addOption(new Option('--channel <channel...>', CHANNELS.join(', ')).choices([...CHANNELS]))
    .addOption(new Option('--level <level>', 'alarm: leave out the watch list').choices(['alarm', 'watch']))
    .option('--dyad <codes...>', 'only this pair (all pairs are still learnt from)')
    .option('--svg <file>', 'draw the weekly conflict of the pair against what was expected')
    .option('--from <date>', 'report from this week on (earlier weeks are still learnt from)')
    .option('--to <date>', 'report up to this week')
    .option('--now <date>', 'last day that can have been reported: later dates are left out (default: today)')
    .addOption(new Option('--format <format>', 'jsonl or table').choices(['jsonl', 'table']))
    .action(async (options: Options) => {
      done(await warnCommand(options, io));
    });
}

/** Options that say which events to measure; shared by warn, dyad and network. */
export function addSourceOptions(command: Command): Command {
  return command
    .option('--events <file>', 'events to measure, gzip or not, or - (default: the record)')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .addOption(new Option('--profile <profile>', 'form of the rows').choices([...PROFILES]).default('native'))
    .addOption(new Option('--codes <codes>', 'code table of keds and phoenix rows').choices(['cameo', 'weis']))
    .option('--names <file>', 'CSV code,name: actors to keep; codes of one name count as one')
    .option('--same <pairs...>', 'OLD=NEW: count a code as another (states that merged, split or changed code)');
}

export interface SourceOptions {
  events?: string;
  store?: string;
  profile: string;
  codes?: 'cameo' | 'weis';
  names?: string;
  same?: string[];
}

export function sourceOf({ events, store, profile, codes, names, same }: SourceOptions): MeasureSource {
  return {
    profile,
    ...(events === undefined ? {} : { file: events }),
    ...(store === undefined ? {} : { store }),
    ...(codes === undefined ? {} : { codes }),
    ...(names === undefined ? {} : { names }),
    ...(same === undefined ? {} : { same }),
  };
}

export function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}

async function warnCommand(options: Options, io: Io): Promise<number> {
  if (options.from !== undefined && options.to !== undefined && options.from > options.to) {
    throw new ChanceryError('OPTION_PERIOD', '--from lies after --to', { found: `${options.from} to ${options.to}` });
  }
  const measured = await readMeasured(sourceOf(options));
  for (const note of measured.notes) io.err(`${note}\n`);
  const { alarms, skipped } = alarmsOf(measured, {
    now: options.now ?? isoToday(),
    ...(options.channel === undefined ? {} : { channels: options.channel }),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
  });
  for (const [reason, n] of skipped) io.err(`left out: ${n} ${reason}\n`);
  const dyad = pairOf(options);
  const shown = alarms
    .filter((alarm) => options.level !== 'alarm' || alarm.level === 'alarm')
    .filter((alarm) => !dyad || (dyad.includes(alarm.dyad[0]) && dyad.includes(alarm.dyad[1])));
  if (dyad && options.svg !== undefined) {
    const source = `${options.profile} events, ${basename(options.events ?? 'the record')}`;
    // the charts are heavy to load and seldom asked for
    const { expectationSvg } = await import('../app/measure-chart.ts');
    writeFileSync(
      options.svg,
      expectationSvg(measured, {
        dyad,
        alarms: shown,
        source,
        ...(options.from === undefined ? {} : { from: options.from }),
        ...(options.to === undefined ? {} : { to: options.to }),
      }),
    );
  }
  if ((options.format ?? (io.outIsTerminal ? 'table' : 'jsonl')) === 'table') io.out(`${table(shown, measured)}\n`);
  else for (const alarm of shown) writeLine(io, withNames(alarm, measured));
  const { on, hits, shocks, unlabelledPerDyadYear } = measured.scores ? trackRecords.nets : trackRecords.counts;
  io.err(
    `${shown.filter((alarm) => alarm.level === 'alarm').length} alarms, ${shown.filter((alarm) => alarm.level === 'watch').length} on watch. `,
  );
  io.err(`The rule found ${hits} of ${shocks} shocks at ${unlabelledPerDyadYear} other alarms a pair-year (${on}).\n`);
  return shown.some((alarm) => alarm.level === 'alarm') ? EXIT.no : EXIT.ok;
}

function pairOf({ dyad, svg }: Options): readonly [string, string] | undefined {
  if (dyad === undefined && svg === undefined) return undefined;
  const [a, b, ...more] = dyad ?? [];
  if (a !== undefined && b !== undefined && more.length === 0) return [a, b];
  throw new ChanceryError('DYAD', 'a dyad has two sides', {
    expected: 'two codes',
    found: (dyad ?? []).join(' '),
    hint: 'Try: --dyad CHN RUS',
  });
}

/** Names beside the codes where the input gave names. */
function withNames(alarm: Alarm, { names }: Measured): object {
  const [a, b] = alarm.dyad;
  return names.size === 0 ? alarm : { ...alarm, names: [names.get(a) ?? a, names.get(b) ?? b] };
}

function table(alarms: readonly Alarm[], { names }: Measured): string {
  if (alarms.length === 0) return 'No alarm.';
  const header = ['week', 'pair', 'channel', 'level', 'seen', 'expected', 'rarer than', 'since', 'what'];
  const rows = alarms.map((alarm) => [
    alarm.week,
    alarm.dyad.map((code) => names.get(code) ?? code).join(' – '),
    alarm.channel,
    alarm.level,
    String(Math.round(alarm.observed * 10) / 10),
    `${Math.round(alarm.expected * 10) / 10} (${Math.round(alarm.interval[0])} to ${Math.round(alarm.interval[1])})`,
    `${(100 * (1 - alarm.rank)).toFixed(2)} % of weeks`,
    alarm.since,
    [
      alarm.says,
      alarm.anniversary && `as in ${alarm.anniversary}: an anniversary?`,
      alarm.outlets === 1 && 'one outlet only',
    ]
      .filter(Boolean)
      .join('; '),
  ]);
  return formatTable(header, rows);
}
