import { ChanceryError } from '../model/index.ts';

export interface Failed {
  readonly input: string;
  readonly code: string;
  readonly line: string;
}

/** What became of every input: in = done + failed, always. */
export interface BatchReport {
  readonly inputs: number;
  readonly done: number;
  readonly failed: readonly Failed[];
  readonly interrupted: boolean;
}

export interface BatchOptions<T> {
  readonly nameOf: (item: T) => string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between two items: true stops after the current one. */
  readonly isInterrupted?: () => boolean;
}

/** Handles items one after another; a failure is noted and the rest goes on. */
export async function runBatch<T>(
  items: readonly T[],
  handle: (item: T) => Promise<void>,
  options: BatchOptions<T>,
): Promise<BatchReport> {
  const failed: Failed[] = [];
  let done = 0;
  for (const item of items) {
    if (options.isInterrupted?.()) return { inputs: items.length, done, failed, interrupted: true };
    try {
      await handle(item);
      done += 1;
    } catch (error) {
      failed.push(toFailed(options.nameOf(item), error));
    }
    options.onProgress?.(done + failed.length, items.length);
  }
  return { inputs: items.length, done, failed, interrupted: false };
}

function toFailed(input: string, error: unknown): Failed {
  if (error instanceof ChanceryError) return { input, code: error.code, line: error.toLine() };
  const message = error instanceof Error ? error.message : String(error);
  return { input, code: 'INTERNAL', line: `INTERNAL ${input}: ${message}. Please report it with the input` };
}
