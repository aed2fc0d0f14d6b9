import { ChanceryError, type Event } from '../model/index.ts';
import type { RunReport, Store } from '../store/store.ts';
import { type BatchReport, runBatch } from './batch.ts';
import type { Input } from './inputs.ts';
import type { Coded, ReadOptions, Workbench } from './workbench.ts';

export interface IngestOptions extends ReadOptions {
  readonly run: string;
  /** ISO instant of a write; the caller owns the clock. */
  readonly now: () => string;
  readonly onDocument?: (input: Input, coded: Coded) => void;
  readonly onEvents?: (events: readonly Event[]) => void;
  readonly onProgress?: (done: number, total: number) => void;
  readonly isInterrupted?: () => boolean;
}

export interface IngestResult {
  readonly batch: BatchReport;
  readonly report: RunReport;
}

/** Reads, codes and keeps every input, one transaction a document; what fails is kept with its reason and the rest goes on. */
export async function ingest(
  workbench: Workbench,
  store: Store,
  inputs: readonly Input[],
  options: IngestOptions,
): Promise<IngestResult> {
  const batch = await runBatch(inputs, (input) => ingestOne(workbench, store, input, options), {
    nameOf: (input) => input.name,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.isInterrupted ? { isInterrupted: options.isInterrupted } : {}),
  });
  return { batch, report: store.report(options.run) };
}

async function ingestOne(workbench: Workbench, store: Store, input: Input, options: IngestOptions): Promise<void> {
  const receipt = { run: options.run, input: input.name, at: options.now() };
  try {
    const { document, bytes } = await workbench.read(input, options);
    const coded = workbench.code(document, null, options.language);
    const { events, statements, abstentions, sentences, coder, codebook } = coded;
    store.put({ document, source: bytes, sentences, events, statements, abstentions, coder, codebook, receipt });
    options.onDocument?.(input, coded);
    options.onEvents?.(events);
  } catch (error) {
    const isStore = error instanceof ChanceryError && error.code.startsWith('STORE_');
    // a store that cannot be written cannot note the failure either
    if (!isStore) {
      const code = error instanceof ChanceryError ? error.code : 'INTERNAL';
      store.fail({ ...receipt, code, message: error instanceof Error ? error.message : String(error) });
    }
    throw error;
  }
}
