import { findPrintedDates } from '../../model/printed-date.ts';
import { readBody } from '../body.ts';
import { isMenuRow, wordKind } from '../boilerplate.ts';
import type { Draft, Line } from '../draft.ts';
import { readHead } from '../head.ts';
import { bodyIsLonger, isHeadMark, LONG, lastHeadMark } from '../head-end.ts';
import { uniqueNames } from '../name-line.ts';
import { publisherIn } from '../publisher.ts';
import type { ReadWords } from '../words.ts';
import { linesOf } from './lines.ts';

/** A page as a person copies it: no mark-up, buttons and boxes in between. `text` must be canonical. */
export function readPlain(text: string, words: ReadWords): Draft {
  const lines = linesOf(text);
  const cut = headEnd(lines, words);
  const head = readHead(lines.slice(0, cut), { words });
  const body = readBody(lines.slice(cut), words);
  const alternates = new Map(head.alternates.map((alternate) => [alternate.language, alternate]));
  for (const language of body.alternates)
    if (!alternates.has(language)) alternates.set(language, { language, url: null });
  return {
    title: head.title,
    section: head.section,
    authors: uniqueNames([...head.authors, ...body.authors]),
    publisher: head.publisher ?? publisherIn([...head.removed, ...body.removed].map((piece) => piece.text)),
    published: head.published ?? dateline(body.blocks[0]?.text, words),
    alternates: [...alternates.values()],
    blocks: [...head.blocks, ...body.blocks],
    notes: body.notes,
    removed: [...head.removed, ...body.removed],
  };
}

/**
 * How many lines stand above the body: up to the last button, date or byline near the top, provided no real
 * paragraph stands before it; without any, a title and the short lines right under it.
 */
function headEnd(lines: readonly Line[], words: ReadWords): number {
  const cut = lastHeadMark(lines, words);
  const title = titleEnd(lines, words);
  return cut > title ? pointsAfter(lines, cut, words) : title;
}

/** A heading "Key points" is followed by the points: short lines of the same group, or bullets. */
function pointsAfter(lines: readonly Line[], cut: number, words: ReadWords): number {
  if (wordKind(lines[cut - 1]!.text, words) !== 'keypoints') return cut;
  const group = lines[cut]?.group;
  const isPoint = (line: Line) => line.text.length < LONG && (line.group === group || /^[•·▪●*-]/u.test(line.text));
  let end = cut;
  while (end < lines.length && isPoint(lines[end]!)) end++;
  return bodyIsLonger(lines, end) ? end : cut;
}

/** Title (and sections above it), and a group of short lines under it: the key points. 0 when the text has no title. */
function titleEnd(lines: readonly Line[], words: ReadWords): number {
  let at = 0;
  const site = lines[1] !== undefined && lines[1].group === lines[0]!.group && isMenuRow(lines[1].text, words);
  if (site) at = 2;
  while (at < 6 && at < lines.length && isHeadMark(lines[at]!.text, words)) at++;
  const title = lines[at];
  const next = lines[at + 1];
  if (!title || !next || title.text.length > 200 || /[.;:,…]["”»]?(?:\s?\[\d+\])*$/u.test(title.text)) return at;
  let end = at + 1;
  const group = next.group;
  while (end < lines.length && lines[end]!.group === group && lines[end]!.text.length <= LONG) end++;
  const points = end - at - 1;
  const spaced = lines.length > end && lines[lines.length - 1]!.group > group + 1;
  const several = points >= 2 && points <= 8 && spaced && group !== title.group;
  return several && bodyIsLonger(lines, end) ? end : at + 1;
}

/** "ANKARA, 8 November 2023 –", or "(Reuters) - Nov 8, 2023": the first words of the body. */
function dateline(first: string | undefined, words: ReadWords): string | undefined {
  const opening = /^[^–—-]{0,80}[–—-]/u.exec(first?.slice(0, 90) ?? '')?.[0];
  return opening === undefined ? undefined : findPrintedDates(opening, words.dates)[0]?.iso;
}
