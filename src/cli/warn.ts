import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { alarmCards } from '../app/alarm-card.ts';
import {
  type Alarm,
  alarmsOf,
  CHANNELS,
  type Channel,
  type Measured,
  type MeasureSource,
  PROFILES,
  readMeasured,
  trackRecord,
} from '../app/measure.ts';
import { dyadAsked, unknown } from '../app/party.ts';
import { ChanceryError } from '../model/index.ts';
import { alarmTable } from './alarm-table.ts';
import { EXIT, type Io, writeLine } from './io.ts';

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
    .addOption(
      new Option('--undated <how>', "the record's acts without a date: leave them out, or count them when published")
        .choices(['leave', 'published'])
        .default('leave'),
    )
    .option('--same <pairs...>', 'OLD=NEW: count a code as another (states that merged, split or changed code)');
}

export interface SourceOptions {
  events?: string;
  store?: string;
  profile: string;
  codes?: 'cameo' | 'weis';
  names?: string;
  same?: string[];
  undated?: 'leave' | 'published';
}

export function sourceOf({ events, store, profile, codes, names, same, undated }: SourceOptions): MeasureSource {
  return {
    profile,
    ...(events === undefined ? {} : { file: events }),
    ...(store === undefined ? {} : { store }),
    ...(codes === undefined ? {} : { codes }),
    ...(names === undefined ? {} : { names }),
    ...(same === undefined ? {} : { same }),
    ...(undated === 'published' ? { undatedOnPublication: true } : {}),
  };
}

export function isoToday(): string {
  return new Date().toISOString().slice(0, 10);
}

async function warnCommand(options: Options, io: Io): Promise<number> {
  if (options.from !== undefined && options.to !== undefined && options.from > options.to) {
    throw new ChanceryError('OPTION_PERIOD', '--from lies after --to', { found: `${options.from} to ${options.to}` });
  }
  const dyad = pairOf(options);
  const measured = await readMeasured(sourceOf(options), options.now ?? isoToday());
  for (const note of measured.notes) io.err(`${note}\n`);
  const { alarms, skipped } = alarmsOf(measured, {
    now: options.now ?? isoToday(),
    ...(options.channel === undefined ? {} : { channels: options.channel }),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
  });
  for (const [reason, n] of skipped) io.err(`left out: ${n} ${reason}\n`);
  for (const note of unknown({ codes: dyad ?? [], contexts: [] }, measured)) io.err(`${note}\n`);
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
  const cards = alarmCards(shown, measured);
  if ((options.format ?? (io.outIsTerminal ? 'table' : 'jsonl')) === 'table') io.out(`${alarmTable(cards)}\n`);
  else for (const card of cards) writeLine(io, card);
  io.err(`${summary(shown, measured, options.channel ?? CHANNELS)}\n`);
  return shown.some((alarm) => alarm.level === 'alarm') ? EXIT.no : EXIT.ok;
}

function pairOf({ dyad, svg }: Options): readonly [string, string] | undefined {
  if (dyad === undefined && svg === undefined) return undefined;
  return dyadAsked(dyad ?? [], 'Try: --dyad CHN RUS');
}

/** How many alarms, and what each channel found and cost where that was measured. */
function summary(alarms: readonly Alarm[], { scores }: Measured, channels: readonly Channel[]): string {
  const count = (level: Alarm['level']): number => alarms.filter((alarm) => alarm.level === level).length;
  const past = channels.flatMap((channel) => {
    const record = trackRecord(channel, scores ? 'nets' : 'counts');
    if (!record) return [];
    const { hits, shocks, unlabelledPerDyadYear, on } = record;
    return [
      `${channel} found ${hits} of ${shocks} shocks at ${unlabelledPerDyadYear} other alarms a pair-year (${on})`,
    ];
  });
  return [`${count('alarm')} alarms, ${count('watch')} on watch.`, ...past].join('\n');
}
