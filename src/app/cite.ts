import { type CitingWords, citePassage } from '../export/citation/index.ts';
import { ChanceryError, type CslItem, type CslName, type Document, type Event, parseTsv } from '../model/index.ts';
import type { Archive } from '../store/store.ts';
import type { CitedEvent, CiteQuery } from './app.ts';
import { readData } from './data-folder.ts';
import { languageCodes } from './language-shelf.ts';
import { publisherOf } from './origins.ts';

export { CITATION_STYLES, type CitationStyle } from '../export/citation/index.ts';

/** Verbatim quotation, speaker and citation of an event of the record; undefined when there is no such event. */
export function citeEvent(
  store: Pick<Archive, 'event' | 'document'>,
  id: string,
  options: CiteQuery,
): CitedEvent | undefined {
  const event = store.event(id);
  const document = event && store.document(event.document.id)?.document;
  return event && document ? cite(event, document, options) : undefined;
}

/** The same for an event whose document is at hand. */
export function cite(event: Event, document: Document, { style, language }: CiteQuery): CitedEvent {
  const words = wordsOf(language);
  const page = documentItem(document);
  const { source, attribution, evidence } = event;
  const note = document.notes.find((one) => one.mark === source?.note);
  const work = source?.citation;
  const passage = {
    document: page,
    ...(source?.note !== undefined && { note: source.note }),
    ...(work && { work }),
    ...(note?.locator !== undefined && { locator: note.locator }),
  };
  const citation = citePassage(passage, style, words);
  const said = attribution && `${attribution.speaker.name} (${attribution.direct ? words.quoted : words.said})`;
  return {
    event: event.id,
    style,
    quote: evidence.quote,
    ...(attribution && { speaker: attribution.speaker.name, direct: attribution.direct }),
    ...passage,
    ...(source?.chain && { chain: source.chain }),
    citation,
    text: [framed(evidence.quote) + (said ? ` — ${said}` : ''), ...citation, ...chainLine(source, words)].join('\n'),
  };
}

/** "note 6 → 5 → 4 → 3 → 1": how Ibid. and op. cit. lead to the work. */
function chainLine(source: Event['source'], { note }: Words): string[] {
  const chain = source?.chain ?? [];
  return chain.length > 1 ? [`${note} ${chain.join(' → ')}`] : [];
}

/** The quotation stays as it is; marks are put around it unless it has some of its own. */
function framed(quote: string): string {
  return /[“”„«»"]/.test(quote) ? quote : `“${quote}”`;
}

/** The document as a work: what its page says of itself. */
export function documentItem({ id, title, authors, publisher, published, url }: Document): CslItem {
  const date = published?.split('-').map(Number);
  return {
    id,
    type: publisher === undefined ? 'webpage' : 'article-newspaper',
    title: title ?? url ?? id,
    ...(authors.length > 0 && { author: authors.map(nameOf) }),
    ...(publisher !== undefined && { 'container-title': publisher, publisher }),
    ...(url !== null && { URL: url }),
    ...(date && { issued: { 'date-parts': [date] } }),
  };
}

/** "Zeki Talustan GÜLTEN": the last word is the family name; a body's name and a single word stay whole. */
function nameOf(name: string): CslName {
  const words = name.trim().split(/\s+/);
  const body = publisherOf({ id: '', type: 'document', publisher: name }).outlet !== undefined;
  if (words.length < 2 || words.length > 4 || body) return { literal: name };
  return { family: words.at(-1)!, given: words.slice(0, -1).join(' ') };
}

interface Words extends CitingWords {
  readonly quoted: string;
  readonly said: string;
}

/** The words of a language, of the first one unless it is named. Throws LANGUAGE_UNKNOWN, CITING_WORD. */
function wordsOf(asked: string | undefined): Words {
  const codes = languageCodes();
  const language = asked ?? codes[0]!;
  if (!codes.includes(language))
    throw new ChanceryError('LANGUAGE_UNKNOWN', 'no words of this language', {
      expected: codes.join(', '),
      found: language,
    });
  const file = `words/${language}/citing.tsv`;
  const cells = new Map(
    parseTsv(readData(file), `data/${file}`, ['key', 'words']).map(({ fields }) => [fields['key'], fields['words']!]),
  );
  const word = (key: string): string => {
    const found = cells.get(key);
    if (found === undefined) throw new ChanceryError('CITING_WORD', `no words for "${key}"`, { at: `data/${file}` });
    return found;
  };
  return {
    note: word('note'),
    citing: word('citing'),
    inWords: word('in-words'),
    citedIn: word('cited-in'),
    quoted: word('quoted'),
    said: word('said'),
  };
}
