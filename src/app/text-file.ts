import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { ChanceryError } from '../model/index.ts';
import { stdinBytes } from './inputs.ts';

/** UTF-8 text of a file, gzip or not, or of standard input (`-`). INPUT_UNREADABLE names the file and the reason. */
export async function textOf(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' ? await stdinBytes() : readFileSync(file);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new ChanceryError('INPUT_UNREADABLE', 'the file could not be read', {
      at: file,
      found,
      hint: 'Give a text file, gzip or not',
    });
  }
  return new TextDecoder('utf-8').decode(bytes);
}
