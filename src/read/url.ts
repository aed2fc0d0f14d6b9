import type { Document } from '../model/index.ts';
import { type Fetched, type FetchOptions, fetchUrl } from './fetch.ts';
import { type Limits, readGuarded } from './guarded.ts';
import type { ReadWords } from './words.ts';

export interface UrlOptions extends FetchOptions {
  readonly words: ReadWords;
  readonly languages?: readonly string[];
  readonly limits?: Limits;
}

/** A page from the public web, with the bytes it came as. Throws what fetchUrl and readGuarded throw. */
export async function readUrl(url: string, options: UrlOptions): Promise<Fetched & { document: Document }> {
  const fetched = await fetchUrl(url, options);
  const { words, languages, limits } = options;
  const input = { bytes: fetched.bytes, url: fetched.url, contentType: fetched.contentType, words };
  return { ...fetched, document: await readGuarded(languages ? { ...input, languages } : input, limits) };
}
