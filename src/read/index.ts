export { type ReadInput, readBytes } from './bytes.ts';
export { parseReadWords, type ReadWords, type WordFile } from './words.ts';
