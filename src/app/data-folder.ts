import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../model/index.ts';

const ROOT = new URL('../../', import.meta.url);

/** Absolute path of a file or folder of the installed package. */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}

/** Text of a file under data/; DATA_MISSING when the installation is incomplete. */
export function readData(path: string): string {
  const file = packagePath(`data/${path}`);
  if (!existsSync(file)) throw missing(file);
  return readFileSync(file, 'utf8');
}

export function hasData(path: string): boolean {
  return existsSync(packagePath(`data/${path}`));
}

/** Like `readData`, for files that a language may do without. */
export function readOptionalData(path: string): string | undefined {
  return hasData(path) ? readData(path) : undefined;
}

export function readDataBytes(path: string): Uint8Array {
  const file = packagePath(`data/${path}`);
  if (!existsSync(file)) throw missing(file);
  return readFileSync(file);
}

/** Names in a folder under data/, sorted; empty when there is none. */
export function listData(path: string): string[] {
  const folder = packagePath(`data/${path}`);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function missing(file: string): ChanceryError {
  return new ChanceryError('DATA_MISSING', 'a data file is missing', { at: file, hint: 'Reinstall the package' });
}

/** Version of the package, which versions the coder too. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
  return version;
}
