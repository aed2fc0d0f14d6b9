import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../src/app/language-shelf.ts';

const MARKS = ['(', ')', '"', '“', '”', '«', '»', ';', ':', ',', '—', '.'];
const WORDS = {
  en: ['The', 'army', 'Hamas', 'attacked', 'that', 'was', 'banned', 'in', 'Russia'],
  ru: ['Боевики', 'группировки', 'Хезболла', 'атаковали', 'и', 'запрещена', 'в', 'РФ'],
  tr: ['Örgüt', 'Hamas', "İsrail'e", 'saldırdı', 've', 'Rusya', 'yasak'],
};

describe.each(Object.entries(WORDS))('%s: brackets and quotation marks in any order', (code, words) => {
  it('leave a tree with one root, without rings, every word with a relation', () => {
    const language = languageOf(code);
    const text = fc
      .array(fc.constantFrom(...MARKS, ...words), { minLength: 1, maxLength: 20 })
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, (line) => {
        for (const { start, end } of language.sentences(line, 0, line.length)) {
          const tokens = language.analyse(language.tokenise(line, start, end));
          expect(tokens.filter(({ head }) => head < 0).length).toBe(Math.min(1, tokens.length));
          expect(tokens.every(({ deprel }) => deprel !== '')).toBe(true);
          for (let i = 0; i < tokens.length; i++) {
            let steps = 0;
            for (let at = i; at >= 0 && steps <= tokens.length; at = tokens[at]!.head) steps += 1;
            expect(steps).toBeLessThanOrEqual(tokens.length);
          }
        }
      }),
      { numRuns: 1500, examples: [['" ( ( " yasak ) yasak ( ) ) ; İsrail\'e , Rusya " İsrail\'e ve']] },
    );
  });
});
