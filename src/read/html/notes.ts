import { foldText } from '../../model/fold.ts';
import type { DraftNote } from '../draft.ts';
import { authorYear, looksLikeReference, noteStart } from '../note-line.ts';
import { canonical, oneLine } from '../whitespace.ts';
import type { ReadWords } from '../words.ts';
import { type DomDocument, type DomElement, type DomNode, isElement, labelOf, orderOf } from './dom.ts';

const MARK = /^[\s([^]*(\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§]{1,3})[\s)\].:]*$/;
const BACK = /(?:[\u21a9\u2191\u2b06\u2934\u21b5]\ufe0e?\ufe0f?)+|^\s*\^\s*/gu;
const NOTE_MAX = 4000;
const CONTAINERS: ReadonlySet<string> = new Set(['li', 'p', 'div', 'dd', 'dt', 'td', 'aside', 'section', 'blockquote']);
const LIST_LABEL =
  /foot-?notes?|end-?notes?|\brefs?\b|references?|dipnot|kaynak|snosk|primech|bibliograph|\bnotes?\b|sdfootnote|ftn/i;

interface Found {
  readonly mark: string;
  readonly text: string;
  readonly order: number;
}

/**
 * Takes the notes out of the tree, with the marks that links, superscripts and lists give them, and leaves
 * "[3]" in the body where the page shows a mark. What is only text ("[3] …" paragraphs) stays for the line rules.
 */
export function takeNotes(document: DomDocument, words: ReadWords): DraftNote[] {
  const byAnchor = anchoredNotes(document);
  const listed = listedNotes(document, words);
  const notes = [...byAnchor, ...listed].sort((a, b) => a.order - b.order);
  if (notes.length > 0 || countsUp(document) || hasTextNotes(document)) bracketSuperscripts(document);
  return notes.map(({ mark, text }) => ({ mark, text }));
}

/** A link whose target stands later in the page refers to a note; one that leads up goes back from it. */
function anchoredNotes(document: DomDocument): Found[] {
  const targets = new Map<string, DomElement>();
  for (const element of document.querySelectorAll('[id],a[name]')) {
    const id = element.getAttribute('id') ?? element.getAttribute('name');
    if (id && !targets.has(id)) targets.set(id, element);
  }
  const down: { link: DomElement; target: DomElement; mark: string }[] = [];
  const up: DomElement[] = [];
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const fragment = fragmentOf(link.getAttribute('href') ?? '');
    const target = fragment === undefined ? undefined : targets.get(fragment);
    if (!target || target === link) continue;
    const mark = MARK.exec(oneLine(link.textContent ?? ''))?.[1];
    if (orderOf(target) < orderOf(link)) up.push(link);
    else if (mark !== undefined) down.push({ link, target, mark });
  }
  const found = new Map<DomElement, Found>();
  for (const { link, target, mark } of down) {
    const holder = holderOf(target);
    if (!holder || contains(holder, link)) continue;
    setText(link, `[${mark}]`);
    if (!found.has(holder)) found.set(holder, { mark, text: '', order: orderOf(holder) });
  }
  const ups = new Set(up);
  return [...found].flatMap(([holder, { mark, order }]) => {
    const text = noteText(holder, ups);
    holder.remove();
    return text === '' ? [] : [{ mark, text, order }];
  });
}

function fragmentOf(href: string): string | undefined {
  const at = href.indexOf('#');
  if (at === -1 || at === href.length - 1) return undefined;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

/** The block that is the note: not so large that it could be the article itself. */
function holderOf(target: DomElement): DomElement | undefined {
  let at: DomElement | null = target;
  while (at && !CONTAINERS.has(at.localName)) at = at.parentElement;
  if (!at) return undefined;
  const length = at.textContent?.length ?? 0;
  // A definition list or table keeps the mark and the text in neighbouring cells.
  const cell = (at.localName === 'dt' || at.localName === 'td') && length < 8 ? at.nextElementSibling : null;
  return length > NOTE_MAX ? undefined : (cell ?? at);
}

function contains(outer: DomElement, inner: DomElement): boolean {
  for (let at: DomElement | null = inner; at; at = at.parentElement) if (at === outer) return true;
  return false;
}

function setText(link: DomElement, text: string): void {
  const parent = link.parentElement;
  const holder =
    parent?.localName === 'sup' && oneLine(parent.textContent ?? '') === oneLine(link.textContent ?? '')
      ? parent
      : link;
  holder.textContent = text;
}

/** Text of a note without its own mark and without the arrow that leads back. */
function noteText(holder: DomElement, ups: ReadonlySet<DomElement>): string {
  const parts: string[] = [];
  const visit = (node: DomNode) => {
    if (!isElement(node)) {
      parts.push(node.textContent ?? '');
      return;
    }
    if (ups.has(node) && (node.textContent ?? '').length < 12) return;
    for (const child of Array.from(node.childNodes)) visit(child);
    if (!/^(?:a|b|i|em|strong|span|sup|sub|cite|q|u|small|font)$/.test(node.localName)) parts.push(' ');
  };
  visit(holder);
  const text = oneLine(canonical(parts.join('')).replace(BACK, ' '));
  return (noteStart(text)?.text ?? text).replace(/^[\s.):\]]+(?=\S)/, '');
}

/** Numbered lists that are notes by their class or by the heading before them. */
function listedNotes(document: DomDocument, words: ReadWords): Found[] {
  const found: Found[] = [];
  for (const list of Array.from(document.querySelectorAll('ol,ul'))) {
    if (!list.parentElement || !isNoteList(list, words)) continue;
    const ordered = list.localName === 'ol';
    let number = Number(list.getAttribute('start') ?? 1) - 1;
    for (const item of Array.from(list.children)) {
      if (item.localName !== 'li') continue;
      number = Number(item.getAttribute('value') ?? number + 1);
      const raw = oneLine(canonical(item.textContent ?? '').replace(BACK, ' '));
      const start = noteStart(raw);
      const own = start && start.style !== 'bare' ? start : undefined;
      const text = own?.text ?? raw;
      if (text === '') continue;
      found.push({
        mark: own?.mark ?? (ordered ? String(number) : (authorYear(text) ?? String(number))),
        text,
        order: orderOf(item),
      });
    }
    list.remove();
  }
  return found;
}

function isNoteList(list: DomElement, words: ReadWords): boolean {
  const items = Array.from(list.children).filter((child) => child.localName === 'li');
  if (items.length === 0) return false;
  const like = items.filter((item) => looksLikeReference(oneLine(item.textContent ?? ''), words)).length;
  const label = `${labelOf(list)} ${list.parentElement ? labelOf(list.parentElement) : ''}`;
  if (LIST_LABEL.test(label) && like > 0) return true;
  const before = list.previousElementSibling ?? list.parentElement?.previousElementSibling;
  const heading = foldText(oneLine(before?.textContent ?? '').slice(0, 60)).replace(/[\s:.]+$/, '');
  const named = words.noteHeadings.has(heading) || words.referenceHeadings.has(heading);
  return words.noteHeadings.has(heading) || (named && like * 2 >= items.length);
}

/** Superscripts 1, 2, 3 … in the order of the page are marks, whatever the notes look like. */
function countsUp(document: DomDocument): boolean {
  let next = 1;
  for (const sup of document.querySelectorAll('sup')) if (oneLine(sup.textContent ?? '') === String(next)) next++;
  return next > 2;
}

function hasTextNotes(document: DomDocument): boolean {
  for (const block of document.querySelectorAll('p,li,div')) {
    const text = block.textContent ?? '';
    if (text.length < 1500 && /^\s*(?:\[\d|\d{1,3}[.)]?\s*["“«„]|[\u00b9\u00b2\u00b3])/.test(text)) return true;
  }
  return false;
}

/** A number set high is a mark, unless it is a power or an ordinal: m², 10³. */
function bracketSuperscripts(document: DomDocument): void {
  for (const sup of Array.from(document.querySelectorAll('sup'))) {
    const text = oneLine(sup.textContent ?? '');
    const mark = MARK.exec(text)?.[1];
    if (mark === undefined || text.startsWith('[') || !/^(?:\d+|[*†‡§]+|[ivx]+)$/.test(mark)) continue;
    if (/(?:\d|\b[kcmкс]?[mм])$/u.test(textBefore(sup))) continue;
    sup.textContent = atBlockStart(sup) ? `[${mark}] ` : `[${mark}]`;
  }
}

function textBefore(element: DomElement): string {
  const siblings = element.parentNode ? Array.from(element.parentNode.childNodes) : [];
  const at = siblings.indexOf(element);
  return at > 0 ? (siblings[at - 1]!.textContent ?? '').slice(-6) : '';
}

function atBlockStart(element: DomElement): boolean {
  return textBefore(element).trim() === '';
}
