import { foldText } from '../../model/fold.ts';
import type { CslItem } from '../../model/index.ts';
import { containerOf, dayOf, inverted, isoDay, pages } from './part.ts';

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-newspaper': 'article',
  'article-magazine': 'article',
  book: 'book',
  chapter: 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** BibTeX entries (UTF-8, for biber or bibtex8), one a citation, keys unique and the same on every run. */
export function toBibtex(items: readonly CslItem[]): string {
  const used = new Map<string, number>();
  return items.map((item) => entryOf(item, unique(keyOf(item), used))).join('\n');
}

function entryOf(item: CslItem, key: string): string {
  const type = TYPES[item.type] ?? 'misc';
  const issued = dayOf(item.issued);
  const accessed = dayOf(item.accessed);
  const container = containerOf(item);
  const holder = { article: 'journal', incollection: 'booktitle', inproceedings: 'booktitle' }[type] ?? 'howpublished';
  const house = { techreport: 'institution', phdthesis: 'school' }[type] ?? 'publisher';
  const month = issued?.month === undefined ? undefined : MONTHS[issued.month - 1];
  const fields: readonly (readonly [string, string | undefined])[] = [
    // A body's name in its own braces, or BibTeX would take its last word for a family name.
    [
      'author',
      item.author?.map((name) => (name.literal ? `{${tex(name.literal)}}` : tex(inverted(name)))).join(' and '),
    ],
    // Double braces keep the capitals.
    ['title', item.title && `{${tex(item.title)}}`],
    [holder, container && tex(container)],
    [house, item.publisher && item.publisher !== container ? tex(item.publisher) : undefined],
    ['address', item['publisher-place'] && tex(item['publisher-place'])],
    ['year', issued && `${issued.year}`],
    ['month', month],
    ['day', issued?.day === undefined ? undefined : `${issued.day}`],
    ['volume', item.volume && tex(item.volume)],
    ['number', item.issue && tex(item.issue)],
    ['pages', item.page && tex(pages(item.page)).replace(/–/g, '--')],
    ['doi', item.DOI],
    ['url', item.URL && url(item.URL)],
    ['urldate', accessed && isoDay(accessed)],
    ['note', item.note && tex(item.note)],
  ];
  const lines = fields
    .filter((field): field is readonly [string, string] => field[1] !== undefined && field[1] !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},`);
  return `@${type}{${key},\n${lines.join('\n')}\n}\n`;
}

function tex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}~^&%$#_]/g, (mark) => SPECIAL[mark]!);
}

/** What would end the field early is percent-encoded; the rest of an address stays as it is. */
function url(text: string): string {
  return text.replace(/[{}\\\s]/g, (mark) => encodeURIComponent(mark));
}

function keyOf(item: CslItem): string {
  const [author] = item.author ?? [];
  const who = author?.family ?? author?.literal ?? item['container-title'] ?? item.publisher ?? item.title ?? item.id;
  const word = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
  const first =
    (item.title ?? '')
      .split(/\s+/)
      .map(word)
      .find((one) => one.length > 3) ?? '';
  const key = `${word(who).slice(0, 20)}${dayOf(item.issued)?.year ?? ''}${first.slice(0, 16)}`;
  return key === '' ? 'work' : key;
}

/** The second of one key gets -2, and so on. */
function unique(key: string, used: Map<string, number>): string {
  const count = (used.get(key) ?? 0) + 1;
  used.set(key, count);
  return count === 1 ? key : `${key}-${count}`;
}
