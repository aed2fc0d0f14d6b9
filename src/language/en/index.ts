import { withClosed } from '../engine/closed-words.ts';
import { createLanguage } from '../engine/create.ts';
import type { LanguageEntry } from '../language.ts';
import { grammar } from './grammar.ts';
import { createSegmentation } from './segmentation.ts';
import { limitByForm } from './verb-form.ts';

export const english: LanguageEntry = {
  code: 'en',
  name: 'English',
  files: { model: 'models/en.bin', abbreviations: 'words/en/abbreviations.tsv', closed: 'words/en/closed.tsv' },
  create: ({ model, abbreviations, closed }) => {
    const whole = withClosed({ ...grammar, limitTags: limitByForm }, closed, 'words/en/closed.tsv');
    return createLanguage(whole, createSegmentation({ abbreviations }), model);
  },
};
