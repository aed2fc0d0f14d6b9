import type { Line } from '../draft.ts';
import { oneLine } from '../whitespace.ts';

const WRAP_MIN = 50;
const WRAP_MAX = 110;

/**
 * Canonical plain text to lines. Lines broken at a fixed width (mail, old archives, PDF copies) are joined again;
 * other line breaks are taken for paragraph ends, blank lines or not.
 */
export function linesOf(text: string): Line[] {
  const groups: string[][] = [[]];
  for (const raw of text.split('\n')) {
    const line = oneLine(asRow(raw));
    if (line !== '') groups[groups.length - 1]!.push(line);
    else if (groups[groups.length - 1]!.length > 0) groups.push([]);
  }
  const lines: Line[] = [];
  groups.forEach((group, index) => {
    for (const line of isWrapped(group) ? rejoined(group) : group) lines.push({ text: line, group: index });
  });
  return lines;
}

/** Buttons and menus that stood side by side come with wide gaps between them: "Share   Print   PDF". */
function asRow(raw: string): string {
  const row = raw.trim();
  return row.length < 120 && !/[.!?…]$/.test(row) ? row.replace(/(?<=\S)(?: {2,}|\t+)(?=\S)/g, ' | ') : row;
}

/** All lines but the last are about as long as the longest one, and most of them stop in mid-sentence. */
function isWrapped(group: readonly string[]): boolean {
  if (group.length < 2) return false;
  const longest = group.reduce((max, line) => Math.max(max, line.length), 0);
  if (longest < WRAP_MIN || longest > WRAP_MAX) return false;
  const inner = group.slice(0, -1);
  const full = inner.filter((line) => line.length >= longest * 0.65).length;
  const open = inner.filter((line) => !/[.!?…]["”»]?$/.test(line)).length;
  return full >= inner.length * 0.9 && open >= inner.length * 0.6;
}

/** A new paragraph begins inside a wrapped group after a line that ends early and with a full stop, or at a mark. */
function rejoined(group: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of group) {
    const last = joined[joined.length - 1];
    const starts = /^(?:\[\d{1,4}\]|[•▪●]\s|\d{1,3}\.\s)/u.test(line);
    if (last === undefined || starts) joined.push(line);
    else joined[joined.length - 1] = /\p{L}-$/u.test(last) ? `${last}${line}` : `${last} ${line}`;
  }
  return joined;
}
