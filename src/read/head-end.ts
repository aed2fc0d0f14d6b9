import { findPrintedDates } from '../model/printed-date.ts';
import { isMenuRow, wordKind } from './boilerplate.ts';
import type { Line } from './draft.ts';
import { isPiece, sectionIn } from './head.ts';
import { isByline } from './name-line.ts';
import type { ReadWords } from './words.ts';

const HEAD_LINES = 30;
/** A longer line is a paragraph of the body, whatever stands after it. */
export const LONG = 320;
const HEAD_MARKS: ReadonlySet<string> = new Set(
  'share,alternates,reading time,views,published label,print,keypoints,navigation,comments,subscribe,cookie'.split(','),
);

/** How many of the first lines end with the last button, date or byline before the first long paragraph; 0 for none. */
export function lastHeadMark(lines: readonly Line[], words: ReadWords): number {
  const long = lines.findIndex((line) => line.text.length > LONG);
  const reach = Math.min(HEAD_LINES, long === -1 ? lines.length : long);
  let cut = 0;
  for (let i = 0; i < reach; i++) if (isHeadMark(lines[i]!.text, words)) cut = i + 1;
  return cut > 0 && bodyIsLonger(lines, cut) ? cut : 0;
}

export function isHeadMark(text: string, words: ReadWords): boolean {
  const kind = wordKind(text, words);
  if (kind !== undefined && HEAD_MARKS.has(kind)) return true;
  return (
    isMenuRow(text, words) || isByline(text, words) || sectionIn(text, words) !== undefined || isDateLine(text, words)
  );
}

function isDateLine(text: string, words: ReadWords): boolean {
  if (text.length > 110) return false;
  const date = findPrintedDates(text, words.dates)[0];
  if (date !== undefined && isPiece(text, date.text)) return true;
  return text.length <= 70 && date !== undefined && text.replace(date.text, '').replace(/[^\p{L}]/gu, '').length <= 14;
}

export function bodyIsLonger(lines: readonly Line[], cut: number): boolean {
  let before = 0;
  let after = 0;
  lines.forEach((line, i) => {
    if (i < cut) before += line.text.length;
    else after += line.text.length;
  });
  return after > before;
}
