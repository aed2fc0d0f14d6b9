import { createLanguage } from '../engine/create.ts';
import type { LanguageEntry } from '../language.ts';
import { grammar } from './grammar.ts';
import { createSegmentation } from './segmentation.ts';

export const turkish: LanguageEntry = {
  code: 'tr',
  name: 'Turkish',
  files: { model: 'models/tr.bin', abbreviations: 'words/tr/abbreviations.tsv', closed: 'words/tr/closed.tsv' },
  create: ({ abbreviations, ...learned }) => createLanguage(grammar, createSegmentation({ abbreviations }), learned),
};
