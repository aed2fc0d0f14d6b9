import { foldText } from '../model/fold.ts';
import type { Alternate, Removed } from '../model/index.ts';
import { findPrintedDates } from '../model/printed-date.ts';
import { alternatesIn, boilerplateReason, isMenuRow, languagesNamed, wordKind } from './boilerplate.ts';
import type { DraftBlock, Line } from './draft.ts';
import { isByline, isNameLine, isPersonName, namesIn, withoutLabel } from './name-line.ts';
import type { ReadWords } from './words.ts';

/** What stands above the body: section, title, key points, dates, names, buttons. */
export interface Head {
  readonly title?: string;
  readonly section?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly authors: readonly string[];
  readonly alternates: readonly Alternate[];
  /** Title first (if asked for), then bylines, key points and a standfirst, in the order of the page. */
  readonly blocks: readonly DraftBlock[];
  readonly removed: readonly Removed[];
}

export interface HeadOptions {
  readonly words: ReadWords;
  /** Set when the title is known already (HTML): lines that repeat it are dropped. */
  readonly title?: string | undefined;
  /** A bare name on a line is its author; not where the page declares its authors. */
  readonly bareNames?: boolean;
}

interface Work {
  title: string | undefined;
  section: string | undefined;
  published: string | undefined;
  publisher: string | undefined;
  expectPoints: boolean;
  expectLanguages: boolean;
  readonly authors: string[];
  readonly alternates: Alternate[];
  readonly bylines: DraftBlock[];
  readonly sentences: { text: string; point: boolean; may: boolean }[];
  readonly removed: Removed[];
}

const TITLE_MAX = 220;

export function readHead(lines: readonly Line[], options: HeadOptions): Head {
  const work: Work = {
    title: options.title,
    section: undefined,
    published: undefined,
    publisher: undefined,
    expectPoints: false,
    expectLanguages: false,
    authors: [],
    alternates: [],
    bylines: [],
    sentences: [],
    removed: [],
  };
  lines.forEach((line, i) => {
    const next = lines[i + 1];
    const site = i === 0 && next?.group === line.group && isMenuRow(next.text, options.words);
    if (site && line.text.length < 60) {
      work.publisher = line.text;
      work.removed.push({ reason: 'site name', text: line.text });
    } else headLine(line, work, options);
  });
  const many = work.sentences.filter(({ may }) => may).length > 1;
  const blocks: DraftBlock[] = [
    ...(work.title === undefined || options.title !== undefined ? [] : [{ kind: 'title', text: work.title } as const]),
    ...work.bylines,
    ...work.sentences.map(
      ({ text, point, may }) => ({ kind: point || (many && may) ? 'keypoint' : 'paragraph', text }) as const,
    ),
  ];
  const { title, section, published, publisher, authors, alternates, removed } = work;
  return {
    ...(title === undefined ? {} : { title }),
    ...(section === undefined ? {} : { section }),
    ...(published === undefined ? {} : { published }),
    ...(publisher === undefined ? {} : { publisher }),
    authors,
    alternates,
    blocks,
    removed,
  };
}

function headLine(line: Line, work: Work, { words, title, bareNames = true }: HeadOptions): void {
  const { text } = line;
  const drop = (reason: string) => work.removed.push({ reason, text });
  if (title !== undefined && sameWords(text, title)) return;
  if (languageLine(text, work, words)) return void drop('also available in');
  const section = sectionIn(text, words);
  if (section !== undefined) {
    work.section ??= section;
    return void drop('section line');
  }
  const kind = wordKind(text, words);
  if (kind === 'keypoints') {
    work.expectPoints = true;
    return void drop('key-point heading');
  }
  const reason = boilerplateReason(text, words);
  if (reason !== undefined) return void drop(reason);
  if (dateLine(text, work, words)) return void drop('date line');
  if (isByline(text, words)) {
    work.authors.push(...namesIn(text, words));
    return void work.bylines.push({ kind: 'byline', text });
  }
  if (kind === 'author label' || kind === 'author box' || kind === 'credit')
    return void drop(kind === 'credit' ? 'credit line' : 'byline');
  if (work.title === undefined && !line.ghost && text.length <= TITLE_MAX && !/[.;:,…]$/.test(text)) {
    work.title = text;
    return;
  }
  if (bareNames && !line.ghost && isNameLine(text, words) && text.length < 45 && line.kind !== 'listitem') {
    work.authors.push(text);
    return void work.bylines.push({ kind: 'byline', text });
  }
  const sentence = /[.!?…]["”»]?$/.test(text) || text.length > 60;
  if (line.ghost || (!sentence && text.length < 25)) return void drop('outside the article');
  const bare = text.replace(/^[•·▪●■►–—*-]\s*/u, '');
  const bullet = line.kind === 'listitem' || bare !== text;
  work.sentences.push({ text: bare, point: work.expectPoints || bullet, may: sentence && line.kind !== 'heading' });
}

/** "also available in: Türkçe Русский", or such names alone on a line. */
function languageLine(text: string, work: Work, words: ReadWords): boolean {
  if (text.length > 200) return false;
  const announced = alternatesIn(text, words);
  const languages = announced ?? (work.expectLanguages || text.length < 40 ? languagesNamed(text, words) : []);
  if (announced === undefined && languages.length === 0) return false;
  work.expectLanguages = announced !== undefined && languages.length === 0;
  for (const language of languages) {
    if (!work.alternates.some((known) => known.language === language)) work.alternates.push({ language, url: null });
  }
  return true;
}

/** A line that is a section's name, or a trail of them: "Home > Analysis > Asia-Pacific". */
export function sectionIn(text: string, words: ReadWords): string | undefined {
  if (text.length > 120) return undefined;
  const steps = text.split(/\s*[>»›/|→]\s*/u).filter((step) => step !== '');
  const known = steps.filter((step) => words.sections.has(foldText(step.replace(/[:.]$/, ''))));
  if (steps.length === 1) return known[0];
  if (isMenuRow(text, words)) return undefined;
  const home = steps.some((step) => wordKind(step, words) === 'navigation');
  if (home || known.length * 2 >= steps.length) return known.at(-1);
  return isTrail(text, steps) ? (known.at(-1) ?? steps.at(-1)) : undefined;
}

/** "Ministry of Foreign Affairs > Press centre > Briefings": three short steps between signs that stand free, none of them a sentence. */
function isTrail(text: string, steps: readonly string[]): boolean {
  const signs = text.match(/\s[>»›/|→]\s/gu) ?? [];
  const alike = new Set(signs.map((sign) => sign.trim())).size === 1;
  return signs.length >= 2 && alike && steps.every((step) => step.length <= 60 && !/[\d.!?:]/u.test(step));
}

/** A line that is little else than a date: "Published on 8 November 2023, 14:05". */
function dateLine(text: string, work: Work, words: ReadWords): boolean {
  if (text.length > 110) return false;
  const dates = findPrintedDates(text, words.dates);
  const first = dates[0];
  if (!first) return false;
  const label = wordKind(text, words) === 'published label';
  const rest = text.slice(0, first.start) + text.slice(dates[dates.length - 1]!.end);
  const letters = rest.replace(/[^\p{L}]/gu, '').length;
  if (!label && letters > 14 && !isByline(text, words) && !namedDate(rest) && !isPiece(text, first.text)) return false;
  if (label && letters > 60) return false;
  work.published ??= first.iso;
  if (isByline(text, words)) work.authors.push(...namesIn(withoutLabel(text, words), words));
  else if (namedDate(rest)) work.authors.push(namedDate(rest)!);
  return true;
}

/** "Baltic Forum | Analysis No. 41 | 17 September 2025": the date is one of several pieces. */
export function isPiece(text: string, date: string): boolean {
  const pieces = text.split(/\s[|·•]\s/u).map((piece) => piece.trim());
  return pieces.length >= 2 && pieces.includes(date);
}

/** "Zeki Gülten | 8 Kasım 2023": what is left beside the date is a name. */
function namedDate(rest: string): string | undefined {
  const bare = rest.replace(/\d{1,2}:\d{2}/g, '').replace(/^[\s,|•·–—-]+|[\s,|•·–—-]+$/gu, '');
  return isPersonName(bare) ? bare : undefined;
}

function sameWords(a: string, b: string): boolean {
  const bare = (text: string) =>
    foldText(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(a) === bare(b);
}
