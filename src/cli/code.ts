import { type Command, Option } from 'commander';
import { runBatch } from '../app/batch.ts';
import { eventsToCsv } from '../app/export.ts';
import { listInputs } from '../app/inputs.ts';
import { storePath } from '../app/record-store.ts';
import { type RecordLine, readRecords } from '../app/records.ts';
import { type CoderChoice, openWorkbench, type Workbench } from '../app/workbench.ts';
import type { Event } from '../model/index.ts';
import { eventTable } from './event-table.ts';
import { type Io, writeLine } from './io.ts';
import { warnOfLanguage } from './language-warning.ts';
import { progressBar } from './progress.ts';
import { reportBatch } from './report.ts';

interface Options {
  records?: string;
  language?: string;
  published?: string;
  format?: 'jsonl' | 'table' | 'csv';
  coder: CoderChoice;
  conventions: string;
}

export function registerCode(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('code')
    .description('code the events of documents without storing them')
    .argument('[input...]', 'files, folders, URLs or -')
    .option('--records <file>', 'JSON Lines with one text each: {"id","text","published"?,"language"?}')
    .option('--language <code>', 'language of the texts (found by itself otherwise)')
    .option('--published <date>', 'date of publication, for relative dates')
    .addOption(new Option('--format <format>', 'jsonl, table or csv').choices(['jsonl', 'table', 'csv']))
    .addOption(
      new Option('--coder <name>', 'rules alone, or rules with the log-linear layer')
        .choices(['rule', 'both'])
        .default('both'),
    )
    .option('--conventions <name>', 'plover (the manual) or a table of data/conventions such as petrarch', 'plover')
    .action(async (names: string[], options: Options) => {
      done(await code(names, options, io));
    });
}

async function code(names: readonly string[], options: Options, io: Io): Promise<number> {
  const workbench = openWorkbench(storePath(), options.coder, options.conventions);
  const format = options.format ?? (io.outIsTerminal ? 'table' : 'jsonl');
  const kept: Event[] = [];
  const emit = (events: readonly Event[]): void => {
    if (format === 'jsonl') for (const event of events) writeLine(io, event);
    else kept.push(...events);
  };
  const report =
    options.records === undefined
      ? await codeInputs(workbench, names, options, { io, emit })
      : await codeRecords(workbench, options, { io, emit });
  if (format === 'csv') io.out(eventsToCsv(kept));
  if (format === 'table') io.out(`${eventTable(kept)}\n`);
  return reportBatch(io, report);
}

interface Sink {
  readonly io: Io;
  readonly emit: (events: readonly Event[]) => void;
}

function codeInputs(workbench: Workbench, names: readonly string[], options: Options, { io, emit }: Sink) {
  const inputs = listInputs(names);
  const bar = progressBar(io, inputs.length, 'documents');
  return runBatch(
    inputs,
    async (input) => {
      const { document } = await workbench.read(input, options);
      warnOfLanguage(io, input.name, options.language, document.language);
      emit(workbench.code(document, null, options.language).events);
    },
    { nameOf: (input) => input.name, onProgress: bar },
  );
}

function codeRecords(workbench: Workbench, options: Options, { io, emit }: Sink) {
  const lines = readRecords(options.records!);
  const bar = progressBar(io, lines.length, 'records');
  return runBatch(
    lines,
    async (line) => {
      const { document, events } = await workbench.codeRecord(line, options);
      warnOfLanguage(io, line.at, saidOf(line, options), document.language);
      emit(events);
    },
    { nameOf: (line) => line.at, onProgress: bar },
  );
}

function saidOf({ record }: RecordLine, options: Options): string | undefined {
  const said = record?.['language'];
  return typeof said === 'string' ? said : options.language;
}
