import { describe, expect, it } from 'vitest';
import { isComplement, readFinite } from './finite-verb.ts';

const VERBS = new Set(['gel', 'ol', 'kına', 'sok', 'bük', 'ver', 'sağla']);
const NOUNS = new Set(['karar', 'hayat', 'satır']);
const stems = { isVerb: (stem: string) => VERBS.has(stem), isNoun: (word: string) => NOUNS.has(word) };

describe('finite verbs by their suffixes', () => {
  it.each([
    ['kınadılar', 'kına'],
    ['sokmadı', 'sok'],
    ['bükülür', 'bük'],
    ['vermişti', 'ver'],
    ['güzelleşiyor', 'güzelleş'],
  ])('%s is a form of %s at the end of a sentence', (form, stem) => {
    expect(readFinite(form, stems, 2)?.stem).toBe(stem);
  });

  it.each(['karar', 'kararlar', 'hayatı', 'satır'])('%s is a noun', (form) => {
    expect(readFinite(form, stems, 2)).toBeUndefined();
  });

  it('tells negation and the passive', () => {
    expect(readFinite('sokmadı', stems, 2)?.feats).toMatchObject({ Polarity: 'Neg', Tense: 'Past' });
    expect(readFinite('bükülür', stems, 2)?.feats).toMatchObject({ Voice: 'Pass', Polarity: 'Pos' });
  });

  it('leaves words alone that end no clause', () => {
    expect(readFinite('sağlar', stems, 0)).toBeUndefined();
  });
});

describe('complement clauses', () => {
  it('knows -dığını and -acağını from plain accusatives', () => {
    expect(['geldiğini', 'geleceğini', 'olduğumuzu'].every((form) => isComplement(form, stems))).toBe(true);
    expect(['saldırıyı', 'ekmeği', 'koltuğunu'].some((form) => isComplement(form, stems))).toBe(false);
  });
});
