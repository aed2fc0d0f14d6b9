import { Command, CommanderError } from 'commander';
import { packageVersion } from '../app/data-folder.ts';
import { commands } from './commands.ts';
import { describeError, EXIT, type Io, processIo } from './io.ts';

/** Runs the command line and returns the exit code (table in docs/reference/commands.md). */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const program = new Command('chancery');
  let code: number = EXIT.ok;
  program
    .description('Reads what is published about states and turns it into a record of events with evidence.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .showHelpAfterError('Run `chancery --help` for the commands');
  for (const register of commands) {
    register(program, io, (result) => {
      code = result;
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    io.err(`${describeError(error)}\n`);
    return EXIT.usage;
  }
}
