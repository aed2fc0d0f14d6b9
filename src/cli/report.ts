import type { BatchReport } from '../app/batch.ts';
import { EXIT, type Io } from './io.ts';

/** Lists failures on stderr and gives the exit code: 0, 2 when nothing worked, 3 when some failed, 130 when interrupted. */
export function reportBatch(io: Io, report: BatchReport): number {
  for (const { line } of report.failed) io.err(`${line}\n`);
  if (report.interrupted) {
    io.err(`interrupted: ${report.done} of ${report.inputs} done; run the same command again to go on\n`);
    return EXIT.interrupted;
  }
  if (report.failed.length === 0) return EXIT.ok;
  if (report.inputs > 1) io.err(`${report.done} of ${report.inputs} done, ${report.failed.length} failed\n`);
  return report.done === 0 && report.inputs === 1 ? EXIT.usage : EXIT.partial;
}
