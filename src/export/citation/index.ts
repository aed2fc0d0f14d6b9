import { ChanceryError, type CslItem } from '../../model/index.ts';
import { apaReference } from './apa.ts';
import { toBibtex } from './bibtex.ts';
import { chicagoNote } from './chicago.ts';
import { iso690Reference } from './iso690.ts';
import type { CiteOptions } from './part.ts';
import { toRis } from './ris.ts';
import type { CitationStyle } from './style.ts';

export { apaInText, apaReference } from './apa.ts';
export { toBibtex } from './bibtex.ts';
export { chicagoNote, chicagoShortNote } from './chicago.ts';
export { iso690Reference } from './iso690.ts';
export type { CiteOptions, Markup } from './part.ts';
export { type CitedPassage, type CitingWords, citePassage } from './quotation.ts';
export { toRis } from './ris.ts';
export { CITATION_STYLES, type CitationStyle } from './style.ts';

export type CitationFormat = 'csl' | 'bibtex' | 'ris';

const STYLES: Readonly<Record<CitationStyle, (item: CslItem, options?: CiteOptions) => string>> = {
  chicago: chicagoNote,
  apa: apaReference,
  iso690: iso690Reference,
};

/** One citation as text. */
export function formatCitation(item: CslItem, style: CitationStyle, options: CiteOptions = {}): string {
  return STYLES[style](item, options);
}

/** All citations as a file that reference managers read. Throws EXPORT_FORMAT for another format. */
export function writeCitations(items: readonly CslItem[], format: string): string {
  if (format === 'csl') return `${JSON.stringify(items, null, 2)}\n`;
  if (format === 'bibtex') return toBibtex(items);
  if (format === 'ris') return toRis(items);
  throw new ChanceryError('EXPORT_FORMAT', `no citation format "${format}"`, {
    expected: 'csl, bibtex or ris',
    found: format,
    hint: 'chancery sources --format csl',
  });
}
