import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ChanceryError } from '../model/index.ts';

/** One thing to read: a file, a URL, or standard input. */
export type Input =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'url'; readonly name: string }
  | { readonly kind: 'stdin'; readonly name: '-' };

const READABLE = /\.(html?|xhtml|txt|text|md)$/i;

/** Files, folders (recursive, sorted), URLs and `-`, in the order given. INPUT_NOT_FOUND for a path that is not there. */
export function listInputs(names: readonly string[]): Input[] {
  if (names.length === 0) {
    throw new ChanceryError('INPUT_NONE', 'nothing to read', {
      expected: 'a file, a folder, a URL or -',
      hint: 'Try: chancery code article.html',
    });
  }
  return names.flatMap((name) => toInputs(name));
}

function toInputs(name: string): Input[] {
  if (name === '-') return [{ kind: 'stdin', name }];
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return [{ kind: 'url', name }];
  const stats = statSync(name, { throwIfNoEntry: false });
  if (!stats) {
    throw new ChanceryError('INPUT_NOT_FOUND', 'no such file or folder', { at: name, hint: 'Check the path' });
  }
  if (!stats.isDirectory()) return [{ kind: 'file', name }];
  return listFolder(name);
}

function listFolder(folder: string): Input[] {
  const inputs: Input[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) inputs.push(...listFolder(path));
    else if (entry.isFile() && READABLE.test(entry.name)) inputs.push({ kind: 'file', name: path });
  }
  return inputs;
}

/** Bytes of a file; INPUT_UNREADABLE with the system's reason. */
export function fileBytes(name: string): Uint8Array {
  try {
    return readFileSync(name);
  } catch (error) {
    throw new ChanceryError('INPUT_UNREADABLE', 'the file could not be read', {
      at: name,
      found: error instanceof Error ? error.message : String(error),
      hint: 'Check the permissions',
    });
  }
}

/** Everything on standard input. */
export async function stdinBytes(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
