import type { Citation, Document, Event } from './client.ts';

/** Author, “Title”, container, publisher, year: what is known of a work in one line, without its address. */
export function citationLine(citation: Citation): string {
  const author = (citation.author ?? []).map(({ literal, given, family }) => literal ?? joined([given, family], ' '));
  const [issued] = citation.issued?.['date-parts'] ?? [];
  const { title, publisher, volume, issue, page } = citation;
  const container = citation['container-title'];
  return joined(
    [
      author.join(', '),
      title && `“${title}”`,
      container,
      publisher === container ? undefined : publisher,
      volume && joined([volume, issue], '/'),
      issued?.[0]?.toString(),
      page && `p. ${page}`,
    ],
    ', ',
  );
}

/** The quotation with where it stands, ready to paste. */
export function quoteWithCitation(event: Event, document: Document | undefined): string {
  const { title, authors, publisher, published, url } = document ?? (event.document as Partial<Document>);
  const place = joined(
    [(authors ?? []).join(', '), title && `“${title}”`, publisher, published, url ?? undefined],
    ', ',
  );
  return `“${event.evidence.quote}”${place && ` — ${place}`}`;
}

/** Only a web address becomes a link. */
export function webAddress(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function joined(parts: readonly (string | undefined)[], between: string): string {
  return parts.filter(Boolean).join(between);
}
