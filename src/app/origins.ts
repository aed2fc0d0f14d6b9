import type { Block, Carrier, CslItem, Document, Event, Note, Origin, SourceRef, Span } from '../model/index.ts';
import { readInflection } from '../resolve/actor/inflection.ts';
import { noteReach, type Reach } from '../resolve/note/index.ts';
import {
  type CitedNote,
  carrierOfCitation,
  findDateline,
  mayBeDateline,
  type OriginTools,
  OutletRegistry,
  originOf,
  pageCarrier,
  parseSourceCues,
} from '../resolve/source/index.ts';
import { listData, readData } from './data-folder.ts';

let tools: OriginTools | undefined;

/** The outlets and the words that name sources, of all languages at once: a page quotes across languages. */
function originTools(): OriginTools {
  if (tools) return tools;
  const languages = listData('words').filter((language) => listData(`words/${language}`).includes('sources.tsv'));
  const word = (language: string, name: string): string => readData(`words/${language}/${name}.tsv`);
  tools = {
    registry: new OutletRegistry({
      outlets: readData('sources/outlets.tsv'),
      forms: new Map(languages.map((one) => [one, readInflection(word(one, 'inflection'), one)])),
    }),
    cues: parseSourceCues(
      languages.map((one) => ({ file: `data/words/${one}/sources.tsv`, text: word(one, 'sources') })),
    ),
  };
  return tools;
}

/** Who published a cited work. */
export function publisherOf(citation: CslItem): Carrier {
  return carrierOfCitation(citation, originTools().registry);
}

/** Gives every event its origin, and a quotation the note that introduces it. */
export function withOrigins(document: Document, sentences: readonly Span[], events: readonly Event[]): Event[] {
  if (events.length === 0) return [];
  const reach = noteReach(document);
  const page = pageOf(document);
  const after = followers(document, sentences);
  return events.map((event) => {
    const found = reach(event.evidence);
    const source = event.source ?? introduced(found);
    const origin = originIn(event, source, { found, page, after: after.get(event.evidence.start) });
    return placed(event, source, origin);
  });
}

/** A copy field by field: spread, every event would get a hidden class of its own, which is slow to make and to read. */
function placed(event: Event, source: SourceRef | null, origin: Origin | undefined): Event {
  const copy: { -readonly [name in keyof Event]: Event[name] } = {
    id: event.id,
    record: event.record,
    document: event.document,
    type: event.type,
    mode: event.mode,
    contexts: event.contexts,
    cameo: event.cameo,
    quad: event.quad,
    score: event.score,
    actor: event.actor,
    recipient: event.recipient,
    stance: event.stance,
    attribution: event.attribution,
    when: event.when,
    where: event.where,
    source,
    trigger: event.trigger,
    evidence: event.evidence,
    confidence: event.confidence,
    explanation: event.explanation,
    coder: event.coder,
    codebook: event.codebook,
  };
  if (origin !== undefined) copy.origin = origin;
  return copy;
}

/**
 * Makes a dateline a line of its own, so that "ANKARA (AA) -" is nobody's act: a byline block before the rest of the
 * paragraph. The text and all places in it stay.
 */
export function withDatelines(document: Document): Document {
  const { text, blocks } = document;
  const of = ({ start, end }: Span): string => text.slice(start, end);
  if (!blocks.some((block) => block.kind === 'paragraph' && mayBeDateline(of(block)))) return document;
  const { registry } = originTools();
  const split = blocks.flatMap((block): Block[] => {
    const found = block.kind === 'paragraph' ? findDateline(of(block), registry) : undefined;
    if (!found) return [block];
    const end = block.start + found.end;
    const gap = /^\s*/.exec(text.slice(end, block.end))![0].length;
    if (end + gap >= block.end) return [block];
    return [
      { kind: 'byline', start: block.start, end },
      { ...block, start: end + gap },
    ];
  });
  return { ...document, blocks: split };
}

interface Surroundings {
  readonly found: Reach;
  readonly page: Carrier | undefined;
  readonly after: string | undefined;
}

function originIn(
  { evidence, attribution }: Event,
  source: SourceRef | null,
  { found, page, after }: Surroundings,
): Origin | undefined {
  const note =
    source?.note !== undefined && source.citation ? { mark: source.note, citation: source.citation } : undefined;
  return originOf(
    {
      sentence: evidence.quote,
      after,
      speaker: attribution?.speaker,
      note,
      nextNote: source ? undefined : cited(found.next),
      page,
    },
    originTools(),
  );
}

function cited(note: Note | undefined): CitedNote | undefined {
  return note?.citation && { mark: note.mark, citation: note.citation };
}

function introduced({ introducing }: Reach): SourceRef | null {
  if (!introducing) return null;
  const { mark, chain, citation } = introducing;
  return { note: mark, ...(chain && { chain }), ...(citation && { citation }) };
}

/** "Source: Xinhua", "(Reporting by Reuters)": longer last paragraphs are text. */
const CLOSING = 40;

/** Who brings the page: a wire in the byline, the dateline or the closing line, else the publisher. */
function pageOf({ text, blocks, authors, publisher, url }: Document): Carrier | undefined {
  const { registry } = originTools();
  const of = (span: Span): string => text.slice(span.start, span.end);
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const last = paragraphs.length > 1 ? paragraphs.at(-1) : undefined;
  const closing = last && last.end - last.start <= CLOSING ? [last] : [];
  const bylines = blocks.filter((block) => block.kind === 'byline');
  const dateline = bylines.map((block) => findDateline(of(block), registry)).find((one) => one !== undefined);
  return pageCarrier(
    {
      bylines: [...authors, ...[...bylines, ...closing].map(of).filter((line) => line !== dateline?.text)],
      dateline,
      publisher,
      url,
    },
    registry,
  );
}

/** The sentence behind each sentence of one block, by the place where the first begins. */
function followers({ text, blocks }: Document, sentences: readonly Span[]): ReadonlyMap<number, string> {
  const starts = new Set(blocks.map((block) => block.start));
  const pairs = sentences.flatMap((sentence, i): [number, string][] => {
    const next = sentences[i + 1];
    return next && !starts.has(next.start) ? [[sentence.start, text.slice(next.start, next.end)]] : [];
  });
  return new Map(pairs);
}
