import { readBody } from '../body.ts';
import { wordKind } from '../boilerplate.ts';
import type { Draft, DraftBlock, Line } from '../draft.ts';
import { type Head, readHead } from '../head.ts';
import { lastHeadMark } from '../head-end.ts';
import { uniqueNames } from '../name-line.ts';
import { readPlain } from '../plain/plain.ts';
import type { ReadWords } from '../words.ts';
import { articleLines } from './article.ts';
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

/** An HTML page to a draft. Too deep or too large a tree is read as plain text without its tags. */
export async function readHtml(html: string, options: HtmlOptions): Promise<Draft> {
  const { words } = options;
  const { depth, elements } = nesting(html);
  if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
    const draft = readPlain(stripTags(html), words);
    const reason = `mark-up set aside: ${depth} levels, ${elements} elements`;
    return { ...draft, removed: [...draft.removed, { reason, text: '' }] };
  }
  const document = await parseDom(html);
  const root: DomElement = document.body ?? document;
  const metadata = readMetadata(document, words, options.url);
  const points = takePoints(document, words);
  const notes = takeNotes(document, words);
  const page = linesOf(root);
  const chosen = (await articleLines(document)) ?? page.filter((line) => line.box === undefined);
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
  const title = metadata.title;
  const first = page.findIndex((line) => texts.has(line.text) && line.text.length > 60);
  const above = aboveBody(page, first, metadata.titleOrder).filter((line) => !texts.has(line.text));
  const cut = lastHeadMark(kept, words);
  const outer = readHead(above, { words, title });
  const inner = readHead(kept.slice(0, cut), { words, title, pointsByMarkup: true });
  const body = readBody(kept.slice(cut), words);
  const boxed = page.filter((line) => line.box === 'author box' && !texts.has(line.text));
  const found = [...metadata.authors, ...outer.authors, ...inner.authors, ...body.authors];
  const authors = uniqueNames(found.length > 0 ? found : [authorFromBox(boxed.map((line) => line.text)) ?? '']);
  const used = new Set([...texts, ...above.map((line) => line.text), ...dropped.map((piece) => piece.text)]);
  const left = page.filter((line) => !used.has(line.text) && line.text !== title);
  return {
    title,
    section: outer.section ?? inner.section ?? metadata.section,
    authors,
    publisher: metadata.publisher,
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

/** Lines between the title and the first line of the body, and a few before the title (section, trail). */
function aboveBody(page: readonly PageLine[], first: number, titleOrder: number): PageLine[] {
  if (first <= 0) return [];
  const at = titleOrder === -1 ? Math.max(0, first - 6) : page.findIndex((line) => line.order >= titleOrder);
  if (at === -1 || at > first) return [];
  const plain = (line: PageLine) =>
    line.box === undefined || line.box === 'share buttons' || line.box === 'also available in';
  return page
    .slice(Math.max(0, at - 4), first)
    .filter(plain)
    .slice(-40);
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
    ...fromHeads.filter(
      (block) => block.kind !== 'byline' && !(points && block.kind === 'keypoint' && block.text.length < 12),
    ),
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
