export { type ReadInput, readBytes } from './bytes.ts';
export { type Fetched, type FetchOptions, fetchUrl } from './fetch.ts';
export { type Limits, readGuarded } from './guarded.ts';
export { readUrl, type UrlOptions } from './url.ts';
export { parseReadWords, type ReadWords, type WordFile } from './words.ts';
