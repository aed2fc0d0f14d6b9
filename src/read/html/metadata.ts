import { foldText } from '../../model/fold.ts';
import type { Alternate } from '../../model/index.ts';
import { isoDate } from '../../model/printed-date.ts';
import { wordKind } from '../boilerplate.ts';
import { sectionIn } from '../head.ts';
import { isPersonName, namesIn, uniqueNames } from '../name-line.ts';
import { canonical, oneLine } from '../whitespace.ts';
import type { ReadWords } from '../words.ts';
import { alternatesOf } from './alternates.ts';
import { type DomDocument, orderOf } from './dom.ts';
import { type Structured, structuredData } from './structured.ts';

export interface Metadata {
  readonly title?: string | undefined;
  readonly section?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  readonly alternates: readonly Alternate[];
  readonly url?: string | undefined;
  /** Document order of the element that shows the title; -1 when the page shows none. */
  readonly titleOrder: number;
}

type Metas = ReadonlyMap<string, string>;

/** All that a page says of itself outside its text. Must run before Readability changes the tree. */
export function readMetadata(document: DomDocument, words: ReadWords, givenUrl?: string): Metadata {
  const metas = metasOf(document);
  const data = structuredData(document);
  const url = givenUrl ?? linkHref(document, 'canonical') ?? metas.get('og:url');
  const publisher =
    metas.get('og:site_name') ??
    data.publisher ??
    metas.get('application-name') ??
    metas.get('dc.publisher') ??
    metas.get('citation_journal_title');
  const { title, titleOrder } = titleOf(document, metas, data, publisher);
  return {
    title,
    titleOrder,
    publisher: publisher ?? siteInTitle(document, title),
    url: url !== undefined && /^https?:/i.test(url) ? url : undefined,
    section: sectionOf(document, { metas, data, words, title }),
    authors: authorsOf(document, metas, data, words),
    published: publishedOf(document, metas, data, url),
    language:
      document.documentElement?.getAttribute('lang') ??
      data.language ??
      metas.get('og:locale') ??
      metas.get('content-language') ??
      undefined,
    alternates: alternatesOf(document, words),
  };
}

function metasOf(document: DomDocument): Metas {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name =
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv');
    const content = clean(meta.getAttribute('content'));
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  return metas;
}

function clean(text: string | null | undefined): string {
  return oneLine(canonical(text ?? ''));
}

function linkHref(document: DomDocument, rel: string): string | undefined {
  return document.querySelector(`link[rel="${rel}"]`)?.getAttribute('href') ?? undefined;
}

function bare(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function titleOf(
  document: DomDocument,
  metas: Metas,
  data: Structured,
  publisher: string | undefined,
): Pick<Metadata, 'title' | 'titleOrder'> {
  const tag = clean(document.querySelector('title')?.textContent);
  const said = [
    data.headline,
    metas.get('og:title'),
    metas.get('twitter:title'),
    metas.get('citation_title'),
    metas.get('dc.title'),
    tag,
  ]
    .map(clean)
    .filter((text) => text !== '');
  const headings = Array.from(document.querySelectorAll('h1,h2,[itemprop="headline"],.entry-title,.post-title'));
  for (const heading of headings) {
    const shown = clean(heading.textContent);
    const key = bare(shown);
    if (
      key.length > 3 &&
      shown.length < 300 &&
      said.some((text) => bare(text) === key || (key.length > 12 && bare(text).includes(key)))
    ) {
      return { title: shown, titleOrder: orderOf(heading) };
    }
  }
  const ones = headings.filter((heading) => heading.localName === 'h1' && clean(heading.textContent) !== '');
  const only = ones.length === 1 && bare(clean(ones[0]!.textContent)) !== bare(publisher ?? '-') ? ones[0] : undefined;
  const fallback = said[0] === undefined ? undefined : withoutSite(said[0], publisher);
  if (only && clean(only.textContent).length < 300)
    return { title: clean(only.textContent), titleOrder: orderOf(only) };
  return { title: fallback, titleOrder: -1 };
}

/** "Title | Site" in the title element, when the page shows the title alone. */
function siteInTitle(document: DomDocument, title: string | undefined): string | undefined {
  const whole = clean(document.querySelector('title')?.textContent);
  if (title === undefined || whole.length <= title.length || !whole.startsWith(title)) return undefined;
  const tail = /^\s*[|–—»·-]\s+(\p{L}.{1,50})$/u.exec(whole.slice(title.length))?.[1];
  return tail?.replace(/\s*[|–—»·]\s.*$/u, '').trim();
}

/** "Title - Site", "Title | Site": the site goes, a dash inside a title stays. */
function withoutSite(title: string, publisher: string | undefined): string {
  const cut = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
    title.lastIndexOf(' » '),
  );
  if (cut < 8) return title;
  const tail = title.slice(cut + 3);
  const isSite = publisher !== undefined && bare(tail) === bare(publisher);
  return isSite || tail.length < Math.min(30, cut * 0.6) ? title.slice(0, cut).trim() : title;
}

interface SectionSearch {
  readonly metas: Metas;
  readonly data: Structured;
  readonly words: ReadWords;
  readonly title: string | undefined;
}

function sectionOf(document: DomDocument, { metas, data, words, title }: SectionSearch): string | undefined {
  const said = metas.get('article:section') ?? data.section ?? metas.get('articlesection');
  if (said !== undefined) return clean(said.split(',')[0]);
  const crumbs = Array.from(
    document.querySelectorAll(
      '[class*="breadcrumb"] a,[class*="breadcrumb"] span,[class*="breadcrumb"] li,[id*="breadcrumb"] a,[aria-label*="readcrumb"] a,[aria-label*="readcrumb"] li',
    ),
  );
  const trail = [...data.breadcrumbs, ...crumbs.map((crumb) => clean(crumb.textContent))];
  const steps = trail.filter(
    (step) =>
      step.length > 1 &&
      step.length < 50 &&
      wordKind(step, words) !== 'navigation' &&
      bare(step) !== bare(title ?? '-'),
  );
  const known = steps.findLast((step) => words.sections.has(foldText(step)));
  if (known !== undefined) return known;
  const labels = Array.from(
    document.querySelectorAll(
      'a[rel~="category"],[class*="category"] a,[class*="category"],[class*="article-tag"],[class*="section-name"],[class*="kicker"],[class*="rubric"],[class*="kategori"],[class*="article-section"],[class*="eyebrow"],[itemprop="articleSection"]',
    ),
  ).slice(0, 40);
  const label = labels
    .map((element) => clean(element.textContent))
    .find((text) => sectionIn(text, words) !== undefined);
  if (label !== undefined) return sectionIn(label, words);
  const linked = document.querySelector('a[rel~="category"],[itemprop="articleSection"]');
  return (linked && clean(linked.textContent)) || steps.at(-1) || metas.get('article:tag');
}

function authorsOf(document: DomDocument, metas: Metas, data: Structured, words: ReadWords): string[] {
  const plain = (list: readonly (string | undefined)[]) =>
    uniqueNames(list.map(clean).flatMap((text) => namesIn(text, words)));
  const said = plain([...data.authors]);
  if (said.length > 0) return said;
  const meta = plain(
    [
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'articleauthor',
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'twitter:creator',
    ]
      .map((name) => metas.get(name))
      .filter((text) => text !== undefined && !/^https?:|^@/.test(text)),
  );
  if (meta.length > 1) return meta;
  for (const selector of AUTHOR_PLACES) {
    const texts = Array.from(document.querySelectorAll(selector))
      .slice(0, 12)
      .map((element) => clean(element.textContent));
    const names = plain(texts.filter((text) => text.length < 160));
    // A declared author is believed, unless the page shows him beside others.
    if (names.length > 0 && (meta.length === 0 || names.includes(meta[0]!))) return names;
  }
  return meta;
}

/** Where pages show who wrote them, the surest first; all names of one kind of place count. */
const AUTHOR_PLACES: readonly string[] = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel~="author"]',
  '[class*="author-name"],[class*="authorname"],[class*="yazar-adi"]',
  '[class*="byline"],[class*="author-line"],[class*="field--name-uid"],[class*="submitted"]',
  '[class*="author"] a,[class~="author"],[class*="author"] .name,[class*="author-box"] h3,[class*="author-box"] h4',
];

function publishedOf(
  document: DomDocument,
  metas: Metas,
  data: Structured,
  url: string | undefined,
): string | undefined {
  const named = [
    'article:published_time',
    'datepublished',
    'og:published_time',
    'date',
    'pubdate',
    'publish-date',
    'publishdate',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.issued',
    'dcterms.created',
    'citation_publication_date',
    'citation_date',
    'parsely-pub-date',
    'sailthru.date',
    'article.published',
    'publication_date',
  ];
  for (const value of [data.published, ...named.map((name) => metas.get(name))]) {
    const iso = isoPrefix(value);
    if (iso !== undefined) return iso;
  }
  const time = document.querySelector(
    'time[itemprop="datePublished"],time[pubdate],article time[datetime],time[datetime],[itemprop="datePublished"]',
  );
  return isoPrefix(time?.getAttribute('datetime') ?? time?.getAttribute('content')) ?? dateInUrl(url);
}

/** The date part of an ISO date-time; the day as the page's own clock has it. */
function isoPrefix(value: string | null | undefined): string | undefined {
  const match = /^\s*(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?/.exec(value ?? '');
  if (!match) return /^\s*(?:19|20)\d\d\s*$/.test(value ?? '') ? value!.trim() : undefined;
  return isoDate(Number(match[1]), Number(match[2]), match[3] === undefined ? undefined : Number(match[3]));
}

/** /2023/11/08/, /2023-11-08-, /20231108/ and /2023/11/ in an address. */
function dateInUrl(url: string | undefined): string | undefined {
  const match = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])?(?=[/_.-]|$)/.exec(url ?? '');
  if (!match) return undefined;
  return isoDate(Number(match[1]), Number(match[2]), match[3] === undefined ? undefined : Number(match[3]));
}

/** Used where only a box shows who wrote it. */
export function authorFromBox(lines: readonly string[]): string | undefined {
  return lines.find((line) => isPersonName(line));
}
