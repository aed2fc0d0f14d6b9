import { foldText } from '../../model/fold.ts';
import type { CslDate, CslItem, CslName } from '../../model/index.ts';
import { findPrintedDates } from '../../model/printed-date.ts';
import { namesOf } from './name.ts';
import type { NoteWords } from './words.ts';

/** What a citation in a note says, before it is known which work it stands for. */
export interface Cited {
  readonly authors: readonly CslName[];
  readonly title?: string;
  readonly container?: string;
  readonly publisher?: string;
  readonly place?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly issued?: string;
  readonly accessed?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  /** A title in quotation marks or a GOST slash: certainly a work. */
  readonly marked: boolean;
}

const URL = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+/i;
const DOI = /\b(?:doi:?\s*|doi\.org\/)(10\.\d{4,9}\/[^\s,;)]+)/i;
const QUOTES: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
  ['„', '”'],
  ['"', '"'],
  ['‘', '’'],
  ['”', '”'],
  ['‹', '›'],
  ["'", "'"],
];
const LONGEST = 4000;

/** Parses one citation. Linear; what can't be told is left out. */
export function cite(note: string, words: NoteWords): Cited {
  // "[Электронный ресурс]", "[online]": the kind of medium, no part of a title.
  const rest = new Rest(note.slice(0, LONGEST).replace(/\s?\[\p{L}[\p{L}\s]{2,30}\](?=[\s.:,])/gu, ''));
  const see = words.see.exec(rest.folded);
  if (see) rest.cut(0, see[0].length);
  const doi = DOI.exec(rest.text)?.[1]?.replace(/[.,;)]+$/, '');
  const url = takeUrl(rest);
  const accessed = takeAccessed(rest, words);
  const page = takeNumber(rest, words.page);
  const volume = takeNumber(rest, words.volume);
  const issue = takeNumber(rest, words.issue);
  const issued = takeIssued(rest, words) ?? dateInUrl(url);
  const quoted = quotedTitle(rest.text);
  const parts = quoted
    ? aroundQuotes(rest.text, quoted, words, url !== undefined || (issued?.length ?? 0) > 4)
    : rest.text.includes('//')
      ? gost(rest.text, words)
      : unquoted(rest.text, words, (issued?.length ?? 0) === 10);
  return {
    ...present({ doi, url, accessed, page, volume, issue, issued }),
    ...parts,
    marked: quoted !== undefined || rest.text.includes('//'),
  };
}

/** Text that is used up from: cut parts become a comma, so that what stood around them stays apart. */
class Rest {
  text: string;
  folded: string;

  constructor(text: string) {
    this.text = text;
    this.folded = foldText(text);
  }

  cut(start: number, end: number): void {
    const gap = start === 0 ? '' : ', ';
    this.text = this.text.slice(0, start) + gap + this.text.slice(end);
    this.folded = this.folded.slice(0, start) + gap + this.folded.slice(end);
  }
}

function takeUrl(rest: Rest): string | undefined {
  const match = URL.exec(rest.text);
  if (!match) return undefined;
  const url = match[0]
    .replace(/[.,;:!?'’”»]+$/, '')
    .replace(/\)[.,;]*$/, (close) => (match[0].includes('(') ? close : ''));
  const label =
    /\p{L}+(?: \p{L}+)?\s?:\s*$/u.exec(rest.text.slice(Math.max(0, match.index - 30), match.index))?.[0].length ?? 0;
  rest.cut(match.index - label, match.index + match[0].length);
  return url.startsWith('www.') ? `https://${url}` : url;
}

/** "(Date Accession: 31.12.2024)", "erişim 31 Aralık 2024", "(дата обращения: 31.12.2024)", "31.12.2024 tarihinde erişildi". */
function takeAccessed(rest: Rest, words: NoteWords): string | undefined {
  const label = words.accessed.exec(rest.folded);
  if (!label) return undefined;
  const end = label.index + label[0].length;
  const dates = findPrintedDates(rest.text, words);
  const after = dates.find((date) => date.start >= end && date.start - end < 24);
  const before = dates.findLast((date) => date.end <= label.index && label.index - date.end < 12);
  const date = after ?? before;
  const from = Math.min(label.index, date?.start ?? label.index);
  rest.cut(from, Math.max(end, date?.end ?? end));
  return date?.iso;
}

function takeNumber(rest: Rest, pattern: RegExp): string | undefined {
  const match = pattern.exec(rest.folded);
  if (!match?.[1]) return undefined;
  const number = rest.text.slice(match.index + match[0].length - match[1].length, match.index + match[0].length);
  rest.cut(match.index, match.index + match[0].length);
  return number.replace(/\s*[—–-]\s*/g, '–');
}

/** The date of publication: a full date first, else the last year that stands by itself. */
function takeIssued(rest: Rest, words: NoteWords): string | undefined {
  const quoted = quotedTitle(rest.text);
  const outside = (start: number) => !quoted || start < quoted.start || start >= quoted.end;
  const date = findPrintedDates(rest.text, words).find((found) => outside(found.start));
  if (date) {
    const label = words.published.exec(rest.folded);
    const near = label && label.index < date.start && date.start - label.index < 40;
    // "7 мая 2020 г.": the word for year goes with it.
    const unit = /^\s?\p{Ll}{1,2}\.(?=[\s,.]|$)/u.exec(rest.text.slice(date.end, date.end + 6))?.[0].length ?? 0;
    rest.cut(near ? label.index : date.start, date.end + unit);
    return date.iso;
  }
  const years = [...rest.text.matchAll(/(?<![\d\p{L}/.-])((?:19|20)\d\d)[a-zа-я]?(?![\d\p{L}/-])/gu)].filter((year) =>
    outside(year.index),
  );
  const year = years.at(-1);
  if (!year) return undefined;
  rest.cut(year.index, year.index + year[0].length);
  return year[1];
}

function dateInUrl(url: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)/.exec(url ?? '');
  return match ? [match[1], match[2], match[3]].filter((part) => part !== undefined).join('-') : undefined;
}

interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** The first quotation that could be a title; an apostrophe is none. */
function quotedTitle(text: string): Quoted | undefined {
  let best: Quoted | undefined;
  for (const [open, close] of QUOTES) {
    const start = text.indexOf(open);
    if (start === -1 || (best && start > best.start)) continue;
    if (open === "'" && start > 0 && /\p{L}/u.test(text[start - 1]!)) continue;
    const single = close === '’' || close === "'";
    let end = text.indexOf(close, start + 1);
    while (single && end !== -1 && /\p{L}/u.test(text[end + 1] ?? '')) end = text.indexOf(close, end + 1);
    if (end === -1 || end - start < 4) continue;
    best = {
      start,
      end: end + 1,
      title: text
        .slice(start + 1, end)
        .replace(/[\s,.]+$/, '')
        .trim(),
    };
  }
  return best;
}

type Parts = Pick<Cited, 'authors'> & Partial<Pick<Cited, 'title' | 'container' | 'publisher' | 'place'>>;

function aroundQuotes(text: string, quoted: Quoted, words: NoteWords, dated: boolean): Parts {
  const before = text.slice(0, quoted.start);
  const after = text
    .slice(quoted.end)
    .replace(/^\W*\/\/\s*/, ' ')
    .replace(/^[\s,.:;–—-]*(?:in|içinde)\s*[:,]?\s+(?=\p{Lu})/u, ' ');
  const container = segmentsOf(after, words)[0];
  const { title } = quoted;
  // "Kyodo News, “…”, 1 September 2022": nothing is left to have published it but what stands before.
  if (container === undefined && dated && !hasInitials(before)) {
    const outlet = bareName(before);
    if (outlet !== undefined) return { authors: [], title, container: outlet, publisher: outlet };
  }
  return { authors: namesOf(before, words), title, ...present({ container, publisher: container }) };
}

function hasInitials(text: string): boolean {
  return /\p{Lu}\.(?:\s|,|$)/u.test(text.replace(/^(?:\p{Lu}\.){2,}\s\p{Lu}\p{Ll}/u, ''));
}

function bareName(text: string): string | undefined {
  const name = text.replace(/^[\s,.:;–—-]+|[\s,:;–—-]+$/gu, '');
  return name === '' ? undefined : name;
}

/** GOST: "Иванов И. И. Название // Журнал. 2019. № 3." */
function gost(text: string, words: NoteWords): Parts {
  const cut = text.indexOf('//');
  const { authors, title } = authorsThenTitle(text.slice(0, cut), words);
  const container = segmentsOf(text.slice(cut + 2), words)[0];
  return { authors, ...present({ title, container, publisher: container }) };
}

const NAME_INITIALS = /^(\p{Lu}[\p{L}'’-]+,?\s+(?:\p{Lu}\.\s?){1,3}(?:,\s*(?=\p{Lu}[\p{L}'’-]+,?\s+\p{Lu}\.))?)+/u;

function authorsThenTitle(text: string, words: NoteWords): { authors: CslName[]; title?: string } {
  const head = NAME_INITIALS.exec(text.slice(0, 300));
  const authors = head ? namesOf(head[0], words) : [];
  const rest = (head ? text.slice(head[0].length) : text).replace(/\s*\/\s*\p{Lu}\.[^/]*$/u, '');
  const title = rest.replace(/\[[^\]]{0,40}\]/g, '').replace(/^[\s,.:]+|[\s,.:;/]+$/g, '');
  return { authors, ...present({ title: title === '' ? undefined : title }) };
}

/** No quotation marks: "Author, Title, Place: Publisher, Year" or "Surname I. I. Title. Place: Publisher, Year." */
function unquoted(text: string, words: NoteWords, dayKnown: boolean): Parts {
  if (NAME_INITIALS.test(text.slice(0, 300))) {
    const head = NAME_INITIALS.exec(text.slice(0, 300))![0];
    const segments = sentencesOf(text.slice(head.length));
    return { authors: namesOf(head, words), ...book(segments) };
  }
  const segments = segmentsOf(text, words);
  // "Kremlin, meeting with President Xi, 20 March 2023": a day, an outlet, and what it published.
  const [outlet, title] = segments;
  const lower = /^\p{Ll}/u.test(title ?? '');
  if (title !== undefined && !hasInitials(text) && (lower || (dayKnown && segments.length === 2))) {
    return { authors: [], title: segments.slice(1).join(', '), container: outlet!, publisher: outlet! };
  }
  const inverted =
    /^\p{Lu}[\p{L}'’-]+$/u.test(segments[0] ?? '') &&
    /^\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2}$/u.test(segments[1] ?? '');
  const nameParts = inverted && segments.length > 2 ? 2 : 1;
  const authors = segments.length > 1 ? namesOf(segments.slice(0, nameParts).join(', '), words) : [];
  if (authors.length === 0) return { authors, ...book(segments) };
  return { authors, ...book(segments.slice(nameParts)) };
}

function book(segments: readonly string[]): Partial<Pick<Cited, 'title' | 'container' | 'publisher' | 'place'>> {
  const [title, ...others] = segments;
  const imprint = others.find((part) => /^\p{Lu}[\p{L}. -]{0,30}:\s*\S/u.test(part)) ?? others.at(-1);
  const match = /^(\p{Lu}[\p{L}. -]{0,30}?)\s*:\s*(\S.*)$/u.exec(imprint ?? '');
  return present({ title, publisher: match?.[2] ?? imprint, place: match?.[1] });
}

/** Parts between commas, brackets and sentence ends that carry words, without numbers and leftovers. */
function segmentsOf(text: string, words: NoteWords): string[] {
  return text
    .split(/[,;()[\]]|(?<=[\p{L}\d]{3})\.(?=\s|$)/u)
    .map((part) => part.replace(/^[\s.:–—/-]+|[\s.:–—/-]+$/gu, '').replace(/\s+/g, ' '))
    .filter(
      (part) =>
        /\p{L}{2}/u.test(part) &&
        !words.editor.test(foldText(part)) &&
        !/^(?:URL|PDF|https?|No|online|çevrimiçi)$/iu.test(part),
    );
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[\p{L}\d)"»”]{2})\.\s+|\s+[–—-]\s+|,\s*(?=,|$)/u)
    .map((part) => part.replace(/^[\s.,:;–—]+|[\s.,:;–—]+$/gu, '').replace(/\s+/g, ' '))
    .filter((part) => /\p{L}{2}/u.test(part));
}

/** Two and more works in one note, told apart by semicolons. */
export function countWorks(note: string): number {
  const parts = note.slice(0, LONGEST).split(/;\s+/);
  const named = parts.filter(
    (part) => URL.test(part) || /["“«„][^"”»“]{8,}["”»“]/.test(part) || /\((?:[^()]*\s)?(?:19|20)\d\d\)/.test(part),
  );
  return Math.max(1, named.length);
}

/** The CSL item of a full citation. */
export function toCsl(cited: Cited, mark: string): CslItem {
  const container = cited.container;
  return {
    id: `note-${mark}`,
    type: typeOf(cited),
    ...present({ title: cited.title }),
    ...(cited.authors.length > 0 ? { author: cited.authors } : {}),
    ...(container === undefined ? {} : { 'container-title': container }),
    ...present({ publisher: cited.publisher }),
    ...(cited.place === undefined ? {} : { 'publisher-place': cited.place }),
    ...present({ volume: cited.volume, issue: cited.issue, page: cited.page, URL: cited.url, DOI: cited.doi }),
    ...(cited.issued === undefined ? {} : { issued: cslDate(cited.issued) }),
    ...(cited.accessed === undefined ? {} : { accessed: cslDate(cited.accessed) }),
  };
}

function typeOf(cited: Cited): string {
  if (cited.volume !== undefined || cited.issue !== undefined || cited.doi !== undefined) return 'article-journal';
  if (cited.container !== undefined)
    return cited.url === undefined && cited.page !== undefined ? 'chapter' : 'article-newspaper';
  if (cited.url !== undefined) return 'webpage';
  return cited.publisher === undefined ? 'document' : 'book';
}

function cslDate(iso: string): CslDate {
  return { 'date-parts': [iso.split('-').map(Number)] };
}

function present<T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } {
  const kept: { [K in keyof T]?: string } = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== '') kept[key] = value;
  }
  return kept;
}
