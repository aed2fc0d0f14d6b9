import { parentPort } from 'node:worker_threads';
import { ChanceryError } from '../model/error.ts';
import { readBytes } from './bytes.ts';
import type { Order, Reply } from './guarded.ts';
import { parseReadWords } from './words.ts';

/** The other end of readInThread: one order, one reply. */
parentPort?.once('message', async (order: Order) => {
  const { wordFiles, ...input } = order;
  let reply: Reply;
  try {
    reply = { document: await readBytes({ ...input, words: parseReadWords(wordFiles) }) };
  } catch (error) {
    const named = error instanceof ChanceryError ? error : new ChanceryError('READ_FAILED', String(error));
    reply = { error: { code: named.code, message: named.message, detail: named.detail } };
  }
  parentPort?.postMessage(reply);
});
