import { useCallback, useEffect, useState } from 'react';
import type {
  CodebookReply,
  DocumentsReply,
  DyadReply,
  ErrorReply,
  EventsReply,
  HitsReply,
  RecordReply,
  TalliesReply,
} from '../../src/api/reply.ts';

export type Participant = RecordReply['events'][number]['actor'][number];
export type Event = RecordReply['events'][number];
export type Document = RecordReply['document'];
export type Note = Document['notes'][number];
export type Citation = NonNullable<Note['citation']>;
export type Summary = DocumentsReply['items'][number];
export type Hit = HitsReply['items'][number];
export type Abstention = RecordReply['abstentions'][number];
export type { CodebookReply, DocumentsReply, DyadReply, ErrorReply, EventsReply, HitsReply, RecordReply, TalliesReply };

type Query = Readonly<Record<string, string | undefined>>;

export class ReplyError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  constructor({ code, message, hint }: ErrorReply) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** Answers of the API by address. */
export function apiPath(path: readonly string[], query: Query = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given).toString();
  return `/api/v1/${path.map(encodeURIComponent).join('/')}${search && `?${search}`}`;
}

export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const reply = await fetch(address, signal ? { signal } : {});
  const body: unknown = await reply.json();
  if (!reply.ok) throw new ReplyError(isError(body) ? body : { code: String(reply.status), message: reply.statusText });
  return body as T;
}

function isError(body: unknown): body is ErrorReply {
  return typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
}

export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly state: 'here'; readonly value: T };

/** Asks whenever the address changes; undefined asks nothing. */
export function useAsked<T>(address: string | undefined): Asked<T> {
  const [answer, setAnswer] = useState<{ address: string; asked: Asked<T> }>();
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same address again
  useEffect(() => {
    if (address === undefined) return;
    const abort = new AbortController();
    ask<T>(address, abort.signal)
      .then((value) => setAnswer({ address, asked: { state: 'here', value } }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) setAnswer({ address, asked: { state: 'failed', error, again } });
      });
    return () => abort.abort();
  }, [address, turn, again]);
  return answer && answer.address === address ? answer.asked : { state: 'loading' };
}

interface Paged<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

/** All pages of a list that were asked for so far, and a way to ask for one more. */
export function usePages<T>(
  path: string,
  query: Query,
): { asked: Asked<readonly T[]>; more: (() => void) | undefined } {
  const address = apiPath([path], query);
  const first = useAsked<Paged<T>>(address);
  const [rest, setRest] = useState<{ address: string; items: readonly T[]; next: string | undefined }>();
  if (first.state !== 'here') return { asked: first, more: undefined };
  const current = rest?.address === address ? rest : { address, items: [], next: first.value.next };
  const more = async (): Promise<void> => {
    const page = await ask<Paged<T>>(apiPath([path], { ...query, next: current.next }));
    setRest({ address, items: [...current.items, ...page.items], next: page.next });
  };
  const asked = { state: 'here', value: [...first.value.items, ...current.items] } as const;
  return { asked, more: current.next === undefined ? undefined : () => void more() };
}
