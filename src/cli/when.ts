import type { Command } from 'commander';
import { runBatch } from '../app/batch.ts';
import { readRecords, requiredField, stringField } from '../app/records.ts';
import { openWorkbench } from '../app/workbench.ts';
import { ChanceryError } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { reportBatch } from './report.ts';

interface Options {
  published?: string;
  language?: string;
  records?: string;
}

export function registerWhen(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('when')
    .description('the dates a text speaks of, as intervals')
    .argument('[text]')
    .option('--published <date>', 'date of publication, for relative dates')
    .option('--language <code>', 'language of the text')
    .option('--records <file>', 'JSON Lines: {"uid","text","published"?,"language"?}')
    .action(async (text: string | undefined, options: Options) => {
      done(await when(text, options, io));
    });
}

async function when(text: string | undefined, options: Options, io: Io): Promise<number> {
  const workbench = openWorkbench();
  if (options.records === undefined) {
    if (text === undefined)
      throw new ChanceryError('WHEN_TEXT', 'no text', {
        hint: 'Try: chancery when "last week" --published 2023-03-22',
      });
    writeLine(io, { dates: await workbench.when({ text, ...options }) });
    return EXIT.ok;
  }
  const report = await runBatch(
    readRecords(options.records),
    async ({ at, record, error }) => {
      if (!record) throw error!;
      const query = {
        text: requiredField(record, 'text', at),
        published: stringField(record, 'published', at) ?? options.published,
        language: stringField(record, 'language', at) ?? options.language,
      };
      writeLine(io, { uid: record['uid'], dates: await workbench.when(query) });
    },
    { nameOf: (line) => line.at },
  );
  return reportBatch(io, report);
}
