import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Folder of measuring data that is not part of the project: first argument, else ../shared. Leaves with 2 when it is absent. */
export function sharedFolder(): string {
  const folder = process.argv[2] ?? '../shared';
  if (existsSync(join(folder, 'warning'))) return folder;
  process.stderr.write(
    `No measuring data at ${folder}: nothing was measured. Give the folder as the first argument.\n`,
  );
  process.exit(2);
}

export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Rows of a simple CSV (no quoted commas) as objects. */
export function readRecords(path: string): Record<string, string>[] {
  const lines = readText(path)
    .split('\n')
    .filter((line) => line !== '');
  const header = (lines[0] ?? '').replaceAll('"', '').split(',');
  return lines.slice(1).map((line) => {
    const cells = line.replaceAll('"', '').split(',');
    return Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']));
  });
}
