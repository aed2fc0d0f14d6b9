import type { Language } from '../language/language.ts';
import type { BlockKind, Document, LockedRange, RawToken, Sentence } from '../model/index.ts';

/** Finds names in a sentence before tagging, so that the tagger keeps them whole. */
export type FindNames = (tokens: readonly RawToken[]) => readonly LockedRange[];

/** Blocks that are no sentences of the author: references and author lines. */
const SKIPPED: readonly BlockKind[] = ['note', 'byline'];

/** Cuts every readable block into sentences and analyses them, in the order of the text. */
export function parseDocument(document: Document, language: Language, findNames: FindNames = () => []): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [block, { kind, start, end }] of document.blocks.entries()) {
    if (SKIPPED.includes(kind)) continue;
    for (const span of language.sentences(document.text, start, end)) {
      const raw = language.tokenise(document.text, span.start, span.end);
      if (raw.length === 0) continue;
      const tokens = language.analyse(raw, findNames(raw));
      sentences.push({ index: sentences.length, block, start: span.start, end: span.end, tokens });
    }
  }
  return sentences;
}
