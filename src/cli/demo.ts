import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { demoInputs } from '../app/demo.ts';
import { ingest } from '../app/ingest.ts';
import { openRecordStore } from '../app/record-store.ts';
import { openWorkbench } from '../app/workbench.ts';
import { openBrowser } from './browser.ts';
import { eventTable } from './event-table.ts';
import { EXIT, type Io } from './io.ts';
import { serveRecord } from './serve.ts';

interface Options {
  store?: string;
  port: string;
  serve: boolean;
  open: boolean;
}

export function registerDemo(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('demo')
    .description('read the bundled documents, code them, keep the record and show it in the browser')
    .option('--store <file>', 'keep the record here (default: a temporary file)')
    .option('--port <n>', 'port on 127.0.0.1, 0 for a free one', '0')
    .option('--no-serve', 'stop after coding')
    .option('--no-open', 'do not open the browser')
    .action(async (options: Options) => {
      done(await demo(options, io));
    });
}

async function demo(options: Options, io: Io): Promise<number> {
  const path = options.store ?? join(mkdtempSync(join(tmpdir(), 'chancery-')), 'demo.sqlite');
  const { inputs, first } = demoInputs();
  const workbench = openWorkbench();
  const store = openRecordStore(path);
  let firstId: string | undefined;
  const began = process.hrtime.bigint();
  const { report } = await ingest(workbench, store, inputs, {
    run: 'demo',
    now: () => new Date().toISOString(),
    onDocument: (input, { document, events }) => {
      if (input.name === first) firstId = document.id;
      io.out(
        `\n${document.title ?? input.name} (${document.language ?? '?'}, ${document.published ?? 'no date'})\n${eventTable(events)}\n`,
      );
    },
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  store.close();
  io.err(`\n${report.in} documents in ${seconds.toFixed(1)} s; the record: ${path}\n`);
  if (!options.serve) return report.failed === 0 ? EXIT.ok : EXIT.partial;
  const hash = firstId === undefined ? '/' : `/doc/${encodeURIComponent(firstId)}`;
  await serveRecord({ path, port: Number(options.port), io, hash, ...(options.open ? { onListen: openBrowser } : {}) });
  return EXIT.ok;
}
