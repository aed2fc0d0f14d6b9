import type { Removed } from '../../model/index.ts';
import type { PageLine } from './flatten.ts';

/** Boxes that an article never lies in; "sidebar" and "page header" are names that templates also give to columns. */
const NEVER: ReadonlySet<string> = new Set([
  'share buttons',
  'related posts',
  'subscription prompt',
  'cookie notice',
  'comment form',
  'author box',
  'advertisement',
  'tags',
  'navigation',
  'footer',
  'also available in',
  'print',
  'sidebar',
]);
const MOST = 0.3;

/**
 * Readability errs towards too much. What stands in a box for something else goes, unless so much of the article
 * stands there that the class name must mean something else; and so do lines that are nothing but links.
 */
export function keepArticle(lines: readonly PageLine[]): { kept: PageLine[]; dropped: Removed[] } {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  const byBox = new Map<string, number>();
  for (const line of lines) if (line.box) byBox.set(line.box, (byBox.get(line.box) ?? 0) + line.text.length);
  const believed = (box: string | undefined) =>
    box !== undefined && NEVER.has(box) && (byBox.get(box) ?? 0) <= total * MOST;
  const kept: PageLine[] = [];
  const dropped: Removed[] = [];
  for (const line of lines) {
    const reason = believed(line.box) ? line.box : isLinkLine(line) ? 'links to other pages' : undefined;
    if (reason === undefined) kept.push(line);
    else dropped.push({ reason, text: line.text });
  }
  return { kept, dropped };
}

/** Only a link, and no sentence: "Read: Why the alliance matters". */
function isLinkLine(line: PageLine): boolean {
  if (line.linked < 0.9 || line.kind === 'heading' || line.kind === 'table') return false;
  return line.text.length < 200 && !/[.!…]["”»]?$/.test(line.text);
}
