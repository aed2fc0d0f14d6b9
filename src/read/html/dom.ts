/** As much of the DOM as the reader uses. linkedom's own types need the browser library, which a server has not. */
export interface DomNode {
  readonly nodeType: number;
  readonly childNodes: ArrayLike<DomNode>;
  readonly parentNode: DomElement | null;
  textContent: string | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: ArrayLike<DomElement>;
  readonly parentElement: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & ArrayLike<DomElement>;
  remove(): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
}

const ELEMENT = 1;
export const TEXT = 3;

/** The attribute that numbers the elements in document order, before Readability takes the tree apart. */
const ORDER = 'data-chancery-order';

/** Parses without running, fetching or trusting anything. Nesting must have been checked before. */
export async function parseDom(html: string): Promise<DomDocument> {
  const { parseHTML } = await import('linkedom');
  const whole = /<body[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${withoutShell(html)}</body></html>`;
  const { document } = parseHTML(whole) as { document: DomDocument };
  let order = 0;
  for (const element of document.querySelectorAll('*')) element.setAttribute(ORDER, String(order++));
  return document;
}

/** A page without a body tag: its html and head tags would end up inside the body we give it. */
function withoutShell(html: string): string {
  return html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)\b[^>]*>/gi, '');
}

export function orderOf(element: DomElement): number {
  return Number(element.getAttribute(ORDER) ?? -1);
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT;
}

/** Class and id in one string, for guessing what a box is for. */
export function labelOf(element: DomElement): string {
  const name = element.getAttribute('class') ?? '';
  const id = element.getAttribute('id') ?? '';
  return `${name} ${id}`.trim();
}
