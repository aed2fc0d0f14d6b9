import cliProgress from 'cli-progress';
import type { Io } from './io.ts';

/** A bar on stderr for long work at a terminal; nothing when stderr is piped or the work is one piece. */
export function progressBar(io: Io, total: number, unit: string): (done: number, of: number) => void {
  if (!io.errIsTerminal || total < 2) return () => {};
  const bar = new cliProgress.SingleBar(
    { format: `{bar} {value}/{total} ${unit}  {eta_formatted}`, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return (done) => {
    bar.update(done);
    if (done >= total) bar.stop();
  };
}
