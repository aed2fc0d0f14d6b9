import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { documentHash, replaceHash, useRoute } from './route.ts';

/** Where the reader pointed: that pane must not move under the pointer. */
type From = 'text' | 'cards' | 'elsewhere';

export interface Current {
  readonly id: string | undefined;
  /** Points at an event; after `wait` milliseconds, so that a pointer passing by moves nothing. */
  point(id: string, from: From, wait?: number): void;
  step(by: 1 | -1): void;
}

interface Panes {
  readonly document: string;
  readonly order: readonly string[];
  readonly text: RefObject<HTMLElement | null>;
  readonly cards: RefObject<HTMLElement | null>;
}

/** The event that text and cards both show: one state, so that they cannot disagree. */
export function useCurrent({ document, order, text, cards }: Panes): Current {
  const linked = useRoute().query.get('e') ?? undefined;
  const [id, setId] = useState(linked);
  // Keys may come faster than pages are drawn: a step counts from the last one, drawn or not.
  const latest = useRef(linked);
  const from = useRef<From>('elsewhere');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const point = useCallback<Current['point']>((next, origin, wait = 0) => {
    clearTimeout(timer.current);
    const go = (): void => {
      from.current = origin;
      latest.current = next;
      setId(next);
    };
    if (wait === 0) go();
    else timer.current = setTimeout(go, wait);
  }, []);
  useEffect(() => {
    if (linked !== undefined) point(linked, 'elsewhere');
  }, [linked, point]);
  useEffect(() => {
    if (id === undefined) return;
    if (from.current !== 'text') reveal(text.current, find(text.current, 'triggers', id));
    if (from.current !== 'cards') reveal(cards.current, find(cards.current, 'event', id));
  }, [id, text, cards]);
  const step = (by: 1 | -1): void => {
    const at = latest.current === undefined ? -1 : order.indexOf(latest.current);
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by];
    if (next === undefined) return;
    point(next, 'elsewhere');
    replaceHash(documentHash(document, next));
  };
  return { id, point, step };
}

function find(pane: HTMLElement | null, attribute: string, id: string): HTMLElement | null {
  return pane?.querySelector<HTMLElement>(`[data-${attribute}~="${CSS.escape(id)}"]`) ?? null;
}

const ROOM = 72;

/** Scrolls the pane, and only the pane, and only when needed; the page itself where it is one column. */
function reveal(pane: HTMLElement | null, element: HTMLElement | null): void {
  if (!pane || !element) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
  if (pane.scrollHeight <= pane.clientHeight) {
    if (getComputedStyle(pane).overflowY === 'visible') element.scrollIntoView({ block: 'nearest', behavior });
    return;
  }
  const outer = pane.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const room = Math.min(ROOM, outer.height / 6);
  const seen = inner.top >= outer.top + room && inner.bottom <= outer.bottom - room;
  // Not to the very edge: what stands around it is read as well.
  const target = inner.height > outer.height / 2 ? room : outer.height * 0.28;
  if (!seen) pane.scrollBy({ top: inner.top - outer.top - target, behavior });
}
