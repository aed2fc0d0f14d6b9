import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTsv } from '../src/model/index.ts';
import { COUNTRY_CODES } from './country-codes.ts';

const file = 'data/sources/outlets.tsv';
const columns = 'id domain names.en names.ru names.tr country language kind owner source'.split(' ');
const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const outlets = parseTsv(text, file, columns).map((row) => (column: string) => row.fields[column] ?? '');
const kinds = new Set(
  'agency state-media newspaper broadcaster magazine ministry government organisation think-tank online academic'.split(
    ' ',
  ),
);

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

describe('the outlet registry', () => {
  it('covers the world: at least 650 outlets of at least 90 countries, every kind present', () => {
    expect(outlets.length).toBeGreaterThanOrEqual(650);
    expect(new Set(outlets.map((get) => get('country')).filter((code) => code !== '')).size).toBeGreaterThanOrEqual(90);
    expect(new Set(outlets.map((get) => get('kind')))).toEqual(kinds);
  });

  it('has unique ids and domains, and is sorted by id', () => {
    const ids = outlets.map((get) => get('id'));
    expect(repeated(ids)).toEqual([]);
    expect(repeated(outlets.map((get) => get('domain')))).toEqual([]);
    expect(ids).toEqual([...ids].sort());
  });

  it('has valid ids, domains, countries and languages, three names and a source in every line', () => {
    const bad = outlets.filter(
      (get) =>
        !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(get('id')) ||
        !/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[a-z]+)?$/.test(get('domain')) ||
        get('domain').startsWith('www.') ||
        !/^[a-z]{2}$/.test(get('language')) ||
        !(get('country') === '' ? get('kind') === 'organisation' : COUNTRY_CODES.has(get('country'))) ||
        [get('names.en'), get('names.ru'), get('names.tr'), get('source')].some((value) => value.trim() === ''),
    );
    expect(bad.map((get) => get('id'))).toEqual([]);
  });

  it('never gives one name to two outlets, so that a citation has one answer', () => {
    for (const column of ['names.en', 'names.ru', 'names.tr']) {
      const names = outlets.flatMap((get) => [...new Set(get(column).split('|'))]);
      expect(repeated(names), column).toEqual([]);
      expect(names.filter((name) => name !== name.trim() || name === '' || name !== name.normalize('NFC'))).toEqual([]);
    }
  });
});
