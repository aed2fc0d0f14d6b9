import type { Block, Span } from '../model/index.ts';

export interface OrphanMark {
  readonly mark: string;
  readonly span: Span;
}

const BRACKETED = /\[([0-9]{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§]{1,3})\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,4}/g;
/** A digit glued to the end of a word or to closing punctuation: what a superscript leaves behind in copied text. */
const GLUED = /(?<=[\p{Ll}\p{Lu}.,;:!?…”"»’)\]])([0-9]{1,3})(?=[\s.,;:)”»]|$)/gu;
const SUPERSCRIPT = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/**
 * Where the body refers to its notes: [3], superscripts, and – only if the notes are referred to in no other way –
 * glued digits that count up. Author-date marks ("Allison 2017") are found as "(Allison, 2017)".
 */
export function findReferences(
  text: string,
  blocks: readonly Block[],
  marks: ReadonlySet<string>,
): { found: Map<string, Span[]>; orphans: OrphanMark[] } {
  const found = new Map<string, Span[]>();
  const orphans: OrphanMark[] = [];
  if (marks.size === 0) return { found, orphans };
  const body = blocks.filter((block) => block.kind !== 'note');
  const dated = [...marks].some((mark) => /\p{L}.*\d{4}/u.test(mark));
  for (const block of body) {
    for (const { mark, span } of marksIn(text, block)) {
      if (marks.has(mark)) push(found, mark, span);
      else if (/^\d+$/.test(mark) && text[span.start] === '[') orphans.push({ mark, span });
    }
    if (dated) for (const { mark, span } of authorDates(text, block, marks)) push(found, mark, span);
  }
  if (found.size === 0) for (const { mark, span } of parenthesised(text, body, marks)) push(found, mark, span);
  if (found.size === 0) for (const { mark, span } of gluedMarks(text, body, marks)) push(found, mark, span);
  return { found, orphans };
}

function* marksIn(text: string, block: Block): Generator<OrphanMark> {
  for (const match of text.slice(block.start, block.end).matchAll(BRACKETED)) {
    const start = block.start + match.index;
    const mark = match[1] ?? [...match[0]].map((digit) => SUPERSCRIPT.indexOf(digit)).join('');
    yield { mark, span: { start, end: start + match[0].length } };
  }
}

/** "(3)", where notes are marked in no other way. */
function* parenthesised(text: string, body: readonly Block[], marks: ReadonlySet<string>): Generator<OrphanMark> {
  for (const block of body) {
    for (const match of text.slice(block.start, block.end).matchAll(/\((\d{1,3})\)/g)) {
      const start = block.start + match.index;
      if (marks.has(match[1]!)) yield { mark: match[1]!, span: { start, end: start + match[0].length } };
    }
  }
}

/** Takes a glued number only when it is the next in the count, so that "G7" and "2023" are left alone. */
function* gluedMarks(text: string, body: readonly Block[], marks: ReadonlySet<string>): Generator<OrphanMark> {
  let next = 1;
  for (const block of body) {
    for (const match of text.slice(block.start, block.end).matchAll(GLUED)) {
      const mark = match[1]!;
      if (Number(mark) !== next || !marks.has(mark)) continue;
      next++;
      const start = block.start + match.index;
      yield { mark, span: { start, end: start + mark.length } };
    }
  }
}

const YEAR = /(?<![\d/.-])((?:19|20)\d\d[a-zа-я]?)(?![\d/-])/gu;
const NAME = /\p{Lu}[\p{L}'’-]+/gu;
const LOOK_BACK = 70;

/** "(Allison, 2017)", "Allison (2017)", "(Allison and Lo 2017; Kuchins 2019)": a year with its author shortly before. */
function* authorDates(text: string, block: Block, marks: ReadonlySet<string>): Generator<OrphanMark> {
  const slice = text.slice(block.start, block.end);
  let from = 0;
  for (const match of slice.matchAll(YEAR)) {
    const before = Math.max(from, match.index - LOOK_BACK);
    for (const name of slice.slice(before, match.index).matchAll(NAME)) {
      const mark = `${name[0]} ${match[1]}`;
      if (!marks.has(mark)) continue;
      const start = block.start + before + name.index;
      yield { mark, span: { start, end: block.start + match.index + match[0].length } };
      break;
    }
    from = match.index + match[0].length;
  }
}

function push(map: Map<string, Span[]>, key: string, span: Span): void {
  const list = map.get(key);
  if (list) list.push(span);
  else map.set(key, [span]);
}
