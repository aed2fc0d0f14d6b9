import type { Alternate } from '../../model/index.ts';
import { languagesNamed, wordKind } from '../boilerplate.ts';
import { canonical, oneLine } from '../whitespace.ts';
import type { ReadWords } from '../words.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** link rel=alternate hreflang, links with hreflang, and links whose text is a language's name. */
export function alternatesOf(document: DomDocument, words: ReadWords): Alternate[] {
  const found = new Map<string, Alternate>();
  const add = (label: string | null, url: string | null) => {
    const language = label?.split(/[-_]/)[0]?.toLowerCase();
    if (!language || !/^[a-z]{2,3}$/.test(language) || found.get(language)?.url) return;
    found.set(language, { language, url });
  };
  for (const link of document.querySelectorAll('link[hreflang],a[hreflang]')) {
    if (/^link$/.test(link.localName) && !/alternate/i.test(link.getAttribute('rel') ?? '')) continue;
    add(link.getAttribute('hreflang'), link.getAttribute('href'));
  }
  const lines: Lines = new Map();
  for (const link of document.querySelectorAll('a[href]')) {
    const text = link.textContent ?? '';
    if (text.length > 24 || !isLanguageLink(link, words, lines)) continue;
    for (const language of languagesNamed(clean(text), words)) add(language, link.getAttribute('href'));
  }
  return [...found.values()];
}

/** What the elements around links say: read once, though thousands of links stand in one. */
type Lines = Map<DomElement, string | undefined>;

const MAX_LINE = 200;

/** A menu of languages offers the site, not this text; only a sentence that says so counts. */
function isLanguageLink(link: DomElement, words: ReadWords, lines: Lines): boolean {
  for (let at: DomElement | null = link.parentElement, steps = 0; at && steps < 4; at = at.parentElement, steps++) {
    const text = lines.has(at) ? lines.get(at) : shortText(at);
    lines.set(at, text);
    if (text === undefined) return false;
    if (wordKind(text, words) === 'alternates') return true;
  }
  return false;
}

/** undefined for an element with more than a line in it. */
function shortText(element: DomElement): string | undefined {
  const text = clean(element.textContent);
  return text.length > MAX_LINE ? undefined : text;
}

function clean(text: string | null): string {
  return oneLine(canonical(text ?? ''));
}
