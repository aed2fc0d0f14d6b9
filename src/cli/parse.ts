import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { listInputs } from '../app/inputs.ts';
import { openWorkbench } from '../app/workbench.ts';
import { EXIT, type Io } from './io.ts';
import { warnOfLanguage } from './language-warning.ts';

interface Options {
  language: string;
  conllu?: boolean;
}

export function registerParse(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('parse')
    .description('analyse text into Universal Dependencies (CoNLL-U)')
    .argument('<input>', 'file, URL or -')
    .requiredOption('--language <code>', 'language of the text')
    .option('--conllu', 'the input is CoNLL-U: keep its tokens, predict the other columns')
    .action(async (name: string, options: Options) => {
      const workbench = openWorkbench();
      if (options.conllu)
        io.out(workbench.parseConllu(readFileSync(name === '-' ? 0 : name, 'utf8'), options.language));
      else {
        const [input] = listInputs([name]);
        const { document } = await workbench.read(input!, { language: options.language });
        warnOfLanguage(io, input!.name, options.language, document.language);
        io.out(workbench.toConllu(document, options.language));
      }
      done(EXIT.ok);
    });
}
