import type { CslItem, CslName } from '../../model/index.ts';
import {
  type CiteOptions,
  containerOf,
  dayOf,
  isJournal,
  isWhole,
  linkOf,
  monthFirst,
  pages,
  present,
  publisherOf,
  type Setter,
  setterOf,
  straight,
} from './part.ts';

/** A full note in the style of the Chicago Manual (17th edition, notes and bibliography). */
export function chicagoNote(item: CslItem, options: CiteOptions = {}): string {
  const set = setterOf(options.markup);
  const body = isWhole(item)
    ? wholeOf(item, options, set)
    : isJournal(item)
      ? journalOf(item, options, set)
      : pageOf(item, options, set);
  return closed(joined(body));
}

/** A later note to the same work: family name, title, locator. */
export function chicagoShortNote(item: CslItem, options: CiteOptions = {}): string {
  const set = setterOf(options.markup);
  const [first] = item.author ?? [];
  const name = first && (first.literal ?? first.family);
  const others = (item.author?.length ?? 0) > 3 ? ' et al.' : '';
  const title = item.title === undefined ? undefined : titleOf(item, set);
  return closed(
    joined(present([name && set.text(name + others), title, options.locator && set.text(pages(options.locator))])),
  );
}

/** The full stop goes inside closing quotation marks, as commas do. */
function closed(note: string): string {
  return note.endsWith('”') ? `${note.slice(0, -1)}.”` : `${note}.`;
}

/** Commas between parts; a quoted title takes its comma inside the marks. */
function joined(parts: readonly string[]): string {
  return parts.reduce(
    (all, part) => (all === '' ? part : all.endsWith('”') ? `${all.slice(0, -1)},” ${part}` : `${all}, ${part}`),
    '',
  );
}

function titleOf(item: CslItem, set: Setter): string | undefined {
  if (item.title === undefined) return undefined;
  return isWhole(item) ? set.emphasis(item.title) : `“${set.text(inner(item.title))}”`;
}

/** Quotation marks inside quotation marks become single. */
function inner(title: string): string {
  return title.replace(/“([^“”]*)”/g, '‘$1’').replace(/"([^"]*)"/g, '‘$1’');
}

function authorsOf(authors: readonly CslName[] | undefined, set: Setter): string | undefined {
  const names = (authors ?? []).map(straight);
  if (names.length === 0) return undefined;
  if (names.length > 3) return set.text(`${names[0]} et al.`);
  const last = names[names.length - 1]!;
  if (names.length === 1) return set.text(last);
  return set.text(`${names.slice(0, -1).join(', ')}${names.length > 2 ? ',' : ''} and ${last}`);
}

function accessOf(item: CslItem): string | undefined {
  const accessed = dayOf(item.accessed);
  return accessed && item.issued === undefined ? `accessed ${monthFirst(accessed)}` : undefined;
}

function wholeOf(item: CslItem, { locator }: CiteOptions, set: Setter): string[] {
  const issued = dayOf(item.issued);
  const house = present([item['publisher-place'], item.publisher]).join(': ');
  const imprint = present([house, issued ? `${issued.year}` : undefined]).join(', ');
  const title = titleOf(item, set);
  const head = imprint === '' ? title : `${title ?? ''} (${set.text(imprint)})`.trim();
  return present([
    authorsOf(item.author, set),
    head,
    locator && set.text(pages(locator)),
    accessOf(item),
    linked(item, set),
  ]);
}

function journalOf(item: CslItem, { locator }: CiteOptions, set: Setter): string[] {
  const issued = dayOf(item.issued);
  const container = containerOf(item);
  const volume = present([item.volume, item.issue && (item.volume ? `, no. ${item.issue}` : `no. ${item.issue}`)]).join(
    '',
  );
  const year = issued ? `(${issued.year})` : '';
  const page = locator ?? item.page;
  const place = present([container && set.emphasis(container), set.text(volume), year]).join(' ');
  const at = page === undefined ? place : `${place}: ${set.text(pages(page))}`;
  return present([authorsOf(item.author, set), titleOf(item, set), at, accessOf(item), linked(item, set)]);
}

function pageOf(item: CslItem, { locator }: CiteOptions, set: Setter): string[] {
  const issued = dayOf(item.issued);
  const container = containerOf(item);
  const publisher = publisherOf(item);
  return present([
    authorsOf(item.author, set),
    titleOf(item, set),
    container && set.emphasis(container),
    publisher && set.text(publisher),
    issued && monthFirst(issued),
    locator && set.text(pages(locator)),
    accessOf(item),
    linked(item, set),
  ]);
}

function linked(item: CslItem, set: Setter): string | undefined {
  const link = linkOf(item);
  return link && set.text(link);
}
