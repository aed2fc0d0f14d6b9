import type { Command } from 'commander';
import { ingest } from '../app/ingest.ts';
import { listInputs } from '../app/inputs.ts';
import { openRecordStore, storePath } from '../app/record-store.ts';
import { openWorkbench } from '../app/workbench.ts';
import { onInterrupt } from './interrupt.ts';
import type { Io } from './io.ts';
import { warnOfLanguage } from './language-warning.ts';
import { progressBar } from './progress.ts';
import { reportBatch } from './report.ts';

interface Options {
  store?: string;
  language?: string;
  published?: string;
}

export function registerIngest(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('ingest')
    .description('code documents and keep them with their events; running it again changes nothing')
    .argument('<input...>', 'files, folders, URLs or -')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .option('--language <code>', 'language of the documents')
    .option('--published <date>', 'date of publication where the page has none')
    .action(async (names: string[], options: Options) => {
      done(await run(names, options, io));
    });
}

async function run(names: readonly string[], options: Options, io: Io): Promise<number> {
  const inputs = listInputs(names);
  const path = storePath(options.store);
  const workbench = openWorkbench(path);
  const store = openRecordStore(path);
  const interrupt = onInterrupt();
  try {
    const at = new Date().toISOString();
    const { batch, report } = await ingest(workbench, store, inputs, {
      ...options,
      run: at,
      now: () => new Date().toISOString(),
      onDocument: ({ name }, { document }) => warnOfLanguage(io, name, options.language, document.language),
      onProgress: progressBar(io, inputs.length, 'documents'),
      isInterrupted: interrupt.happened,
    });
    io.err(`in ${report.in} = coded ${report.coded} + abstained ${report.abstained} + failed ${report.failed}\n`);
    return reportBatch(io, batch);
  } finally {
    interrupt.stop();
    store.close();
  }
}
