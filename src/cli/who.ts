import type { Command } from 'commander';
import { runBatch } from '../app/batch.ts';
import { storePath } from '../app/record-store.ts';
import { readRecords, requiredField, stringField } from '../app/records.ts';
import { openWorkbench } from '../app/workbench.ts';
import { ChanceryError } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { reportBatch } from './report.ts';

interface Options {
  on?: string;
  context?: string;
  language?: string;
  records?: string;
  store?: string;
}

export function registerWho(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('who')
    .description('which actor a phrase names on a date, and why')
    .argument('[phrase]', 'name, role or metonym')
    .option('--on <date>', 'date on which the phrase was written')
    .option('--context <text>', 'text around the phrase')
    .option('--language <code>', 'language of the phrase')
    .option(
      '--store <file>',
      'the record whose own dictionary counts (default: $CHANCERY_STORE, else ./chancery.sqlite)',
    )
    .option('--records <file>', 'JSON Lines: {"uid","phrase","on"?,"context"?,"language"?}')
    .action(async (phrase: string | undefined, options: Options) => {
      done(await who(phrase, options, io));
    });
}

async function who(phrase: string | undefined, options: Options, io: Io): Promise<number> {
  const workbench = openWorkbench(storePath(options.store));
  if (options.records === undefined) {
    if (phrase === undefined)
      throw new ChanceryError('WHO_PHRASE', 'no phrase', { hint: 'Try: chancery who "Sergei Lavrov" --on 2003-05-01' });
    const { on, context, language } = options;
    const answer = workbench.who({ phrase, on, context, language });
    writeLine(io, answer);
    return answer.code === null ? EXIT.no : EXIT.ok;
  }
  const report = await runBatch(
    readRecords(options.records),
    async ({ at, record, error }) => {
      if (!record) throw error!;
      const query = {
        phrase: requiredField(record, 'phrase', at),
        on: stringField(record, 'on', at),
        context: stringField(record, 'context', at),
        language: stringField(record, 'language', at) ?? options.language,
      };
      writeLine(io, { uid: record['uid'], ...workbench.who(query) });
    },
    { nameOf: (line) => line.at },
  );
  return reportBatch(io, report);
}
