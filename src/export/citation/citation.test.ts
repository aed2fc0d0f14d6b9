import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../model/index.ts';
import { apaInText, chicagoShortNote, citePassage, formatCitation, toBibtex, toRis, writeCitations } from './index.ts';

const news: CslItem = {
  id: 'note-1',
  type: 'article-newspaper',
  title: 'Xi Calls the Friendship “Limitless”',
  author: [{ family: 'Wu', given: 'Mei-Hua' }],
  'container-title': 'South China Morning Post',
  publisher: 'South China Morning Post',
  URL: 'https://www.scmp.com/a_b?c=1&d=2',
  issued: { 'date-parts': [[2023, 11, 8]] },
  accessed: { 'date-parts': [[2024, 12, 31]] },
};
const journal: CslItem = {
  id: 'note-2',
  type: 'article-journal',
  title: 'Drills and Signals',
  author: [
    { family: 'Yılmaz', given: 'Ayşe' },
    { family: 'Иванов', given: 'Иван Петрович' },
  ],
  'container-title': 'Journal of Naval Studies',
  volume: '12',
  issue: '3',
  page: '45-67',
  DOI: '10.1000/xyz_1',
  issued: { 'date-parts': [[2020]] },
};
const book: CslItem = {
  id: 'note-3',
  type: 'book',
  title: 'Destined for War',
  author: [{ family: 'Allison', given: 'Graham' }],
  publisher: 'Houghton Mifflin Harcourt',
  'publisher-place': 'Boston',
  issued: { 'date-parts': [[2017]] },
};
const page: CslItem = {
  id: 'note-4',
  type: 'webpage',
  title: 'Session of the Valdai Club',
  author: [{ literal: 'Kremlin' }],
  URL: 'http://kremlin.ru/x',
  accessed: { 'date-parts': [[2023, 5, 11]] },
};

describe('Chicago notes', () => {
  it.each([
    [
      news,
      'Mei-Hua Wu, “Xi Calls the Friendship ‘Limitless’,” South China Morning Post, November 8, 2023, https://www.scmp.com/a_b?c=1&d=2.',
    ],
    [
      journal,
      'Ayşe Yılmaz and Иван Петрович Иванов, “Drills and Signals,” Journal of Naval Studies 12, no. 3 (2020): 45–67, https://doi.org/10.1000/xyz_1.',
    ],
    [book, 'Graham Allison, Destined for War (Boston: Houghton Mifflin Harcourt, 2017).'],
    [page, 'Kremlin, “Session of the Valdai Club,” accessed May 11, 2023, http://kremlin.ru/x.'],
  ])('%#', (item, text) => {
    expect(formatCitation(item, 'chicago')).toBe(text);
  });

  it('shortens a later note and puts the locator in', () => {
    expect(chicagoShortNote(book, { locator: '12-14' })).toBe('Allison, Destined for War, 12–14.');
    expect(chicagoShortNote(journal)).toBe('Yılmaz, “Drills and Signals.”');
    expect(formatCitation(book, 'chicago', { locator: '12' })).toBe(
      'Graham Allison, Destined for War (Boston: Houghton Mifflin Harcourt, 2017), 12.',
    );
  });

  it('sets whole titles in italics and escapes the rest for a page', () => {
    const text = formatCitation({ ...news, title: 'A <b> & C' }, 'chicago', { markup: 'html' });
    expect(text).toContain('“A &lt;b&gt; &amp; C,” <i>South China Morning Post</i>');
  });
});

describe('APA references', () => {
  it.each([
    [
      news,
      'Wu, M.-H. (2023, November 8). Xi Calls the Friendship “Limitless”. South China Morning Post. https://www.scmp.com/a_b?c=1&d=2',
    ],
    [
      journal,
      'Yılmaz, A., & Иванов, И. П. (2020). Drills and Signals. Journal of Naval Studies, 12(3), 45–67. https://doi.org/10.1000/xyz_1',
    ],
    [book, 'Allison, G. (2017). Destined for War. Houghton Mifflin Harcourt.'],
    [page, 'Kremlin. (n.d.). Session of the Valdai Club. Retrieved May 11, 2023, from http://kremlin.ru/x'],
  ])('%#', (item, text) => {
    expect(formatCitation(item, 'apa')).toBe(text);
  });

  it('puts the title first where nobody signs, and cites in the text', () => {
    const { author: _author, ...unsigned } = news;
    expect(formatCitation(unsigned, 'apa')).toMatch(
      /^Xi Calls the Friendship “Limitless”\. \(2023, November 8\)\. South/,
    );
    expect(apaInText(journal, { locator: '45-46' })).toBe('(Yılmaz & Иванов, 2020, pp. 45–46)');
    expect(apaInText(page)).toBe('(Kremlin, n.d.)');
  });
});

describe('ISO 690 references', () => {
  it.each([
    [
      news,
      'WU, Mei-Hua. Xi Calls the Friendship “Limitless”. South China Morning Post. Online. 8 November 2023. [viewed 31 December 2024]. Available from: https://www.scmp.com/a_b?c=1&d=2',
    ],
    [
      journal,
      'YILMAZ, Ayşe and ИВАНОВ, Иван Петрович. Drills and Signals. Journal of Naval Studies. Online. 2020, vol. 12, no. 3, p. 45–67. Available from: https://doi.org/10.1000/xyz_1',
    ],
    [book, 'ALLISON, Graham. Destined for War. Boston: Houghton Mifflin Harcourt, 2017.'],
  ])('%#', (item, text) => {
    expect(formatCitation(item, 'iso690')).toBe(text);
  });
});

describe('files for reference managers', () => {
  it('writes BibTeX that keeps capitals, escapes what TeX would eat, and leaves addresses alone', () => {
    const text = toBibtex([{ ...news, title: 'Arms & Aid: 50% of $1_000 {sic}' }]);
    expect(text).toContain('title = {{Arms \\& Aid: 50\\% of \\$1\\_000 \\{sic\\}}},');
    expect(text).toContain('author = {Wu, Mei-Hua},');
    expect(text).toContain('url = {https://www.scmp.com/a_b?c=1&d=2},');
    expect(text).toContain('month = nov,');
    expect(text).toContain('urldate = {2024-12-31},');
    expect(toBibtex([page])).toContain('author = {{Kremlin}},');
    expect(toBibtex([journal])).toContain('pages = {45--67},');
  });

  it('gives equal works different keys', () => {
    const keys = [...toBibtex([news, news, news]).matchAll(/^@\w+\{([^,]+),/gm)].map((match) => match[1]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  it('writes RIS with the type first, the end last and dates in slashes', () => {
    const lines = toRis([journal, news]).split('\r\n');
    expect(lines[0]).toBe('TY  - JOUR');
    expect(lines).toContain('SP  - 45');
    expect(lines).toContain('EP  - 67');
    expect(lines).toContain('DA  - 2023/11/08/');
    expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(2);
  });

  it('refuses a format that it does not know by name', () => {
    expect(() => writeCitations([news], 'word')).toThrow(/no citation format "word"/);
    expect(JSON.parse(writeCitations([news], 'csl'))).toEqual([news]);
  });

  const text = fc.string({ unit: 'binary' });
  it('keeps its shape whatever stands in the fields', () => {
    fc.assert(
      fc.property(text, text, text, (title, family, URL) => {
        const item: CslItem = { id: 'x', type: 'webpage', title, author: [{ family }], URL };
        const bib = toBibtex([item]);
        const braces = [...bib.replace(/\\textbackslash\{\}|\\[{}]/g, '')];
        let depth = 0;
        for (const mark of braces) {
          if (mark === '{') depth += 1;
          if (mark === '}') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        for (const line of toRis([item]).split('\r\n').slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
      }),
    );
  });
});

describe('a passage with its note', () => {
  const document: CslItem = {
    id: 'd',
    type: 'article-newspaper',
    title: 'Between the hug and the handshake',
    author: [{ family: 'Mallik', given: 'Arvind' }],
    'container-title': 'Marchlands Letter',
    issued: { 'date-parts': [[2024, 8, 29]] },
  };
  const words = { note: 'note', citing: 'citing', inWords: 'as cited in', citedIn: 'Cited in' };
  const passage = { document, note: '6', work: book, locator: '12-14' };

  it('keeps the number of the note and the page in the work, in each style', () => {
    expect(citePassage(passage, 'chicago', words)).toEqual([
      'Arvind Mallik, “Between the hug and the handshake,” Marchlands Letter, August 29, 2024, note 6, citing ' +
        formatCitation(book, 'chicago', { locator: '12-14' }),
    ]);
    expect(citePassage(passage, 'apa', words)[0]).toBe('(Allison, 2017, pp. 12–14, as cited in Mallik, 2024, note 6)');
    expect(citePassage(passage, 'iso690', words).at(-1)).toBe(
      'Cited in: MALLIK, Arvind. Between the hug and the handshake. Marchlands Letter. 29 August 2024, note 6.',
    );
  });

  it('names an open note without a work, and a passage without a note plainly', () => {
    expect(citePassage({ document, note: '7' }, 'chicago', words)[0]).toMatch(/2024, note 7\.$/);
    expect(citePassage({ document: { id: 'd', type: 'webpage', title: 'Deal' }, note: '2' }, 'chicago', words)).toEqual(
      ['“Deal,” note 2.'],
    );
    for (const style of ['chicago', 'apa', 'iso690'] as const)
      expect(citePassage({ document }, style, words).at(-1)).toBe(formatCitation(document, style));
  });
});
