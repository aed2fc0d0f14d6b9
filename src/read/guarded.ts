import type { ResourceLimits, WorkerOptions } from 'node:worker_threads';
import { ChanceryError, type ErrorDetail } from '../model/error.ts';
import type { Document } from '../model/index.ts';
import { type ReadInput, readBytes } from './bytes.ts';
import type { WordFile } from './words.ts';

export interface Limits {
  /** Default 15 s. */
  readonly timeoutMs?: number;
  /** Heap of the reading thread. Default 512 MB. */
  readonly memoryMb?: number;
}

/** Pages up to this size are read in the process itself: starting a thread costs more than reading them. */
const TRUSTED_BYTES = 400_000;

/** What a reading thread is given: everything that can be copied to it. */
export interface Order extends Omit<ReadInput, 'words'> {
  readonly wordFiles: readonly WordFile[];
}

export type Reply =
  | { readonly document: Document }
  | { readonly error: { readonly code: string; readonly message: string; readonly detail: ErrorDetail } };

/** Reads small input directly and everything else in a thread that can be stopped: for pages from outside. */
export function readGuarded(input: ReadInput, limits: Limits = {}): Promise<Document> {
  return input.bytes.byteLength <= TRUSTED_BYTES ? readBytes(input) : readInThread(input, limits);
}

/** Throws what readBytes throws, and READ_TIMEOUT or READ_MEMORY when a page takes more than its share. */
export async function readInThread(input: ReadInput, limits: Limits = {}): Promise<Document> {
  const { Worker } = await import('node:worker_threads');
  const timeoutMs = limits.timeoutMs ?? 15_000;
  const memoryMb = limits.memoryMb ?? 512;
  const at = input.name ?? input.url ?? 'input';
  const worker = new Worker(...threadSource({ maxOldGenerationSizeMb: memoryMb }));
  const { words, ...rest } = input;
  const order: Order = { ...rest, wordFiles: words.files };
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Document>((resolve, reject) => {
      const limit = (code: string, message: string, expected: string) =>
        reject(
          new ChanceryError(code, message, { at, expected, hint: 'Save the article part of the page and read that' }),
        );
      timer = setTimeout(() => limit('READ_TIMEOUT', 'reading took too long', `at most ${timeoutMs} ms`), timeoutMs);
      worker.on('message', (reply: Reply) => {
        if ('document' in reply) resolve(reply.document);
        else reject(new ChanceryError(reply.error.code, reply.error.message, reply.error.detail));
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          limit('READ_MEMORY', 'reading took too much memory', `at most ${memoryMb} MB`);
        else reject(new ChanceryError('READ_FAILED', error.message, { at }));
      });
      worker.postMessage(order);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** The thread's program: plain JavaScript in the package; in a checkout the sources, run through the loader there. */
function threadSource(resourceLimits: ResourceLimits): [string | URL, WorkerOptions] {
  if (!import.meta.url.endsWith('.ts')) return [new URL('./guarded-thread.js', import.meta.url), { resourceLimits }];
  const program = JSON.stringify(new URL('./guarded-thread.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${program}); })`;
  return [start, { resourceLimits, eval: true }];
}
