import { useSyncExternalStore } from 'react';

/** The part of the address after `#`: `/doc/<id>?e=<event>` is path ['doc', id] with query e. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `undefined` and empty values are left out. */
export function hashOf(path: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given).toString();
  // The colon of `sha256:` may stand in a fragment; kept, the link stays readable.
  const parts = path.map((part) => encodeURIComponent(part).replaceAll('%3A', ':'));
  return `#/${parts.join('/')}${search && `?${search}`}`;
}

export function documentHash(document: string, event?: string): string {
  return hashOf(['doc', document], { e: event });
}

/** Changes the address without a new step in the history. */
export function replaceHash(hash: string): void {
  if (hash === location.hash) return;
  history.replaceState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
