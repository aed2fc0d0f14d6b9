import { createHash } from 'node:crypto';
import { ChanceryError } from '../model/error.ts';
import type { Document } from '../model/index.ts';
import { decode } from './charset.ts';
import { compose } from './compose.ts';
import type { Draft } from './draft.ts';
import { languageOf } from './language.ts';
import { readPlain } from './plain/plain.ts';
import { assertText, formatOf } from './sniff.ts';
import { canonical } from './whitespace.ts';
import type { ReadWords } from './words.ts';

export interface ReadInput {
  readonly bytes: Uint8Array;
  /** File name or other name for error messages; its extension is a hint. */
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
  readonly words: ReadWords;
  /** Languages that may be answered for a very short text; by default those with word tables. */
  readonly languages?: readonly string[];
  /** Default 20 MB. */
  readonly maxBytes?: number;
}

export const MAX_BYTES = 20_000_000;

/**
 * Bytes of a page or text to a Document. Depends on nothing but its input. Throws READ_EMPTY, READ_BINARY,
 * READ_TOO_LARGE, READ_CHARSET, READ_TOO_DEEP.
 */
export async function readBytes(input: ReadInput): Promise<Document> {
  const { bytes, words } = input;
  const at = input.name ?? input.url ?? 'input';
  const limit = input.maxBytes ?? MAX_BYTES;
  if (bytes.byteLength > limit) {
    throw new ChanceryError('READ_TOO_LARGE', 'the document is too large', {
      at,
      expected: `at most ${limit} bytes`,
      found: `${bytes.byteLength}`,
      hint: 'Split it into articles',
    });
  }
  assertText(bytes, at);
  const decoded = await decode(bytes, input.contentType);
  const text = canonical(decoded.text);
  const draft = await draftOf(text, input);
  const body = draft.blocks.filter((block) => block.kind !== 'title');
  const sample = (body.length > 0 ? body : draft.blocks).map((block) => block.text).join('\n');
  if (sample === '' && draft.notes.length === 0) {
    throw new ChanceryError('READ_EMPTY', 'no text is left once navigation and buttons are taken out', { at });
  }
  const candidates = input.languages ?? words.files.map((file) => file.language);
  const language = await languageOf({ text: sample, hint: draft.languageHint, candidates, words });
  const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const replaced =
    decoded.replaced > 0
      ? [{ reason: `bytes that are no ${decoded.charset}, shown as U+FFFD`, text: String(decoded.replaced) }]
      : [];
  return compose(
    { ...draft, removed: [...draft.removed, ...replaced] },
    { id, language, url: input.url ?? draft.url ?? null },
  );
}

async function draftOf(text: string, input: ReadInput): Promise<Draft> {
  if (formatOf(text, input) === 'plain') return readPlain(text, input.words);
  const { readHtml } = await import('./html/html.ts');
  return readHtml(text, { words: input.words, url: input.url });
}
