import type { CslItem } from '../../model/index.ts';
import { apaInText, apaReference } from './apa.ts';
import { chicagoNote } from './chicago.ts';
import { iso690Reference } from './iso690.ts';
import type { CitationStyle } from './style.ts';

/** The words that tie a citation to the work that it cites; see data/words/<language>/citing.tsv. */
export interface CitingWords {
  /** "note", before its number. */
  readonly note: string;
  /** "citing", between a note's page and its work. */
  readonly citing: string;
  /** "as cited in", inside the brackets of an author-date reference. */
  readonly inWords: string;
  /** "Cited in", at the head of a reference. */
  readonly citedIn: string;
}

/** Where a passage stands, and what its note leads to. */
export interface CitedPassage {
  /** The page or article that the passage was read in. */
  readonly document: CslItem;
  /** Mark of the note at the passage. */
  readonly note?: string;
  /** The work that the note stands for. */
  readonly work?: CslItem;
  /** Page in that work, as the note says. */
  readonly locator?: string;
}

/** The citation of a passage, by way of its note where it has one. Lines of one style; no line is empty. */
export function citePassage(passage: CitedPassage, style: CitationStyle, words: CitingWords): string[] {
  if (style === 'chicago') return [chicago(passage, words)];
  return style === 'apa' ? apa(passage, words) : iso690(passage, words);
}

function chicago({ document, note, work, locator }: CitedPassage, words: CitingWords): string {
  const page = chicagoNote(document);
  if (note === undefined) return page;
  const at = `${words.note} ${note}`;
  return work
    ? `${open(page)} ${at}, ${words.citing} ${chicagoNote(work, withLocator(locator))}`
    : `${open(page)} ${at}.`;
}

/** A closed note that goes on: the full stop becomes a comma, inside closing quotation marks. */
function open(note: string): string {
  return note.endsWith('.”') ? `${note.slice(0, -2)},”` : `${note.replace(/\.$/, '')},`;
}

function apa({ document, note, work, locator }: CitedPassage, words: CitingWords): string[] {
  const own = apaInText(document).slice(1, -1);
  const at = note === undefined ? own : `${own}, ${words.note} ${note}`;
  if (!work) return [`(${at})`, apaReference(document)];
  const cited = apaInText(work, withLocator(locator)).slice(1, -1);
  return [`(${cited}, ${words.inWords} ${at})`, apaReference(document), apaReference(work, withLocator(locator))];
}

function iso690({ document, note, work, locator }: CitedPassage, words: CitingWords): string[] {
  const page = iso690Reference(document);
  const at = note === undefined ? page : `${page.replace(/\.$/, '')}, ${words.note} ${note}.`;
  return work ? [iso690Reference(work, withLocator(locator)), `${words.citedIn}: ${at}`] : [at];
}

function withLocator(locator: string | undefined): { locator?: string } {
  return locator === undefined ? {} : { locator };
}
