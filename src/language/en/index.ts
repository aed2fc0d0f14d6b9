import { createLanguage } from '../engine/create.ts';
import type { LanguageEntry } from '../language.ts';
import { grammar } from './grammar.ts';
import { createSegmentation } from './segmentation.ts';

export const english: LanguageEntry = {
  code: 'en',
  name: 'English',
  files: { model: 'models/en.bin', abbreviations: 'words/en/abbreviations.tsv', closed: 'words/en/closed.tsv' },
  create: ({ abbreviations, ...learned }) => createLanguage(grammar, createSegmentation({ abbreviations }), learned),
};
