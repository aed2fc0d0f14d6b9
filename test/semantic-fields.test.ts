import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFields, parseFieldWords } from '../src/codebook/index.ts';
import { foldText, parseTsv } from '../src/model/index.ts';

const INVENTORY = 'data/codebook/fields.tsv';
const inventory = parseFields(readFileSync(INVENTORY, 'utf8'), INVENTORY);
const languages = readdirSync('data/words').filter((code) => existsSync(`data/words/${code}/fields.tsv`));
const tableOf = (code: string): string => readFileSync(`data/words/${code}/fields.tsv`, 'utf8');
const rowsOf = (code: string) =>
  parseTsv(tableOf(code), code, ['lemma', 'upos', 'fields']).map(({ fields }) => fields as Record<string, string>);

describe('semantic fields', () => {
  it('say of every field what it holds', () => {
    const rows = parseTsv(readFileSync(INVENTORY, 'utf8'), INVENTORY, ['field', 'acts', 'meaning']);
    expect(rows.filter(({ fields }) => !fields['meaning'])).toEqual([]);
    expect(inventory.acts.size).toBe(rows.length);
    expect(() => parseFields('field\tacts\tmeaning\nfood\tmaybe\tgrain\n', 'here.tsv')).toThrow(
      expect.objectContaining({ code: 'FIELD_ACTS', detail: expect.objectContaining({ at: 'here.tsv:2' }) }),
    );
  });

  it('say which words may tell an act', () => {
    const rows = 'raid\tNOUN\tattack\ngrain\tNOUN\tfood\nsay\tVERB\tsay\nstarve\tVERB\tfood\n';
    const words = parseFieldWords(`lemma\tupos\tfields\n${rows}`, 'here', inventory, foldText);
    expect(words.mayTellAct('raid', 'NOUN')).toBe(true);
    expect(words.mayTellAct('grain', 'NOUN')).toBe(false);
    expect(words.mayTellAct('say', 'VERB')).toBe(false);
    expect(words.mayTellAct('starve', 'VERB')).toBe(true);
    expect(words.mayTellAct('unknown', 'VERB')).toBe(true);
    expect(words.mayTellAct('unknown', 'NOUN')).toBe(true);
  });

  it.each(languages)('of %s stand once a word and part of speech, in order, every field with words', (code) => {
    const keys = rowsOf(code).map(({ lemma, upos }) => `${lemma}\t${upos}`);
    expect(keys).toEqual([...new Set(keys)].sort(byCodePoint));
    const used = new Set(rowsOf(code).flatMap(({ fields }) => fields!.split('|')));
    expect([...inventory.acts.keys()].filter((field) => !used.has(field))).toEqual([]);
    expect(keys.length).toBeGreaterThan(9000);
  });

  it.each([
    ['en', 'howitzer', 'NOUN', 'weapon'],
    ['en', 'ceasefire', 'NOUN', 'peace'],
    ['ru', 'обстрел', 'NOUN', 'attack'],
    ['ru', 'посол', 'NOUN', 'official'],
    ['tr', 'füze', 'NOUN', 'weapon'],
    ['tr', 'ateşkes', 'NOUN', 'peace'],
  ])('of %s know that %s (%s) is of the field %s', (code, lemma, upos, field) => {
    const words = parseFieldWords(tableOf(code), code, inventory, foldText);
    expect(words.of(foldText(lemma), upos)).toContain(field);
    expect(words.of('no such word', upos)).toEqual([]);
  });

  it('are found under another part of speech of content words, never for names', () => {
    const words = parseFieldWords('lemma\tupos\tfields\nshell\tNOUN\tweapon\n', 'here', inventory, foldText);
    expect(words.of('shell', 'VERB')).toEqual(['weapon']);
    expect(words.of('shell', 'PROPN')).toEqual([]);
  });

  it('that the inventory does not have are refused with their line', () => {
    const text = 'lemma\tupos\tfields\nshell\tNOUN\tweaponry\n';
    expect(() => parseFieldWords(text, 'here.tsv', inventory, foldText)).toThrow(
      expect.objectContaining({ code: 'FIELD_UNKNOWN', detail: expect.objectContaining({ at: 'here.tsv:2' }) }),
    );
  });
});

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
