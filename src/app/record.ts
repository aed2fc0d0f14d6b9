import type { Codebook, TypeEntry } from '../codebook/index.ts';
import type { Document, Event } from '../model/index.ts';
import type { Archive } from '../store/store.ts';
import type { CodebookView, Explanation, RecordDoor } from './app.ts';
import { citeEvent } from './cite.ts';
import { withClaims } from './claims.ts';

interface Shown extends Pick<Codebook, 'name' | 'version' | 'contexts'> {
  readonly types: ReadonlyMap<string, Pick<TypeEntry, 'quad' | 'score' | 'definition' | 'example' | 'modes'>>;
}

/** The record door over a store. */
export function openRecord(store: Archive, codebook: Shown): RecordDoor {
  const view = viewOf(codebook);
  return {
    documents: (query) => store.documents(query),
    document: (id) => store.document(id),
    events: (query) => store.events(query),
    event: (id) => store.event(id),
    search: (query) => store.search(query),
    tally: (by) => store.tally(by),
    codebook: () => view,
    explain: (id) => explain(store, id),
    cite: (id, query) => citeEvent(store, id, query),
  };
}

function explain(store: Archive, id: string): Explanation | undefined {
  const event = store.event(id);
  const document = event && store.document(event.document.id)?.document;
  if (!event || !document) return undefined;
  const claims = withClaims(store, [event])[0]?.claims ?? [];
  return { event, passage: passageOf(document, event), judgements: store.judgements(id), claims };
}

/** The block around the evidence; the evidence itself where blocks do not hold it or an older reading had other places. */
function passageOf({ text, blocks }: Document, { evidence }: Event): Explanation['passage'] {
  const { start, end, quote } = evidence;
  const block = blocks.find((each) => each.start <= start && end <= each.end);
  if (!block || text.slice(start, end) !== quote) return { start, end, text: quote };
  return { start: block.start, end: block.end, text: text.slice(block.start, block.end) };
}

function viewOf({ name, version, types, contexts }: Shown): CodebookView {
  return {
    name,
    version,
    types: [...types].map(([code, { quad, score, definition, example, modes }]) => ({
      code,
      quad,
      score,
      definition,
      example,
      modes: Object.entries(modes).map(([mode, entry]) => ({
        code: mode,
        definition: entry.definition,
        score: entry.score,
      })),
    })),
    contexts: [...contexts].map(([code, definition]) => ({ code, definition })),
  };
}
