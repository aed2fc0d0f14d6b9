import { foldText } from '../../model/fold.ts';
import { canonical, oneLine } from '../whitespace.ts';
import type { ReadWords } from '../words.ts';
import { type DomDocument, type DomElement, labelOf, orderOf } from './dom.ts';

const LABEL =
  /key-?_?(?:points?|takeaways?|facts|findings|messages)|takeaways?|article-?summary|summary-?(?:box|points|list)|tl-?dr|bullet-?points|highlights?-(?:box|list)|story-?highlights|one-?cikan|onemli-?nokta|ozet-?(?:kutu|box|list)?\b|tezis|key_points/i;
const MAX_ITEMS = 15;
const MAX_TEXT = 3000;

export interface Points {
  readonly items: readonly string[];
  readonly heading?: string;
  readonly order: number;
}

/** Takes the key-point box out of the tree: extractors lose it because it stands beside the content. */
export function takePoints(document: DomDocument, words: ReadWords): Points | undefined {
  for (const box of boxesByLabel(document)) {
    const points = pointsOf(box, words);
    if (points) {
      box.remove();
      return points;
    }
  }
  return byHeading(document, words);
}

function boxesByLabel(document: DomDocument): DomElement[] {
  return Array.from(document.querySelectorAll('[class],[id]')).filter((element) => LABEL.test(labelOf(element)));
}

function pointsOf(box: DomElement, words: ReadWords): Points | undefined {
  const length = box.textContent?.length ?? 0;
  if (length > MAX_TEXT || length < 20) return undefined;
  const heads = Array.from(box.querySelectorAll('h2,h3,h4,h5,strong,b')).map(textOf);
  const heading = heads.find((text) => words.lines.get(foldText(text).replace(/[\s:]+$/, '')) === 'keypoints');
  const lists = Array.from(
    box.localName === 'ul' || box.localName === 'ol' ? box.children : box.querySelectorAll('li'),
  );
  const items = (lists.length > 0 ? lists : Array.from(box.querySelectorAll('p')))
    .map(textOf)
    .filter((text) => text.length > 12);
  if (items.length === 0 || items.length > MAX_ITEMS) return undefined;
  return { items, order: orderOf(box), ...(heading === undefined ? {} : { heading }) };
}

/** A heading that says "Key points", right before a list. */
function byHeading(document: DomDocument, words: ReadWords): Points | undefined {
  for (const heading of document.querySelectorAll('h2,h3,h4,h5,p,div,strong,b')) {
    const text = heading.textContent ?? '';
    if (text.length > 60 || words.lines.get(foldText(oneLine(text)).replace(/[\s:]+$/, '')) !== 'keypoints') continue;
    const next = heading.nextElementSibling ?? heading.parentElement?.nextElementSibling;
    const list = next && (next.localName === 'ul' || next.localName === 'ol') ? next : null;
    const points = list ? pointsOf(list, words) : undefined;
    if (!points) continue;
    list?.remove();
    const order = orderOf(heading);
    heading.remove();
    return { items: points.items, order, heading: oneLine(text) };
  }
  return undefined;
}

function textOf(element: DomElement): string {
  return oneLine(canonical(element.textContent ?? ''));
}
