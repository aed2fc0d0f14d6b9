import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { differenceBetween } from '../app/runs.ts';
import { eventTable } from './event-table.ts';
import { EXIT, type Io, writeLine } from './io.ts';

interface Options {
  format?: 'jsonl' | 'table';
}

export function registerDiff(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('diff')
    .description('events gained, lost and changed between two runs; exit 1 when they differ')
    .argument('<before>', 'JSON Lines as `chancery code` writes them')
    .argument('<after>', 'the same texts coded again')
    .option('--format <format>', 'jsonl or table')
    .action((before: string, after: string, options: Options) => done(diff(before, after, options, io)));
}

function diff(before: string, after: string, options: Options, io: Io): number {
  const { gained, lost, changed } = differenceBetween(
    readFileSync(before, 'utf8'),
    readFileSync(after, 'utf8'),
    before,
    after,
  );
  if ((options.format ?? (io.outIsTerminal ? 'table' : 'jsonl')) === 'table') {
    for (const [name, events] of [
      ['gained', gained],
      ['lost', lost],
      ['changed', changed.map((pair) => pair.after)],
    ] as const) {
      io.out(`${name} ${events.length}\n${events.length > 0 ? `${eventTable(events)}\n` : ''}`);
    }
  } else {
    for (const event of gained) writeLine(io, { change: 'gained', event });
    for (const event of lost) writeLine(io, { change: 'lost', event });
    for (const pair of changed) writeLine(io, { change: 'changed', ...pair });
  }
  return gained.length + lost.length + changed.length === 0 ? EXIT.ok : EXIT.no;
}
