import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const TABLE = JSON.parse(readFileSync(resolve(import.meta.dirname, 'layers.json'), 'utf8')) as Record<string, string[]>;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort();
}

const layerOf = (file: string): string => relative(SRC, file).split('/')[0]!;
const files = sourceFiles(SRC);

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => resolve(dirname(file), match[1]!));
}

/** Files, and the lines in them, whose code (comments left out) matches. */
function linesWith(pattern: RegExp, allowed: readonly string[]): string[] {
  const found: string[] = [];
  for (const file of files) {
    if (allowed.includes(layerOf(file))) continue;
    for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
      const code = line.replace(/^\s*(\/\/|\*|\/\*).*$/, '').replace(/\/\/ .*$/, '');
      if (pattern.test(code)) found.push(`${relative(SRC, file)}:${i + 1}: ${line.trim()}`);
    }
  }
  return found;
}

describe('the house', () => {
  it('has files in every layer of the table and no layer outside it', () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(TABLE).sort());
  });

  it('imports only what the table allows', () => {
    let seen = 0;
    const wrong: string[] = [];
    for (const file of files) {
      for (const target of importsOf(file)) {
        seen += 1;
        const [from, to] = [layerOf(file), layerOf(target)];
        if (from !== to && !TABLE[from]?.includes(to)) wrong.push(`${relative(SRC, file)} -> ${relative(SRC, target)}`);
      }
    }
    expect(seen).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('names a language only in language/', () => {
    expect(linesWith(/'(en|ru|tr)'/, ['language'])).toEqual([]);
  });

  it('names an event type only in codebook/', () => {
    const types = [
      ...readFileSync(resolve(SRC, '../data/codebook/plover.yaml'), 'utf8').matchAll(/^ {2}([A-Z]+):$/gm),
    ].map((m) => m[1]);
    expect(types.length).toBe(16);
    expect(linesWith(new RegExp(`['"\`](${types.join('|')})['"\`]`), ['codebook'])).toEqual([]);
  });

  it('keeps clock, chance, files and network out of the stages', () => {
    const stages = /\b(Date\.now\(|new Date\(\)|Math\.random\(|from 'node:(fs|net|http|https|child_process)|\bfetch\()/;
    expect(linesWith(stages, ['read', 'store', 'app', 'cli', 'api'])).toEqual([]);
  });

  it('never lower-cases by locale or orders by locale', () => {
    expect(linesWith(/toLocale(Lower|Upper)Case|localeCompare/, [])).toEqual([]);
  });

  it('keeps files short enough for the eye', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400);
    expect(long.map((file) => relative(SRC, file))).toEqual([]);
  });
});
