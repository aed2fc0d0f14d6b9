import type { Event } from './client.ts';

type When = NonNullable<Event['when']>;

/** An ISO date, as precise as it is, in the reader's words. */
export function dateWords(iso: string, language: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return iso;
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (Number.isNaN(date.getTime())) return iso;
  const more: Intl.DateTimeFormatOptions =
    day !== undefined ? { day: 'numeric', month: 'short' } : month !== undefined ? { month: 'long' } : {};
  return new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC', ...more }).format(date);
}

export function whenWords({ from, to, precision }: When, language: string): string {
  if (precision === 'year') return dateWords(from.slice(0, 4), language);
  if (precision === 'month') return dateWords(from.slice(0, 7), language);
  if (from === to) return dateWords(from, language);
  return `${dateWords(from, language)} – ${dateWords(to, language)}`;
}
