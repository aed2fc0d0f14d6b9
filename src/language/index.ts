import { english } from './en/index.ts';
import type { LanguageEntry } from './language.ts';
import { russian } from './ru/index.ts';
import { turkish } from './tr/index.ts';

export { annotateConllu, textToConllu } from './annotate.ts';
export type { Language, LanguageContent, LanguageEntry, LanguageFiles } from './language.ts';

/** Every language, listed by hand. A new one is a folder, its data and a line here. */
export const languages: readonly LanguageEntry[] = [english, russian, turkish];
