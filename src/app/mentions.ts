import type { Document, LockedRange, Mention, RawToken, Sentence } from '../model/index.ts';
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

export function mentionsIn({ document, sentences, language }: MentionQuery): Mention[][] {
  const gazetteer = gazetteerOf(language);
  return sentences.map((sentence) =>
    gazetteer.find(sentence.tokens).flatMap((match): Mention[] => {
      const entry = match.entries.find((one) => ['state', 'person', 'organisation', 'group', 'body'].includes(one.type));
      if (!entry) return [];
      const unit = gazetteer.register.unit(entry.id);
      if (!unit) return [];
      let head = match.last;
      for (let i = match.first; i <= match.last; i++) { const h = sentence.tokens[i]!.head; if (h < match.first || h > match.last) { head = i; break; } }
      return [{ start: match.start, end: match.end, text: document.text.slice(match.start, match.end), sentence: sentence.index, first: match.first, last: match.last, head, kind: 'name', actors: [{ id: entry.id, code: unit.code, name: entry.form }], why: `${entry.file}:${entry.line}` }];
    }),
  );
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
