import { type Command, Option } from 'commander';
import { heldContext, importContext } from '../app/context.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { formatTable } from './table.ts';

/** A wrong file is wrong in every line: more than this many complaints help nobody. */
const SHOWN = 20;

interface Options {
  store?: string;
  format?: 'jsonl' | 'table';
}

export function registerContext(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('context')
    .description(
      'import what others publish about states by year, to stand beside the events; without files, what is held',
    )
    .argument('[file...]', 'alliances (ATOP, COW), UN ideal points, UN votes, COW capabilities: csv, gzip or not, or -')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .addOption(new Option('--format <format>', 'jsonl or table').choices(['jsonl', 'table']))
    .addHelpText(
      'after',
      `
The first line of a file tells what it is. Votes without a session need the list of roll calls beside them:
  chancery context UNVotes.csv roll-calls.csv
  chancery context IdealpointestimatesAll.csv NMC.csv alliance_by_dyad.csv
Then chancery dyad and chancery network show S and pi, ideal-point distance and power balance.
`,
    )
    .action(async (files: string[], options: Options) => {
      done(await contextCommand(files, options, io));
    });
}

async function contextCommand(files: readonly string[], options: Options, io: Io): Promise<number> {
  const code = files.length === 0 ? undefined : await importFiles(files, options, io);
  const held = heldContext(options.store);
  if ((options.format ?? (io.outIsTerminal ? 'table' : 'jsonl')) === 'jsonl')
    for (const kind of held) writeLine(io, kind);
  else if (held.length === 0) io.out('Nothing was imported yet.\n');
  else
    io.out(
      `${formatTable(
        ['kind', 'from', 'to', 'years', 'states'],
        held.map(({ kind, from, to, years, states }) => [kind, ...[from, to, years, states].map(String)]),
      )}\n`,
    );
  return code ?? (held.length > 0 ? EXIT.ok : EXIT.no);
}

async function importFiles(files: readonly string[], options: Options, io: Io): Promise<number> {
  const { rows, refused, notes } = await importContext(files, options.store);
  for (const { error, rows: n } of refused.slice(0, SHOWN))
    io.err(`${error.toLine()}${n > 1 ? ` (so in ${n} rows)` : ''}\n`);
  if (refused.length > SHOWN) io.err(`… and ${refused.length - SHOWN} more like these\n`);
  for (const note of notes) io.err(`${note}\n`);
  const failed = refused.reduce((sum, { rows: n }) => sum + n, 0);
  io.err(`${rows} states by year imported, ${failed} rows or files refused\n`);
  if (failed > 0) return rows > 0 ? EXIT.partial : EXIT.usage;
  return rows > 0 ? EXIT.ok : EXIT.no;
}
