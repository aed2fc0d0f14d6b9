import { type Command, Option } from 'commander';
import { runBatch } from '../app/batch.ts';
import { openClassifier } from '../app/classify.ts';
import { readRecords } from '../app/records.ts';
import { type Io, writeLine } from './io.ts';
import { progressBar } from './progress.ts';
import { reportBatch } from './report.ts';

interface Options {
  records: string;
  conventions: string;
  language?: string;
  coder: 'rule' | 'both';
}

export function registerClassify(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('classify')
    .description('type of the relation between a marked source and target')
    .requiredOption('--records <file>', 'JSON Lines: {"uid","sentence","source","target","marked"?,"language"?}')
    .option('--conventions <name>', 'plover (the manual) or a table of data/conventions', 'plover')
    .option('--language <code>', 'language of the sentences (found by itself otherwise)')
    .addOption(
      new Option('--coder <name>', 'rule alone, or rules with the linear model')
        .choices(['rule', 'both'])
        .default('both'),
    )
    .action(async (options: Options) => {
      const classifier = openClassifier(options);
      const lines = readRecords(options.records);
      const bar = progressBar(io, lines.length, 'records');
      const report = await runBatch(lines, async (line) => writeLine(io, await classifier.classify(line)), {
        nameOf: (line) => line.at,
        onProgress: bar,
      });
      done(reportBatch(io, report));
    });
}
