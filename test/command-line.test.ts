import { execFile, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const BIN = join(ROOT, 'bin/chancery');
const ARTICLE = join(ROOT, 'data/demo/en-partners-without-a-treaty.html');

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], env: Record<string, string> = {}, cwd = ROOT): Promise<Result> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 28 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({ code, out, err });
      },
    );
    child.stdin?.end();
  });
}

function folder(files: Record<string, string | Uint8Array>): string {
  const path = mkdtempSync(join(tmpdir(), 'chancery-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist/cli/main.js')))
    throw new Error('run npm run build first: these tests run the built command');
});

describe('the command line', () => {
  it('codes the same bytes the same way in any locale and time zone', async () => {
    const plain = await run(['code', ARTICLE, '--format', 'jsonl']);
    const turkish = await run(['code', ARTICLE, '--format', 'jsonl'], {
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      TZ: 'Asia/Tokyo',
    });
    expect(plain.code).toBe(0);
    expect(plain.out.split('\n').length).toBeGreaterThan(10);
    expect(turkish.out).toBe(plain.out);
  });

  it('gives events whose quotes and mentions are in the text it read', async () => {
    const { out } = await run(['read', ARTICLE]);
    const { text } = JSON.parse(out) as { text: string };
    const events = (await run(['code', ARTICLE, '--format', 'jsonl'])).out.trim().split('\n');
    for (const line of events) {
      const event = JSON.parse(line) as {
        evidence: { start: number; end: number; quote: string };
        trigger: { start: number; end: number; text: string };
      };
      expect(text.slice(event.evidence.start, event.evidence.end)).toBe(event.evidence.quote);
      expect(text.slice(event.trigger.start, event.trigger.end)).toBe(event.trigger.text);
    }
  });

  it('completes a folder with one broken file among ten and says which', async () => {
    const files: Record<string, string | Uint8Array> = {};
    for (let i = 0; i < 9; i++)
      files[`a${i}.txt`] =
        `Headline ${i}\n\nFrance condemned the attack by Iran on Monday, and Germany recalled its ambassador from Tehran.\n`;
    files['broken.html'] = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 0, 255, 254]);
    const path = folder(files);
    const result = await run(['ingest', path, '--store', join(path, 'r.sqlite')]);
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/READ_BINARY .*broken\.html/);
    expect(result.err).toMatch(/in 10 = coded 9 \+ abstained 0 \+ failed 1/);
  });

  it.each([
    ['an empty file', { 'x.txt': '' }, ['code', 'x.txt'], 2, /READ_EMPTY/],
    [
      'a binary file named .html',
      { 'x.html': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]) },
      ['code', 'x.html'],
      2,
      /READ_BINARY/,
    ],
    ['a path that is not there', {}, ['code', 'nowhere.txt'], 2, /INPUT_NOT_FOUND nowhere\.txt/],
    [
      'an unknown language',
      { 'x.txt': 'France condemned Iran.' },
      ['code', 'x.txt', '--language', 'xx'],
      2,
      /LANGUAGE_UNKNOWN.*expected/,
    ],
    ['an unknown command', {}, ['frobnicate'], 2, /unknown command/],
    [
      'a broken line of records',
      { 'r.jsonl': '{"id":"1","text":"France condemned Iran on Monday."}\n{oops\n' },
      ['code', '--records', 'r.jsonl', '--language', 'en'],
      3,
      /RECORD_JSON r\.jsonl:2/,
    ],
    ['a loopback address', {}, ['code', 'http://127.0.0.1:9/'], 2, /FETCH_|READ_|URL_/],
    [
      'the metadata address in another spelling',
      {},
      ['code', 'http://2852039166/latest/meta-data'],
      2,
      /FETCH_|READ_|URL_/,
    ],
  ] as const)('answers %s with a named error and the right exit code', async (_name, files, args, code, message) => {
    const result = await run(args, {}, folder(files));
    expect(result.err).toMatch(message);
    expect(result.err).not.toMatch(/\n\s+at /);
    expect(result.code).toBe(code);
  });

  it('refuses a corrupt pattern line with its place', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'chancery-'));
    const { cpSync } = await import('node:fs');
    for (const part of ['bin', 'dist', 'data', 'package.json'])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    (await import('node:fs')).symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, 'data/patterns/en.tsv');
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[41] = lines[41]!.replace(/^([^\t]*)\t([^\t]*)/, '$1\t$2 oops');
    writeFileSync(file, lines.join('\n'));
    const result = await new Promise<Result>((done) => {
      execFile(
        process.execPath,
        [join(copy, 'bin/chancery'), 'explain', 'France condemned Iran.', '--language', 'en'],
        (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });
    expect(result.err).toMatch(/PATTERN_SYNTAX data\/patterns\/en\.tsv:42:\d+/);
    expect(result.code).toBe(2);
  });

  it('ingests twice without changing anything', async () => {
    const path = folder({});
    const store = join(path, 'r.sqlite');
    await run(['ingest', ARTICLE, '--store', store]);
    const first = await run(['events', '--store', store, '--format', 'jsonl']);
    await run(['ingest', ARTICLE, '--store', store]);
    const second = await run(['events', '--store', store, '--format', 'jsonl']);
    expect(first.out.length).toBeGreaterThan(1000);
    expect(second.out).toBe(first.out);
  });

  it('says that a folder cannot be written and loses nothing', async () => {
    if (process.getuid?.() === 0) {
      // root writes through read-only modes: a path below a file cannot be made by anybody
      const path = folder({ 'plain-file': 'x' });
      const result = await run(['ingest', ARTICLE, '--store', join(path, 'plain-file', 'r.sqlite')]);
      expect(result.code).toBe(2);
      expect(result.err).toMatch(/STORE_/);
      return;
    }
    const path = folder({});
    chmodSync(path, 0o500);
    const result = await run(['ingest', ARTICLE, '--store', join(path, 'r.sqlite')]);
    expect(result.code).toBe(2);
    expect(result.err).toMatch(/STORE_READONLY/);
  });

  it('stops after the current document on Ctrl-C, keeps what was acknowledged, and goes on when run again', async () => {
    const path = folder({});
    const articles = join(path, 'articles');
    mkdirSync(articles);
    for (let i = 0; i < 60; i++) copyFileSync(ARTICLE, join(articles, `a${String(i).padStart(2, '0')}.html`));
    for (let i = 0; i < 60; i++) {
      const file = join(articles, `a${String(i).padStart(2, '0')}.html`);
      writeFileSync(file, `${readFileSync(file, 'utf8')}<!-- ${i} -->`);
    }
    const store = join(path, 'r.sqlite');
    const code = await new Promise<number>((done) => {
      const child = spawn(process.execPath, [BIN, 'ingest', articles, '--store', store], { stdio: 'ignore' });
      const poll = setInterval(() => {
        if (!existsSync(store)) return;
        clearInterval(poll);
        setTimeout(() => child.kill('SIGINT'), 700);
      }, 20);
      child.on('exit', (exit) => done(exit ?? -1));
    });
    expect([0, 130]).toContain(code);
    const again = await run(['ingest', articles, '--store', store]);
    expect(again.code).toBe(0);
    expect(again.err).toMatch(/in 60 = coded 60 \+ abstained 0 \+ failed 0/);
  });

  it('writes no escape codes and no bar into a pipe', async () => {
    const { out, err } = await run(['code', ARTICLE, ARTICLE]);
    expect((out + err).includes('\u001b[')).toBe(false);
  });

  it('runs the demo to the end and accounts for every document', async () => {
    const result = await run(['demo', '--no-serve']);
    expect(result.code).toBe(0);
    expect(result.err).toMatch(/16 documents/);
  });
});
