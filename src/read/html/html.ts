import { extended } from '../../model/index.ts';
import { readBody } from '../body.ts';
import { wordKind } from '../boilerplate.ts';
import type { Draft, DraftBlock, Line } from '../draft.ts';
import { type Head, readHead } from '../head.ts';
import { lastHeadMark } from '../head-end.ts';
import { uniqueNames } from '../name-line.ts';
import { readPlain } from '../plain/plain.ts';
import { publisherIn } from '../publisher.ts';
import type { ReadWords } from '../words.ts';
import { articleLines, orMainColumn } from './article.ts';
import { type DomElement, parseDom } from './dom.ts';
import { linesOf, type PageLine } from './flatten.ts';
import { authorFromBox, type Metadata, readMetadata } from './metadata.ts';
import { takeNotes } from './notes.ts';
import { type Points, takePoints } from './points.ts';
import { keepArticle } from './precision.ts';
import { nesting, stripTags } from './tags.ts';

export interface HtmlOptions {
  readonly words: ReadWords;
  readonly url?: string | undefined;
}

/** Readability takes seconds beyond 500 levels and overflows the stack at 20,000. */
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 60_000;
const MAX_ATTRIBUTES = 500;

/** An HTML page to a draft. Too deep or too large a tree is read as plain text without its tags. */
export async function readHtml(html: string, options: HtmlOptions): Promise<Draft> {
  const { words } = options;
  const { depth, elements, attributes } = nesting(html);
  if (depth > MAX_DEPTH || elements > MAX_ELEMENTS || attributes > MAX_ATTRIBUTES) {
    const draft = readPlain(stripTags(html), words);
    const reason = `mark-up set aside: ${depth} levels, ${elements} elements, ${attributes} attributes`;
    return { ...draft, removed: [...draft.removed, { reason, text: '' }] };
  }
  const document = await parseDom(html);
  const root: DomElement = document.body ?? document;
  const metadata = readMetadata(document, words, options.url);
  const points = takePoints(document, words);
  const notes = takeNotes(document, words);
  const page = linesOf(root);
  const found = (await articleLines(document)) ?? page.filter((line) => line.box === undefined);
  const chosen = orMainColumn(found, page);
  return assemble({ metadata, points, page, chosen, words }, notes);
}

interface Parts {
  readonly metadata: Metadata;
  readonly points: Points | undefined;
  readonly page: readonly PageLine[];
  readonly chosen: readonly PageLine[];
  readonly words: ReadWords;
}

function assemble(parts: Parts, notes: Draft['notes']): Draft {
  const { metadata, points, page, words } = parts;
  const { kept, dropped } = keepArticle(parts.chosen);
  const texts = new Set(kept.map((line) => line.text));
  const first = page.findIndex((line) => texts.has(line.text) && line.text.length > 60);
  const above = aboveBody(page, first, metadata.titleOrder).filter((line) => !texts.has(line.text));
  const lines = withGhosts(kept, page);
  const cut = innerHead(lines, words);
  const bareNames = metadata.authors.length === 0;
  const outer = readHead(above, { words, title: metadata.title, bareNames });
  const inner = readHead(lines.slice(0, cut), { words, title: metadata.title ?? outer.title, bareNames });
  const title = metadata.title ?? outer.title ?? inner.title;
  const body = readBody(lines.slice(cut), words, metadata.authors);
  const boxed = page.filter((line) => line.box === 'author box' && !texts.has(line.text));
  const authors = authorsOf(metadata, [outer, inner], body.authors, boxed);
  const used = new Set([...lines, ...above, ...dropped].map((line) => line.text));
  const left = page.filter((line) => !used.has(line.text) && line.text !== title);
  return {
    title,
    section: outer.section ?? inner.section ?? metadata.section,
    authors,
    publisher: metadata.publisher ?? publisherIn([...body.removed, ...left].map((line) => line.text)),
    published: metadata.published ?? outer.published ?? inner.published,
    languageHint: metadata.language,
    alternates: mergeAlternates(metadata, [outer, inner], body.alternates),
    url: metadata.url,
    blocks: blocksOf(title, points, [outer, inner], body.blocks),
    notes: [...notes, ...body.notes],
    removed: [
      ...outer.removed,
      ...inner.removed,
      ...(points?.heading ? [{ reason: 'key-point heading', text: points.heading }] : []),
      ...dropped,
      ...body.removed,
      ...left.map((line) => ({ reason: line.box ?? leftReason(line, words), text: line.text })),
    ],
  };
}

const GHOST_MAX = 110;
const LEAD_MAX = 300;
const GHOSTS = 6;

const MOST_POINTS = 8;

/** Inside the chosen article a head is believed only if it is short: news is written in short paragraphs. */
function innerHead(lines: readonly PageLine[], words: ReadWords): number {
  const cut = lastHeadMark(lines, words);
  const sentences = lines
    .slice(0, cut)
    .filter((line) => line.text.length > 60 && !line.ghost && line.kind !== 'listitem');
  return sentences.length > MOST_POINTS || sentences.some((line) => line.text.length > 240) ? 0 : cut;
}

/** What the page says of itself comes first; a bare name under the title counts only where it says nothing. */
function authorsOf(
  metadata: Metadata,
  heads: readonly Head[],
  box: readonly string[],
  boxed: readonly PageLine[],
): string[] {
  const known = metadata.authors.filter((name) => name !== metadata.publisher);
  if (known.length > 0) return uniqueNames(known);
  const found = [...heads.flatMap((head) => head.authors), ...box].filter((name) => name !== metadata.publisher);
  return uniqueNames(found.length > 0 ? found : [authorFromBox(boxed.map((line) => line.text)) ?? '']);
}

/** Puts the short lines that Readability left out back between their neighbours, as marks of what those are. */
function withGhosts(kept: readonly PageLine[], page: readonly PageLine[]): PageLine[] {
  const out: PageLine[] = [];
  const places = placesOf(page);
  let last = -1;
  const ghosts = (to: number) => {
    if (last === -1) return;
    const between = page.slice(last + 1, Math.min(to, last + 1 + GHOSTS * 3));
    const short = between.filter((line) => line.box === undefined && line.text.length <= GHOST_MAX);
    if (short.length <= GHOSTS) out.push(...short.map((line) => extended(line, { ghost: true })));
  };
  for (const line of kept) {
    const place = places.get(line.text)?.find((index) => index > last);
    if (place !== undefined) {
      ghosts(place);
      last = place;
    }
    out.push(line);
  }
  ghosts(last + 1 + GHOSTS);
  return out;
}

/** Where each text stands on the page; a text repeated very often ("Share") is no landmark. */
function placesOf(page: readonly PageLine[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  page.forEach((line, i) => {
    const list = places.get(line.text);
    if (!list) places.set(line.text, [i]);
    else if (list.length < 8) list.push(i);
  });
  return places;
}

/** What may be a standfirst, a key point or a name although it stands outside the article. */
function isLead(line: PageLine): boolean {
  return line.linked < 0.5 && line.text.length <= LEAD_MAX && !/[|©@]/.test(line.text);
}

/** Lines between the title and the first line of the body, and a few before the title (section, trail). */
function aboveBody(page: readonly PageLine[], first: number, titleOrder: number): PageLine[] {
  if (first <= 0) return [];
  const at = titleOrder === -1 ? Math.max(0, first - 6) : page.findIndex((line) => line.order >= titleOrder);
  if (at === -1 || at > first) return [];
  const plain = (line: PageLine) => line.box === undefined || line.box === 'also available in';
  const before = page.slice(Math.max(0, at - 4), at).map((line) => extended(line, { ghost: true }));
  const after = page.slice(at, first).map((line) => (isLead(line) ? line : extended(line, { ghost: true })));
  return [...before, ...after].filter(plain).slice(-40);
}

function blocksOf(
  title: string | undefined,
  points: Points | undefined,
  heads: readonly Head[],
  body: readonly DraftBlock[],
): DraftBlock[] {
  const fromHeads = heads.flatMap((head) => head.blocks);
  const known = new Set(fromHeads.map((block) => block.text));
  const items = (points?.items ?? []).filter((text) => !known.has(text));
  return [
    ...(title === undefined ? [] : [{ kind: 'title', text: title } as const]),
    ...fromHeads.filter((block) => block.kind === 'byline'),
    ...items.map((text) => ({ kind: 'keypoint', text }) as const),
    ...fromHeads.filter((block) => block.kind !== 'byline' && block.kind !== 'title'),
    ...body,
  ];
}

function mergeAlternates(metadata: Metadata, heads: readonly Head[], named: readonly string[]): Draft['alternates'] {
  const found = new Map(metadata.alternates.map((alternate) => [alternate.language, alternate]));
  const languages = [...heads.flatMap((head) => head.alternates.map(({ language }) => language)), ...named];
  for (const language of languages) if (!found.has(language)) found.set(language, { language, url: null });
  return [...found.values()];
}

function leftReason(line: Line, words: ReadWords): string {
  return wordKind(line.text, words) ?? 'outside the article';
}
