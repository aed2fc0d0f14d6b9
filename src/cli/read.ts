import type { Command } from 'commander';
import { runBatch } from '../app/batch.ts';
import { listInputs } from '../app/inputs.ts';
import { openWorkbench } from '../app/workbench.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { reportBatch } from './report.ts';

interface Options {
  format: 'json' | 'text';
}

export function registerRead(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('read')
    .description('read documents and show their text, blocks, notes and what was taken out')
    .argument('<input...>', 'files, folders, URLs or -')
    .option('--format <format>', 'json or text', 'json')
    .action(async (names: string[], options: Options) => {
      done(await read(names, options, io));
    });
}

async function read(names: readonly string[], options: Options, io: Io): Promise<number> {
  const inputs = listInputs(names);
  const workbench = openWorkbench();
  const report = await runBatch(
    inputs,
    async (input) => {
      const { document } = await workbench.read(input);
      if (options.format === 'text') io.out(`${document.text}\n`);
      else writeLine(io, document);
    },
    { nameOf: (input) => input.name },
  );
  return inputs.length === 0 ? EXIT.ok : reportBatch(io, report);
}
