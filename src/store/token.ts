import { ChanceryError } from '../model/index.ts';

type Key = readonly (string | number)[];

/**
 * A page ends at a key and the next begins after it (keyset paging), so that a page is never shifted by what was
 * added meanwhile. The token is that key, opaque to callers.
 */
export function toToken(key: Key): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** `shape` names the type of each part of the key. */
export function fromToken(token: string, shape: readonly ('string' | 'number')[]): Key {
  const key = parse(token);
  const fits = Array.isArray(key) && key.length === shape.length && shape.every((type, i) => typeof key[i] === type);
  if (fits) return key;
  throw new ChanceryError('STORE_QUERY', 'this page token was not made by this list', {
    found: token.slice(0, 40),
    hint: 'Take `next` from the page before, with the same filters.',
  });
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const USUAL = 50;
const MOST = 1_000;

export function pageSize(limit: number | undefined): number {
  if (limit === undefined) return USUAL;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new ChanceryError('STORE_QUERY', 'a page has 1 to 1,000 rows', { found: String(limit) });
}
