import type { Document, LockedRange, Mention, RawToken, Sentence } from '../model/index.ts';
import { resolveMentions } from '../resolve/actor/resolve.ts';
import { gazetteerOf } from './actors.ts';

export interface MentionQuery {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly language: string;
  readonly on: string | undefined;
}

/** Names the dictionary knows, for the tagger. */
export function lockedNames(language: string, tokens: readonly RawToken[]): readonly LockedRange[] {
  return gazetteerOf(language).locked(tokens);
}

/** Who is spoken of, sentence by sentence. */
export function mentionsIn({ document, sentences, language, on }: MentionQuery): Mention[][] {
  return resolveMentions({ text: document.text, sentences, gazetteer: gazetteerOf(language), ...(on === undefined ? {} : { on }) });
}

export interface WhoQuery {
  readonly phrase: string;
  readonly on?: string | undefined;
  readonly context?: string | undefined;
  readonly language?: string | undefined;
}

export interface WhoAnswer {
  readonly code: string | null;
  readonly why: string;
}

export function whoIs(_query: WhoQuery): WhoAnswer {
  return { code: null, why: 'not yet' };
}
