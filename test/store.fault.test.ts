import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { ChanceryError } from '../src/model/index.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { entryOf, testFold } from './fixtures/entry.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-fault-'));
const place = (name: string): string => join(folder, name);
const open = (path: string, more: object = {}): Store => openStore({ path, fold: testFold, ...more });
const entry = (i: number) => entryOf([[`Fact ${i} ${'x'.repeat(2_000)}.`, { actor: ['RUS'], recipient: ['USA'] }]]);

afterAll(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

/** The code and the hint of what is thrown: both are promised to the user. */
function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ChanceryError) return error.detail.hint ? error.code : `${error.code} without a hint`;
    return String(error);
  }
  return 'nothing was thrown';
}

function child(args: readonly string[], options: { uid?: number; gid?: number } = {}) {
  const script = resolve('test/fixtures/ingest-child.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
}

async function outputOf(process: ReturnType<typeof child>): Promise<string> {
  let output = '';
  process.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  await once(process, 'close');
  return output;
}

describe('a crash', () => {
  it('loses no stored document and leaves no half of one, wherever the process is killed', async () => {
    for (const kill of [1, 4, 9]) {
      const path = place(`killed-${kill}.sqlite`);
      const ingest = child([path, '2000']);
      let output = '';
      ingest.stdout.on('data', (chunk) => {
        output += String(chunk);
        if (output.split('\n').length > kill * 5) ingest.kill('SIGKILL');
      });
      await once(ingest, 'close');
      const stored = output.split('\n').filter(Boolean).length;
      const store = open(path);
      const kept = store.documents({ limit: 1_000 }).items;
      expect(kept.length).toBeGreaterThanOrEqual(stored);
      expect(kept.length).toBeLessThan(1_000);
      expect(kept.every(({ id }) => store.document(id)?.events.length === 20)).toBe(true);
      expect(store.check()).toEqual([]);
      store.close();
    }
  });

  it('is made good by running the same command again', async () => {
    const path = place('again.sqlite');
    const first = child([path, '60']);
    first.stdout.once('data', () => first.kill('SIGKILL'));
    await once(first, 'close');
    await outputOf(child([path, '60']));
    const whole = place('whole.sqlite');
    await outputOf(child([whole, '60']));
    const dump = (file: string): string => {
      const store = open(file, { readOnly: true });
      const text = JSON.stringify([store.documents({ limit: 1_000 }), store.events({ limit: 1_000 })]);
      store.close();
      return text;
    };
    expect(dump(path)).toBe(dump(whole));
  });
});

describe('a full disk', () => {
  it('is named, and what was stored before stays whole', () => {
    const path = place('full.sqlite');
    const store = open(path, { maxBytes: 400_000 });
    let stored = 0;
    const fill = (): void => {
      for (;;) {
        store.put(entry(stored));
        stored += 1;
      }
    };
    expect(faultOf(fill)).toBe('STORE_FULL');
    expect(stored).toBeGreaterThan(5);
    expect(store.documents({ limit: 1_000 }).items).toHaveLength(stored);
    store.close();
    const bigger = open(path);
    bigger.put(entry(stored));
    expect(bigger.documents({ limit: 1_000 }).items).toHaveLength(stored + 1);
    expect(bigger.check()).toEqual([]);
    bigger.close();
  });
});

describe('a store that may not be written', () => {
  it('is named when the folder is read-only', async () => {
    const shut = place('shut');
    mkdirSync(shut);
    chmodSync(shut, 0o555);
    chmodSync(folder, 0o755);
    // Root may write anywhere: the child then gives up its rights first.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    expect(await outputOf(child([join(shut, 'a.sqlite'), '1'], nobody))).toBe('STORE_READONLY\n');
    expect(await outputOf(child([join(shut, 'new', 'a.sqlite'), '1'], nobody))).toBe('STORE_READONLY\n');
  });

  it('is named when it was opened for reading', () => {
    const path = place('reading.sqlite');
    open(path).close();
    const store = open(path, { readOnly: true });
    expect(faultOf(() => store.put(entry(1)))).toBe('STORE_READONLY');
    store.close();
    expect(faultOf(() => open(place('absent.sqlite'), { readOnly: true }))).toBe('STORE_IO');
  });
});

describe('a damaged or foreign file', () => {
  it('is named and left as it is', () => {
    const text = place('text.sqlite');
    writeFileSync(text, 'This is no database. '.repeat(200));
    expect(faultOf(() => open(text))).toBe('STORE_CORRUPT');
    expect(readFileSync(text, 'utf8')).toBe('This is no database. '.repeat(200));

    const foreign = place('foreign.sqlite');
    const other = new Database(foreign);
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expect(faultOf(() => open(foreign))).toBe('STORE_FOREIGN');

    const newer = place('newer.sqlite');
    open(newer).close();
    const later = new Database(newer);
    later.pragma('user_version = 999');
    later.close();
    expect(faultOf(() => open(newer))).toBe('STORE_NEWER');
  });

  it('is named when it was cut short', () => {
    const path = place('cut.sqlite');
    const store = open(path);
    for (let i = 0; i < 50; i++) store.put(entry(i));
    store.close();
    truncateSync(path, 60_000);
    expect(
      faultOf(() => {
        const cut = open(path);
        for (const { id } of cut.documents({ limit: 1_000 }).items) cut.document(id);
      }),
    ).toBe('STORE_CORRUPT');
  });

  it('is found by the check when a text or a source was changed', () => {
    const path = place('changed.sqlite');
    const store = open(path);
    store.put(entry(1));
    const other = new Database(path);
    other.exec(`UPDATE reading SET json = replace(json, 'Fact', 'Fake')`);
    other.exec(`UPDATE source SET bytes = x'00'`);
    other.close();
    expect(store.check().map(({ what }) => what)).toEqual(['source', 'evidence']);
    store.close();
  });
});

describe('a locked store', () => {
  it('is named after the wait, and can be read meanwhile', () => {
    const path = place('locked.sqlite');
    const store = open(path, { busyTimeout: 50 });
    store.put(entry(1));
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(faultOf(() => store.put(entry(2)))).toBe('STORE_BUSY');
    expect(store.documents().items).toHaveLength(1);
    other.exec('ROLLBACK');
    other.close();
    expect(store.put(entry(2))).toBe('added');
    store.close();
  });
});
