import type { CslItem } from '../../model/index.ts';
import { containerOf, type Day, dayOf, inverted, publisherOf } from './part.ts';

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  book: 'BOOK',
  chapter: 'CHAP',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  legislation: 'STAT',
  broadcast: 'VIDEO',
};

/** RIS records, as reference managers import them: CRLF, two letters, two spaces, a dash, a space. */
export function toRis(items: readonly CslItem[]): string {
  return items.map(recordOf).join('');
}

function recordOf(item: CslItem): string {
  const issued = dayOf(item.issued);
  const accessed = dayOf(item.accessed);
  const [first, last] = (item.page ?? '').split(/\s*[-–—]+\s*/);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', TYPES[item.type] ?? 'GEN'],
    ['ID', item.id],
    ...(item.author ?? []).map((name) => ['AU', inverted(name)] as const),
    ['TI', item.title],
    ['T2', containerOf(item)],
    ['PB', publisherOf(item)],
    ['CY', item['publisher-place']],
    ['PY', issued && `${issued.year}`],
    ['DA', issued && slashed(issued)],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['Y2', accessed && slashed(accessed)],
    ['N1', item.note],
  ];
  const body = lines
    .filter((line): line is readonly [string, string] => line[1] !== undefined && line[1] !== '')
    .map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`);
  return `${body.join('')}ER  - \r\n`;
}

/** YYYY/MM/DD/, empty where not known. */
function slashed({ year, month, day }: Day): string {
  const two = (part: number | undefined): string => (part === undefined ? '' : `${part}`.padStart(2, '0'));
  return `${`${year}`.padStart(4, '0')}/${two(month)}/${two(day)}/`;
}
