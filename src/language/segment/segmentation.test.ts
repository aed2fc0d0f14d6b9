import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmentation as english } from '../en/segmentation.ts';
import { createSegmentation as russian } from '../ru/segmentation.ts';
import { createSegmentation as turkish } from '../tr/segmentation.ts';
import { fold, foldPlain } from './fold.ts';
import type { Segmentation } from './segmentation.ts';

const words = (code: string) => ({
  abbreviations: readFileSync(new URL(`../../../data/words/${code}/abbreviations.tsv`, import.meta.url), 'utf8'),
});
const LANGUAGES: readonly (readonly [string, Segmentation])[] = [
  ['en', english(words('en'))],
  ['ru', russian(words('ru'))],
  ['tr', turkish(words('tr'))],
];

const cut = (code: string, text: string): string[] => {
  const segmentation = LANGUAGES.find(([name]) => name === code)![1];
  return segmentation.sentences(text, 0, text.length).map(({ start, end }) =>
    segmentation
      .tokenise(text, start, end)
      .map(({ form }) => form)
      .join(' '),
  );
};

/** Whole alphabets that break segmenters: surrogate halves, zero-width and bidi marks, quotes, dots, digits, line ends. */
const unit = fc.oneof(
  fc.constantFrom(
    ...'.!?…\'’"“”«»()[]-–—,:;/&@#$%*_`\n\r\t  \u200b\u200d\u202e\u2066\ufeff\u00ad\u0301\ufe0f0123abzABZİIıiабвЁё№',
  ),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom('Mr. ', 'U.S.', "don't", 'т. е. ', '5. ', '[3] ', 'www.a.b', 'x@y.z', '😀', '👨‍👩‍👧'),
);
const anyText = fc.array(unit, { maxLength: 80 }).map((units) => units.join(''));

describe.each(LANGUAGES)('%s: on any text', (_code, segmentation) => {
  it('puts every non-space unit in exactly one sentence and one word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Uint8Array(text.length);
        let before = 0;
        for (const sentence of segmentation.sentences(text, 0, text.length)) {
          expect(sentence.start).toBeGreaterThanOrEqual(before);
          expect(text.slice(sentence.start, sentence.end).trim()).toBe(text.slice(sentence.start, sentence.end));
          before = sentence.end;
          for (const token of segmentation.tokenise(text, sentence.start, sentence.end)) {
            expect(token.form).toBe(text.slice(token.start, token.end));
            expect(token.end).toBeGreaterThan(token.start);
            for (let at = token.start; at < token.end; at++) covered[at]!++;
          }
        }
        for (let at = 0; at < text.length; at++) expect(covered[at]).toBe(/\s/.test(text[at]!) ? 0 : 1);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  it.each([
    ['one word', 'a'],
    ['full stops', '.'],
    ['stops and spaces', '. '],
    ['closing marks', '.)"'],
    ['note marks', '.[1]'],
    ['hyphens', 'a-'],
    ['addresses', 'www.,a@b'],
    ['surrogate halves', '\ud800'],
    ['line breaks', 'a\n'],
    ['apostrophes', "a'"],
    ['initials', 'A. '],
  ])('stays linear on a megabyte of %s', (_name, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const began = performance.now();
    for (const { start, end } of segmentation.sentences(text, 0, text.length)) segmentation.tokenise(text, start, end);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('words as the treebanks cut them', () => {
  it.each([
    ['en', "He can't accept Putin's offer.", ["He ca n't accept Putin 's offer ."]],
    ['en', 'The U.S.-led, pro-Western forces cannot win.', ['The U.S. - led , pro-Western forces can not win .']],
    [
      'en',
      'It fell in the region.3 They left at 5:30 p.m. on 9/11.',
      ['It fell in the region . 3', 'They left at 5:30 p.m. on 9/11 .'],
    ],
    ['en', 'See https://a.org/x?y=1. Write to a.b@c.org.', ['See https://a.org/x?y=1 .', 'Write to a.b@c.org .']],
    [
      'ru',
      'Лавров С.В. прибыл в 2019 г. в Москву, т. е. рано.',
      ['Лавров С. В. прибыл в 2019 г. в Москву , т. е. рано .'],
    ],
    ['ru', 'Премьер-министр и топ-50.', ['Премьер-министр и топ-50 .']],
    [
      'tr',
      "Putin'le 5. kez görüştü. II. Dünya Savaşı bitti.",
      ["Putin'le 5. kez görüştü .", 'II. Dünya Savaşı bitti .'],
    ],
    ['tr', '"Zaman"ın haberi M.Ö. 5. yüzyıla ait.', ['" Zaman"ın haberi M.Ö. 5. yüzyıla ait .']],
  ])('%s: %s', (code, text, expected) => {
    expect(cut(code, text)).toEqual(expected);
  });
});

describe('fold', () => {
  it('keeps the length of any text, so offsets stay valid', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text).length).toBe(text.length);
        expect(foldPlain(text).length).toBe(text.length);
        expect(fold(fold(text))).toBe(fold(text));
        expect(foldPlain(foldPlain(text))).toBe(foldPlain(text));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each([
    ['İRAN ISPARTA', 'iran isparta'],
    ['Тарас Бульба и ЁЖ', 'тарас бульба и еж'],
    ['Xi’s—plan', "xi's-plan"],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('takes the diacritics off Latin letters only for search', () => {
    expect(foldPlain('Dışişleri Çağrı Öz Čapek Łódź')).toBe('disisleri cagri oz capek lodz');
    expect(foldPlain('Йошкар')).toBe('йошкар');
    expect(foldPlain(`${'x'.repeat(100_000)}Ş`).at(-1)).toBe('s');
  });
});
