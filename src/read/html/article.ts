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

/** Orders of all elements inside the chosen article. */
export function ordersOf(lines: readonly PageLine[]): Set<number> {
  return new Set(lines.map((line) => line.order));
}
