import type { BlockKind } from '../../model/index.ts';
import type { Line } from '../draft.ts';
import { oneLine } from '../whitespace.ts';
import { boxReason } from './box.ts';
import { type DomElement, type DomNode, isElement, orderOf, TEXT } from './dom.ts';

/** A block element's text, with what its mark-up tells. */
export interface PageLine extends Line {
  /** Document order of the element that holds it. */
  readonly order: number;
  /** Document order of that element's parent. */
  readonly parent: number;
  /** Share of its characters that are link text. */
  readonly linked: number;
  /** What the nearest telling ancestor is: "navigation", "related posts" …; undefined in plain content. */
  readonly box?: string;
}

const SKIP: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object embed canvas video audio head input select textarea button option datalist'.split(
    ' ',
  ),
);
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr picture source'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'listitem',
  dt: 'listitem',
  dd: 'listitem',
  blockquote: 'blockquote',
  figcaption: 'caption',
  caption: 'caption',
  p: 'paragraph',
};

interface Walk {
  readonly lines: PageLine[];
  buffer: string[];
  length: number;
  linked: number;
  group: number;
}

interface Place {
  readonly kind: BlockKind | undefined;
  readonly order: number;
  readonly parent: number;
  readonly box: string | undefined;
  readonly link: boolean;
}

/** The text of an element as lines, one for each block element, in document order. Depth must be bounded. */
export function linesOf(root: DomElement): PageLine[] {
  const walk: Walk = { lines: [], buffer: [], length: 0, linked: 0, group: 0 };
  const place = { kind: undefined, order: orderOf(root), parent: -1, box: undefined, link: false };
  for (const child of Array.from(root.childNodes)) visit(child, place, walk);
  flush(walk, place);
  return walk.lines;
}

function visit(node: DomNode, place: Place, walk: Walk): void {
  if (node.nodeType === TEXT) return void addText(node.textContent ?? '', place, walk);
  if (!isElement(node)) return;
  const name = node.localName;
  if (SKIP.has(name) || isHidden(node)) return;
  if (name === 'br') return void addText('\u2028', place, walk);
  if (INLINE.has(name)) {
    const link = place.link || name === 'a';
    // Buttons in a row, drawn apart but with nothing between them in the source.
    if (name === 'a' && node.previousElementSibling?.localName === 'a') walk.buffer.push(' ');
    for (const child of Array.from(node.childNodes)) visit(child, { ...place, link }, walk);
    return;
  }
  flush(walk, place);
  const inner = {
    kind: innerKind(name, place.kind),
    order: orderOf(node),
    parent: place.order,
    box: boxReason(node) ?? place.box,
    link: place.link,
  };
  if (name === 'table' && isDataTable(node)) addTable(node, inner, walk);
  else for (const child of Array.from(node.childNodes)) visit(child, inner, walk);
  flush(walk, inner);
}

/** A paragraph inside a quotation or a list item is part of it. */
function innerKind(name: string, outer: BlockKind | undefined): BlockKind | undefined {
  const own = KINDS[name];
  const keeps = outer === 'blockquote' || outer === 'listitem' || outer === 'caption';
  return keeps && (own === undefined || own === 'paragraph') ? outer : own;
}

function addText(text: string, place: Place, walk: Walk): void {
  walk.buffer.push(text.replace(/\n/g, ' '));
  const length = text.trim().length;
  walk.length += length;
  if (place.link) walk.linked += length;
}

function flush(walk: Walk, place: Place): void {
  if (walk.buffer.length === 0) return;
  const linked = walk.length === 0 ? 0 : walk.linked / walk.length;
  walk.group++;
  for (const text of brokenLines(walk.buffer.join(''))) {
    walk.lines.push({
      text,
      group: walk.group,
      order: place.order,
      parent: place.parent,
      linked,
      ...kindAndBox(place),
    });
  }
  walk.buffer = [];
  walk.length = 0;
  walk.linked = 0;
}

function kindAndBox({ kind, box }: Place): Pick<PageLine, 'kind' | 'box'> {
  return { ...(kind === undefined ? {} : { kind }), ...(box === undefined ? {} : { box }) };
}

/** Two line breaks end a paragraph; one does only after a full stop, before a note's mark, or between short lines. */
function brokenLines(text: string): string[] {
  const out: string[] = [];
  for (const part of text.split(/\u2028\s*(?:\u2028\s*)+/)) {
    let held = '';
    for (const piece of part.split('\u2028').map(oneLine)) {
      if (piece === '') continue;
      const ends =
        /[.!?…]["”»]?(?:\s?\[\d+\])*$/.test(held) ||
        /^\[\d{1,4}\]/.test(piece) ||
        (held.length < 60 && piece.length < 60);
      if (held !== '' && ends) {
        out.push(held);
        held = piece;
      } else held = held === '' ? piece : `${held} ${piece}`;
    }
    if (held !== '') out.push(held);
  }
  return out;
}

function isHidden(element: DomElement): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Rows of short cells are data; anything else that is called a table lays out a page. */
function isDataTable(table: DomElement): boolean {
  if (table.querySelector('table') || table.querySelector('h1,h2,blockquote')) return false;
  const rows = table.querySelectorAll('table tr').length;
  const cells = table.querySelectorAll('td,th').length;
  const text = table.textContent?.trim().length ?? 0;
  return rows > 1 && cells > rows && text / cells < 150;
}

function addTable(table: DomElement, place: Place, walk: Walk): void {
  const rows: string[] = [];
  for (const row of Array.from(table.querySelectorAll('table tr'))) {
    const cells = Array.from(row.querySelectorAll('td,th')).map((cell) => oneLine(cell.textContent ?? ''));
    if (cells.some((cell) => cell !== '')) rows.push(cells.join(' | '));
  }
  if (rows.length === 0) return;
  walk.group++;
  walk.lines.push({
    text: rows.join('\n'),
    group: walk.group,
    order: place.order,
    parent: place.parent,
    linked: 0,
    ...kindAndBox(place),
    kind: 'table',
  });
}
