import type { CslDate, CslItem, CslName } from '../../model/index.ts';

export type Markup = 'plain' | 'html';

export interface CiteOptions {
  /** Page or paragraph in the work: "45-67". */
  readonly locator?: string;
  /** html puts titles of whole works in <i> and escapes the rest. Default plain. */
  readonly markup?: Markup;
}

export interface Day {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Works that stand on their own: their title is set off, and they have a publisher rather than a container. */
const WHOLE: ReadonlySet<string> = new Set([
  'book',
  'report',
  'thesis',
  'legislation',
  'treaty',
  'motion_picture',
  'dataset',
]);
const JOURNAL: ReadonlySet<string> = new Set(['article-journal', 'review']);

export function isWhole(item: CslItem): boolean {
  return WHOLE.has(item.type);
}

export function isJournal(item: CslItem): boolean {
  return JOURNAL.has(item.type);
}

export function dayOf(date: CslDate | undefined): Day | undefined {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  if (year === undefined) return undefined;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** "17 May 2023", "May 2023" or "2023". */
export function dayFirst({ year, month, day }: Day): string {
  return [day, month && MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ');
}

/** "May 17, 2023", "May 2023" or "2023". */
export function monthFirst({ year, month, day }: Day): string {
  const name = month === undefined ? undefined : MONTHS[month - 1];
  if (name === undefined) return `${year}`;
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

export function isoDay({ year, month, day }: Day): string {
  return [`${year}`.padStart(4, '0'), month, day]
    .filter((part) => part !== undefined)
    .map((part) => `${part}`.padStart(2, '0'))
    .join('-');
}

/** "A. K." from "Anna Karla", "J.-P." from "Jean-Paul"; initials stay. */
export function initials(given: string): string {
  return given
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .map((piece) => (piece === '' ? '' : `${[...piece][0]!}.`))
        .join('-'),
    )
    .join(' ');
}

/** A name in reading order: "Clara Whitcombe", or the body's name. */
export function straight(name: CslName): string {
  return name.literal ?? [name.given, name.family].filter((part) => part !== undefined).join(' ');
}

/** "Whitcombe, Clara", or the body's name. */
export function inverted(name: CslName): string {
  return name.literal ?? [name.family, name.given].filter((part) => part !== undefined).join(', ');
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** How a style sets text in one markup. */
export interface Setter {
  text(value: string): string;
  emphasis(value: string): string;
}

export function setterOf(markup: Markup | undefined): Setter {
  if (markup !== 'html') return { text: (value) => value, emphasis: (value) => value };
  return { text: escapeHtml, emphasis: (value) => `<i>${escapeHtml(value)}</i>` };
}

/** Where an item appeared: its container, unless that only repeats the publisher. */
export function containerOf(item: CslItem): string | undefined {
  return item['container-title'] ?? (isWhole(item) ? undefined : item.publisher);
}

/** The publisher, where it says more than the container does. */
export function publisherOf(item: CslItem): string | undefined {
  return item.publisher === containerOf(item) ? undefined : item.publisher;
}

export function linkOf(item: CslItem): string | undefined {
  return item.DOI === undefined
    ? item.URL
    : `https://doi.org/${item.DOI.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`;
}

/** Page ranges with an en dash. */
export function pages(page: string): string {
  return page.replace(/\s*[-–—]+\s*/g, '–');
}

export function endWith(text: string, mark: string): string {
  return /[.!?…](?:["”»]|<\/i>)?$/u.test(text) ? text : text + mark;
}

export function present(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part): part is string => part !== undefined && part !== '');
}
