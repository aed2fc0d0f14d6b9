import type { Command } from 'commander';
import { runBatch } from '../app/batch.ts';
import { evaluate, type GoldRecord, rates, type Score, toGold } from '../app/evaluate.ts';
import { readRecords } from '../app/records.ts';
import { openWorkbench } from '../app/workbench.ts';
import type { Event } from '../model/index.ts';
import { EXIT, type Io } from './io.ts';
import { progressBar } from './progress.ts';
import { reportBatch } from './report.ts';
import { formatTable } from './table.ts';

interface Options {
  minF1?: string;
  language?: string;
}

export function registerEval(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('eval')
    .description('score the coder on a gold file: precision, recall, F1 by slot and type')
    .argument('<gold>', 'JSON Lines: {"id","text","language"?,"published"?,"events":[…]}')
    .option('--min-f1 <number>', 'exit 1 when the F1 of whole records is lower')
    .option('--language <code>', 'language of the texts')
    .action(async (gold: string, options: Options) => {
      done(await run(gold, options, io));
    });
}

async function run(file: string, options: Options, io: Io): Promise<number> {
  const workbench = openWorkbench();
  const lines = readRecords(file);
  const pairs: { gold: GoldRecord; events: readonly Event[] }[] = [];
  const report = await runBatch(
    lines,
    async (line) => {
      const { events } = await workbench.codeRecord(line, options);
      pairs.push({ gold: toGold(line.record!, line.at), events });
    },
    { nameOf: (line) => line.at, onProgress: progressBar(io, lines.length, 'records') },
  );
  const result = evaluate(pairs);
  const row = (name: string, score: Score): string[] => {
    const { precision, recall, f1 } = rates(score);
    return [
      name,
      ...[precision, recall, f1].map((value) => value.toFixed(3)),
      String(score.truePositive + score.falseNegative),
    ];
  };
  const rows = [row('whole record', result.record), row('type', result.type), row('parties', result.parties)];
  for (const type of [...result.byType.keys()].sort()) rows.push(row(type, result.byType.get(type)!));
  io.out(`${formatTable(['slot', 'precision', 'recall', 'F1', 'gold'], rows)}\n`);
  io.out(`events on texts without any: ${result.emptyCoded} of ${result.empty}\n`);
  const low = options.minF1 !== undefined && rates(result.record).f1 < Number(options.minF1);
  const code = reportBatch(io, report);
  return code !== EXIT.ok ? code : low ? EXIT.no : EXIT.ok;
}
