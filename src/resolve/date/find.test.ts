import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../language/segment/fold.ts';
import { datesIn } from './find.ts';
import { readDateWords } from './words.ts';

const load = (code: string) =>
  readDateWords(readFileSync(new URL(`../../../data/words/${code}/dates.tsv`, import.meta.url), 'utf8'), fold);
const [english, russian, turkish] = readdirSync(new URL('../../../data/words/', import.meta.url))
  .sort()
  .map(load);

/** A Wednesday. */
const PUBLISHED = '2024-10-16';
type Words = ReturnType<typeof load>;
const dates = (words: Words | undefined, text: string, published: string | undefined = PUBLISHED): string[] =>
  datesIn({ text, words: words!, ...(published === undefined ? {} : { published }) }).map(
    ({ text: phrase, interval, background }) =>
      `${phrase} = ${interval ? `${interval.from}..${interval.to} ${interval.precision} ${interval.basis}` : 'none'}${background ? ' background' : ''}`,
  );

describe('English', () => {
  it.each([
    ['He came in March 2019.', ['March 2019 = 2019-03-01..2019-03-31 month stated']],
    ['On Tuesday Moscow protested.', ['Tuesday = 2024-10-15..2024-10-15 day relative']],
    ['They will meet on Tuesday.', ['Tuesday = 2024-10-22..2024-10-22 day relative']],
    ['Two weeks ago he left.', ['Two weeks ago = 2024-10-02..2024-10-02 day relative']],
    ['between 20 and 22 March 2023', ['between 20 and 22 March 2023 = 2023-03-20..2023-03-22 range stated']],
    ['from May to October 2020', ['from May to October 2020 = 2020-05-01..2020-10-31 range stated']],
    ['in early 2021', ['early 2021 = 2021-01-01..2021-04-30 range stated']],
    ['since 2014', ['since 2014 = 2014-01-01..2024-10-16 range stated']],
    ['five years after 2014', ['five years after 2014 = 2019-01-01..2019-12-31 year stated']],
    ['in the second half of 2019', ['the second half of 2019 = 2019-07-01..2019-12-31 range stated']],
  ])('%s', (text, expected) => {
    expect(dates(english, text)).toEqual(expected);
  });

  it.each([
    'May said that the troops march on a second front.',
    'He spent 2,000 dollars on 1500 pages.',
    'Resolution 2231 passed with 3.5 percent.',
    'They meet every Tuesday.',
    'for the first time in 20 years',
  ])('finds no dated phrase in: %s', (text) => {
    expect(dates(english, text).filter((line) => !line.endsWith('none'))).toEqual([]);
  });

  it('leaves what is counted from another event without an interval', () => {
    expect(dates(english, 'The next day he resigned.')).toEqual(['The next day = none']);
    expect(dates(english, 'five years after the invasion')).toEqual(['five years after = none background']);
    expect(dates(english, 'on the 10th anniversary of the annexation')[0]).toMatch(/none background$/);
  });

  it('says why a relative phrase has no interval when the document has no date', () => {
    const [found] = datesIn({ text: 'It ended last week.', words: english! });
    expect(found?.interval).toBeUndefined();
    expect(found?.why).toContain('date of the document');
    expect(dates(english, 'It ended in 2019.', undefined)).toEqual(['2019 = 2019-01-01..2019-12-31 year stated']);
  });
});

describe('Russian and Turkish', () => {
  it.each([
    ['КНДР отправила в Россию полторы тысячи солдат.', []],
    ['В порты ушло более тысячи контейнеров.', []],
    ['в октябре 2019 года', ['октябре 2019 года = 2019-10-01..2019-10-31 month stated']],
    ['с 20 по 22 марта 2023 года', ['с 20 по 22 марта 2023 года = 2023-03-20..2023-03-22 range stated']],
    ['прошлой осенью', ['прошлой осенью = 2023-09-01..2023-11-30 range relative']],
    ['До 2014 года шли учения', ['До 2014 года = none']],
    ['22 февраля 2014-го', ['22 февраля 2014-го = 2014-02-22..2014-02-22 day stated']],
  ])('%s', (text, expected) => {
    expect(dates(russian, text)).toEqual(expected);
  });

  it.each([
    ["2019'un Ekim ayında", ["2019'un Ekim ayında = 2019-10-01..2019-10-31 month stated"]],
    ['geçtiğimiz hafta', ['geçtiğimiz hafta = 2024-10-07..2024-10-13 range relative']],
    ["2014'ten 2018'e kadar", ["2014'ten 2018'e kadar = 2014-01-01..2018-12-31 range stated"]],
    ["5 Mayıs 2020'de", ["5 Mayıs 2020'de = 2020-05-05..2020-05-05 day stated"]],
    ['iki hafta önce', ['iki hafta önce = 2024-10-02..2024-10-02 day relative']],
  ])('%s', (text, expected) => {
    expect(dates(turkish, text)).toEqual(expected);
  });
});

describe('on any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'from|to|between|and|last|next|week|month|year|March|May|3|20|31|2019|30.02.2020|Tuesday|ago|two|,|-|/|.|\n|(|)|the|first|of|early|Q|since|before|after|99/99|İ|\ud800|\u200b|0|00000|1999-2001|every'.split(
        '|',
      ),
    ),
    fc.string({ maxLength: 4 }),
  );
  it('cuts out what it says, in order, with real intervals', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(' ', ''), (pieces, glue) => {
        const text = pieces.join(glue);
        let before = 0;
        for (const found of datesIn({ text, published: PUBLISHED, words: english! })) {
          expect(found.start).toBeGreaterThanOrEqual(before);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.interval !== undefined || found.why !== undefined).toBe(true);
          if (found.interval) expect(found.interval.from <= found.interval.to).toBe(true);
          before = found.end;
        }
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('is linear', () => {
    const text = 'from 3 to 5 May last year and two weeks ago - '.repeat(10_000);
    const began = performance.now();
    datesIn({ text, published: PUBLISHED, words: english! });
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
