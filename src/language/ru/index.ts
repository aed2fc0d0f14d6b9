import { createLanguage } from '../engine/create.ts';
import { Dictionary } from '../engine/dictionary.ts';
import type { LanguageEntry } from '../language.ts';
import { russianGrammar } from './grammar.ts';
import { createSegmentation } from './segmentation.ts';

export const russian: LanguageEntry = {
  code: 'ru',
  name: 'Russian',
  files: {
    model: 'models/ru.bin',
    abbreviations: 'words/ru/abbreviations.tsv',
    closed: 'words/ru/closed.tsv',
    dictionary: 'models/ru.dictionary.bin',
  },
  create: ({ abbreviations, dictionary, ...learned }) => {
    const grammar = russianGrammar(new Dictionary(dictionary ?? new Uint8Array()));
    return createLanguage(grammar, createSegmentation({ abbreviations }), learned);
  },
};
