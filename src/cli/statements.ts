import type { Command } from 'commander';
import { runBatch } from '../app/batch.ts';
import { listInputs } from '../app/inputs.ts';
import { readRecords } from '../app/records.ts';
import { openWorkbench } from '../app/workbench.ts';
import type { Statement } from '../model/index.ts';
import { type Io, writeLine } from './io.ts';
import { warnOfLanguage } from './language-warning.ts';
import { reportBatch } from './report.ts';

interface Options {
  records?: string;
  language?: string;
  published?: string;
  format: string;
}

export function registerStatements(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('statements')
    .description('who said what: speaker, cue and content of every statement')
    .argument('[input...]', 'files, folders, URLs or -')
    .option('--records <file>', 'JSON Lines with one text each: {"id","text","published"?,"language"?}')
    .option('--language <code>', 'language of the texts')
    .option('--published <date>', 'date of publication')
    .option('--format <format>', 'jsonl', 'jsonl')
    .action(async (names: string[], options: Options) => {
      done(await statements(names, options, io));
    });
}

async function statements(names: readonly string[], options: Options, io: Io): Promise<number> {
  const workbench = openWorkbench();
  const write = (found: readonly Statement[], record?: string): void => {
    for (const statement of found) {
      const { speaker, note, ...rest } = statement;
      writeLine(io, {
        ...(record === undefined ? {} : { record }),
        speaker: speaker ?? null,
        ...rest,
        note: note ?? null,
      });
    }
  };
  if (options.records === undefined) {
    const report = await runBatch(
      listInputs(names),
      async (input) => {
        const { document } = await workbench.read(input, options);
        warnOfLanguage(io, input.name, options.language, document.language);
        write(workbench.code(document, null, options.language).statements);
      },
      { nameOf: (input) => input.name },
    );
    return reportBatch(io, report);
  }
  const report = await runBatch(
    readRecords(options.records),
    async (line) => {
      const coded = await workbench.codeRecord(line, options);
      write(coded.statements, coded.record ?? undefined);
    },
    { nameOf: (line) => line.at },
  );
  return reportBatch(io, report);
}
