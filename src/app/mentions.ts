import type { Document, LockedRange, Mention, RawToken, Sentence } from '../model/index.ts';
import { resolveMentions, type WhoAnswer, who } from '../resolve/actor/index.ts';
import { gazetteerOf } from './actors.ts';
import { languageCodes, languageOf } from './language-shelf.ts';
import type { OwnDictionary } from './own-dictionary.ts';

export interface MentionQuery {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly language: string;
  readonly on: string | undefined;
  readonly own?: OwnDictionary | undefined;
}

/** Names the dictionary knows, for the tagger. */
export function lockedNames(
  language: string,
  tokens: readonly RawToken[],
  own?: OwnDictionary,
): readonly LockedRange[] {
  return gazetteerOf(language, own).locked(tokens);
}

/** Who is spoken of, sentence by sentence. */
export function mentionsIn({ document, sentences, language, on, own }: MentionQuery): Mention[][] {
  return resolveMentions({
    text: document.text,
    sentences,
    gazetteer: gazetteerOf(language, own),
    ...(on === undefined ? {} : { on }),
  });
}

export interface WhoQuery {
  readonly phrase: string;
  readonly on?: string | undefined;
  readonly context?: string | undefined;
  readonly language?: string | undefined;
}

/** Which actor a bare phrase names on a date. Without a language, Cyrillic letters and the dictionary decide: the first that knows it answers. */
export function whoIs({ phrase, on, context, language }: WhoQuery, own?: OwnDictionary): WhoAnswer {
  const request = { phrase, ...(on ? { on } : {}), ...(context ? { context } : {}) };
  const codes = language === undefined ? languageCodes() : [language];
  let first: WhoAnswer | undefined;
  for (const code of codes) {
    const answer = who(request, gazetteerOf(code, own), languageOf(code));
    if (answer.code !== null) return answer;
    first ??= answer;
  }
  return first!;
}
