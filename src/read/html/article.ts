import type { DomDocument, DomElement } from './dom.ts';
import { linesOf, type PageLine } from './flatten.ts';

/** Readability's choice of the article, as lines; undefined when it finds none. Changes the document. */
export async function articleLines(document: DomDocument): Promise<PageLine[] | undefined> {
  const { Readability } = await import('@mozilla/readability');
  const reader = new Readability<DomElement>(document, {
    serializer: (node: unknown) => node as DomElement,
    keepClasses: true,
    charThreshold: 200,
    disableJSONLD: true,
  });
  const found = reader.parse();
  return found?.content ? linesOf(found.content) : undefined;
}

const PARAGRAPH = 80;
const ENOUGH = 600;

/**
 * Readability can take an author's box for the article when the content has a class that it distrusts ("widget").
 * The element that holds most running text directly is then the better choice, provided the two hardly overlap.
 */
export function orMainColumn(chosen: readonly PageLine[], page: readonly PageLine[]): readonly PageLine[] {
  const totals = new Map<number, number>();
  for (const line of page) {
    if (isRunning(line)) totals.set(line.parent, (totals.get(line.parent) ?? 0) + line.text.length);
  }
  const [best, total] = [...totals].reduce((max, entry) => (entry[1] > max[1] ? entry : max), [-1, 0]);
  if (total < ENOUGH) return chosen;
  const texts = new Set(chosen.map((line) => line.text));
  const inside = page.filter((line) => line.parent === best && isRunning(line));
  const shared = inside.filter((line) => texts.has(line.text)).reduce((sum, line) => sum + line.text.length, 0);
  const running = chosen.filter(isRunning).reduce((sum, line) => sum + line.text.length, 0);
  if (shared > total * 0.1 || running > total * 0.5) return chosen;
  const from = page.indexOf(inside[0]!);
  const to = page.indexOf(inside[inside.length - 1]!);
  return page.slice(from, to + 1);
}

function isRunning(line: PageLine): boolean {
  return line.box === undefined && line.linked < 0.5 && line.text.length >= PARAGRAPH && line.kind !== 'heading';
}
