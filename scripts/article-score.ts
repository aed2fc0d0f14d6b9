import { readFileSync } from 'node:fs';
import { openWorkbench } from '../src/app/workbench.ts';
import type { Event, Participant } from '../src/model/index.ts';

export interface Row {
  readonly anchor: string;
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly event?: readonly string[];
  readonly mode?: readonly string[];
  readonly note?: string;
  readonly alternatives?: readonly { readonly actor: readonly string[]; readonly recipient: readonly string[] }[];
}

export interface Expected {
  readonly must: readonly Row[];
  readonly may: readonly Row[];
  readonly quotes?: readonly { readonly anchor: string; readonly speaker: string }[];
}

export interface ArticleScore {
  readonly line: string;
  readonly found: readonly { readonly row: Row; readonly event: Event | undefined }[];
  readonly falsePositives: readonly Event[];
  readonly quotes: readonly { readonly anchor: string; readonly right: boolean }[];
}

/** What of an event is compared with a row. */
export type Rated = Pick<Event, 'type' | 'mode'> & {
  readonly actor: readonly Pick<Participant, 'code'>[];
  readonly recipient: readonly Pick<Participant, 'code'>[];
  readonly evidence: Pick<Event['evidence'], 'quote'>;
};

const codes = (list: readonly Pick<Participant, 'code'>[]): string =>
  [...new Set(list.map((one) => one.code))].sort().join(' ');
const wanted = (list: readonly string[]): string => [...new Set(list)].sort().join(' ');

function sameParties(row: Row, event: Rated): boolean {
  const pairs = [...(row.actor ? [{ actor: row.actor, recipient: row.recipient }] : []), ...(row.alternatives ?? [])];
  if (pairs.length === 0) return true;
  return pairs.some(
    ({ actor, recipient }) =>
      codes(event.actor) === wanted(actor) && (recipient === undefined || codes(event.recipient) === wanted(recipient)),
  );
}

export function matches(row: Row, event: Rated): boolean {
  if (!event.evidence.quote.includes(row.anchor)) return false;
  if (row.event && !row.event.includes(event.type)) return false;
  if (row.mode && !row.mode.includes(event.mode ?? '')) return false;
  if (sameParties(row, event)) return true;
  // "actor X, recipient Y is as good": either side of a meeting
  const all = wanted([...event.actor, ...event.recipient].map((one) => one.code));
  return row.note?.includes('as good') === true && all === wanted([...(row.actor ?? []), ...(row.recipient ?? [])]);
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '-');

/** The record writes speakers in English; a text in another language gives its own form of the same id. */
function isNamed(speaker: { readonly id: string; readonly name: string } | undefined, wanted: string): boolean {
  return speaker !== undefined && (speaker.name === wanted || speaker.id === slug(wanted));
}

/** Scores one article against its hand-made record, as the record's own `about` says. */
export async function scoreArticle(name: string, source: string, expectedFile: string): Promise<ArticleScore> {
  const workbench = openWorkbench();
  const expected = JSON.parse(readFileSync(expectedFile, 'utf8')) as Expected;
  const { document } = await workbench.read({ kind: 'file', name: source });
  const { events, statements } = workbench.code(document);
  const found = expected.must.map((row) => ({ row, event: events.find((event) => matches(row, event)) }));
  const known = [...expected.must, ...expected.may];
  const falsePositives = events.filter((event) => !known.some((row) => matches(row, event)));
  const quotes = (expected.quotes ?? []).map(({ anchor, speaker }) => ({
    anchor,
    right: statements.some(
      (one) => isNamed(one.speaker, speaker) && one.content.some((span) => span.text.includes(anchor.slice(0, 30))),
    ),
  }));
  const hits = found.filter((one) => one.event).length;
  const right = quotes.filter((one) => one.right).length;
  const line = `${name}: ${hits} of ${expected.must.length} must events, ${falsePositives.length} false positives, ${right} of ${quotes.length} quotations with their speaker`;
  return { line, found, falsePositives, quotes };
}
