import type { CslItem, CslName } from '../../model/index.ts';
import {
  type CiteOptions,
  containerOf,
  dayOf,
  endWith,
  initials,
  isJournal,
  isWhole,
  linkOf,
  MONTHS,
  monthFirst,
  pages,
  present,
  publisherOf,
  type Setter,
  setterOf,
} from './part.ts';

const NEWSPAPER: ReadonlySet<string> = new Set(['article-newspaper', 'article-magazine']);

/** A reference in the style of the American Psychological Association (7th edition). */
export function apaReference(item: CslItem, options: CiteOptions = {}): string {
  const set = setterOf(options.markup);
  const authors = authorsOf(item.author, set);
  const date = `(${dateOf(item)}).`;
  const title = titleOf(item, set);
  const head = authors === undefined ? [title, date] : [authors, date, title];
  const link = linkOf(item);
  const accessed = dayOf(item.accessed);
  // APA gives the day of reading only for pages without a date.
  const from = accessed && link && item.issued === undefined ? `Retrieved ${monthFirst(accessed)}, from ` : '';
  return present([...head, placeOf(item, options, set), link && from + set.text(link)]).join(' ');
}

/** The reference in the running text: (Whitcombe, 2023, p. 4). */
export function apaInText(item: CslItem, { locator }: CiteOptions = {}): string {
  const names = (item.author ?? []).map((name) => name.literal ?? name.family ?? '');
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' & ');
  const head = who === '' ? `“${item.title ?? item.id}”` : who;
  const year = dayOf(item.issued)?.year ?? 'n.d.';
  const page = locator && `${/[-–,]/.test(locator) ? 'pp.' : 'p.'} ${pages(locator)}`;
  return `(${present([head, `${year}`, page]).join(', ')})`;
}

function dateOf(item: CslItem): string {
  const issued = dayOf(item.issued);
  if (!issued) return 'n.d.';
  const { year, month, day } = issued;
  if (isJournal(item) || isWhole(item) || month === undefined) return `${year}`;
  return present([`${year},`, MONTHS[month - 1], day === undefined ? undefined : `${day}`]).join(' ');
}

function authorsOf(authors: readonly CslName[] | undefined, set: Setter): string | undefined {
  const names = (authors ?? []).map(nameOf);
  if (names.length === 0) return undefined;
  // From 21 authors on: the first 19, an ellipsis, the last.
  if (names.length > 20)
    return set.text(endWith(`${names.slice(0, 19).join(', ')}, . . . ${names[names.length - 1]}`, '.'));
  const last = names[names.length - 1]!;
  const all = names.length === 1 ? last : `${names.slice(0, -1).join(', ')}, & ${last}`;
  return set.text(endWith(all, '.'));
}

function nameOf({ literal, family, given }: CslName): string {
  return literal ?? present([family, given && initials(given)]).join(', ');
}

function titleOf(item: CslItem, set: Setter): string | undefined {
  if (item.title === undefined) return undefined;
  const alone = isWhole(item) || !(isJournal(item) || NEWSPAPER.has(item.type) || item.type === 'chapter');
  return endWith(alone ? set.emphasis(item.title) : set.text(item.title), '.');
}

function placeOf(item: CslItem, { locator }: CiteOptions, set: Setter): string | undefined {
  const container = containerOf(item);
  const publisher = publisherOf(item);
  const page = locator ?? item.page;
  const issue = item.issue === undefined ? '' : set.text(`(${item.issue})`);
  const volume = item.volume === undefined ? issue : set.emphasis(item.volume) + issue;
  const plain = !isJournal(item) && !NEWSPAPER.has(item.type) && item.type !== 'chapter';
  const name = container && (plain ? set.text(container) : set.emphasis(container));
  const parts = present([name, volume, page && set.text(pages(page)), publisher && set.text(publisher)]);
  return parts.length === 0 ? undefined : endWith(parts.join(', '), '.');
}
