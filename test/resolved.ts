import { readFileSync } from 'node:fs';
import { gazetteerOf } from '../src/app/actors.ts';
import { createSegmentation as english } from '../src/language/en/segmentation.ts';
import { createSegmentation as russian } from '../src/language/ru/segmentation.ts';
import { createSegmentation as turkish } from '../src/language/tr/segmentation.ts';
import type { Mention } from '../src/model/index.ts';
import { resolveMentions, toSentence } from '../src/resolve/actor/index.ts';

const makers = { en: english, ru: russian, tr: turkish };
export type Code = keyof typeof makers;

const splitter = (code: Code) =>
  makers[code]({ abbreviations: readFileSync(`data/words/${code}/abbreviations.tsv`, 'utf8') });
export const splitters = { en: splitter('en'), ru: splitter('ru'), tr: splitter('tr') };

/** Mentions by the dictionaries alone, without tags or trees. `on`: ISO date of the text. */
export function mentionsOf(code: Code, text: string, on: string): Mention[] {
  const language = splitters[code];
  const spans = language.sentences(text, 0, text.length);
  const sentences = spans.map(({ start, end }, index) => toSentence(text, start, end, { index, language }));
  return resolveMentions({ text, sentences, gazetteer: gazetteerOf(code), on }).flat();
}
