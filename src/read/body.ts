import { foldText } from '../model/fold.ts';
import type { BlockKind, Removed } from '../model/index.ts';
import { alternatesIn, boilerplateReason, wordKind } from './boilerplate.ts';
import type { DraftBlock, DraftNote, Line } from './draft.ts';
import { bioCues, isPersonName } from './name-line.ts';
import { findNoteZone } from './note-line.ts';
import type { ReadWords } from './words.ts';

export interface Body {
  readonly blocks: readonly DraftBlock[];
  readonly notes: readonly DraftNote[];
  readonly authors: readonly string[];
  readonly alternates: readonly string[];
  readonly removed: readonly Removed[];
}

interface Work {
  readonly lines: readonly Line[];
  readonly words: ReadWords;
  /** Folded names of the authors the page declares. */
  readonly known: readonly string[];
  readonly blocks: DraftBlock[];
  readonly notes: DraftNote[];
  readonly authors: string[];
  readonly alternates: string[];
  readonly removed: Removed[];
  /** Inside a list of other articles, after its heading. */
  related: boolean;
  /** Text after the notes counts as body only if it is a real paragraph. */
  afterNotes: boolean;
}

const PARAGRAPH = 160;
const SENTENCE_END = /[.!?…:;]["”»’')\]]*(?:\s?\[\d{1,4}\])*$/u;

/** Sorts the lines below the head into body, notes, author box and what does not belong to the text. */
export function readBody(lines: readonly Line[], words: ReadWords, declared: readonly string[] = []): Body {
  const known = declared.map(foldText);
  const work: Work = {
    known,
    lines,
    words,
    blocks: [],
    notes: [],
    authors: [],
    alternates: [],
    removed: [],
    related: false,
    afterNotes: false,
  };
  let at = 0;
  for (let zone = findNoteZone(lines, 0, words); at < lines.length; zone = findNoteZone(lines, at, words)) {
    const end = zone ? zone.from : lines.length;
    while (at < end) at += bodyLine(work, at, end);
    if (!zone) break;
    if (zone.heading !== undefined) work.removed.push({ reason: 'notes heading', text: zone.heading });
    work.notes.push(...zone.notes);
    work.related = false;
    work.afterNotes = true;
    at = zone.to;
  }
  const { blocks, notes, authors, alternates, removed } = work;
  return { blocks, notes, authors, alternates, removed };
}

/** Deals with the line at `at` and returns how many lines that took. */
function bodyLine(work: Work, at: number, end: number): number {
  const line = work.lines[at]!;
  const drop = (reason: string) => work.removed.push({ reason, text: line.text });
  const box = authorBox(work, at, end);
  if (box > 0) return box;
  if (isOwnBio(work, at)) {
    drop('author box');
    return 1;
  }
  const languages = alternatesIn(line.text, work.words);
  if (languages !== undefined) work.alternates.push(...languages);
  const kind = wordKind(line.text, work.words);
  const reason = boilerplateReason(line.text, work.words);
  if (reason !== undefined) {
    work.related = kind === 'related' || kind === 'comments' || (work.related && kind !== undefined);
    drop(reason);
    return 1;
  }
  if (line.ghost) {
    drop('outside the article');
    return 1;
  }
  const paragraph = line.text.length >= PARAGRAPH || (line.text.length >= 90 && SENTENCE_END.test(line.text));
  if (work.related && !paragraph && line.kind !== 'blockquote') {
    drop('related posts');
    return 1;
  }
  work.related = false;
  if (kind === 'credit' && line.text.length < 160) drop('credit line');
  else if (work.afterNotes && !paragraph && line.kind === undefined) drop('after the notes');
  else work.blocks.push(block(work, at));
  return 1;
}

function block(work: Work, at: number): DraftBlock {
  const line = work.lines[at]!;
  if (line.kind === 'paragraph')
    return { kind: isAnnounced(work, line.text) ? 'blockquote' : 'paragraph', text: line.text };
  if (line.kind !== undefined) return { kind: line.kind, text: line.text };
  const bullet = /^(?:[•·▪●■►*–—-]\s+|\d{1,2}[.)]\s+|[a-zа-я]\)\s+)(?=\S)/u.exec(line.text);
  if (bullet) return { kind: 'listitem', text: line.text.slice(/^\d/.test(line.text) ? 0 : bullet[0].length) };
  return { kind: plainKind(work, at), text: line.text };
}

/** Plain text has no mark-up: a short line without a full stop before a paragraph is a heading, … */
function plainKind(work: Work, at: number): BlockKind {
  const { text } = work.lines[at]!;
  const next = work.lines[at + 1];
  if (text.length <= 110 && !SENTENCE_END.test(text) && /^["“«„(]?[\p{Lu}\p{N}]/u.test(text) && !/^["“«„]/.test(text)) {
    if (next !== undefined && next.text.length > text.length) return 'heading';
  }
  // … and what follows a paragraph that ends in a colon is what somebody said or wrote.
  return isAnnounced(work, text) ? 'blockquote' : 'paragraph';
}

function isAnnounced(work: Work, text: string): boolean {
  const before = work.blocks[work.blocks.length - 1];
  const colon = before?.kind === 'paragraph' && /:(?:\s?\[\d{1,4}\])*$/.test(before.text);
  return colon && (/^["“«„‟]/.test(text) || text.length > 80);
}

/** A name by itself and then its bearer's life: two or more lines, all taken out. 0 when there is none here. */
function authorBox(work: Work, at: number, end: number): number {
  const { lines, words } = work;
  const line = lines[at]!;
  const heading = wordKind(line.text, words) === 'author box';
  const late = work.afterNotes || at * 2 > lines.length;
  const first = heading ? at + 1 : at;
  const name = lines[first]?.text ?? '';
  const named = isPersonName(name) && wordKind(name, words) === undefined;
  if (!named && !(heading && first < end)) return 0;
  let next = named ? first + 1 : first;
  while (next < end && foldText(lines[next]!.text) === foldText(name)) next++;
  const doubled = next > first + 1;
  const bio = next < end && isBio(lines[next]!.text, named ? name : undefined, words);
  if (!bio && !(named && ((doubled && late) || heading || work.afterNotes))) return 0;
  if (bio) next++;
  while (bio && next < end && lines[next]!.group === lines[next - 1]!.group && bioCues(lines[next]!.text, words) > 0)
    next++;
  for (let i = at; i < next; i++) work.removed.push({ reason: 'author box', text: lines[i]!.text });
  if (named)
    work.authors.push(
      ...lines
        .slice(first, next)
        .map(({ text }) => text)
        .filter((text) => foldText(text) === foldText(name)),
    );
  return next - at;
}

/** "Clara Whitcombe writes on naval affairs." at the end, when she wrote the page. */
function isOwnBio({ lines, known, afterNotes }: Work, at: number): boolean {
  const text = lines[at]!.text;
  if (text.length > 700 || !(afterNotes || at >= lines.length - 6) || at < 3) return false;
  const folded = foldText(text).replace(/^[^\p{L}]+/u, '');
  return known.some((name) => folded.startsWith(name));
}

function isBio(text: string, name: string | undefined, words: ReadWords): boolean {
  const cues = bioCues(text, words);
  if (name === undefined) return cues >= 1;
  const folded = foldText(text);
  const surname = foldText(name.split(' ').at(-1)!);
  return (
    (folded.startsWith(foldText(name)) && (cues > 0 || text.length > 60)) ||
    (cues > 0 && folded.includes(surname)) ||
    cues >= 2
  );
}
