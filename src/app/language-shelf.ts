import { type Language, languages } from '../language/index.ts';
import { ChanceryError } from '../model/index.ts';
import { readData, readDataBytes } from './data-folder.ts';

const loaded = new Map<string, Language>();

/** Codes of the languages that can be analysed. */
export function languageCodes(): string[] {
  return languages.map((entry) => entry.code);
}

/** A language by its code, loaded at first use. LANGUAGE_UNKNOWN names those there are. */
export function languageOf(code: string | undefined): Language {
  const known = code === undefined ? undefined : loaded.get(code);
  if (known) return known;
  const entry = languages.find((one) => one.code === code);
  if (!entry) {
    throw new ChanceryError(
      'LANGUAGE_UNKNOWN',
      code === undefined ? 'the language of the text is not clear' : `"${code}" is no language Chancery reads`,
      {
        expected: languageCodes().join(', '),
        ...(code === undefined ? {} : { found: code }),
        hint: 'Say it with --language if you know better',
      },
    );
  }
  const language = entry.create({
    model: readDataBytes(entry.files.model),
    abbreviations: readData(entry.files.abbreviations),
    closed: readData(entry.files.closed),
    ...(entry.files.dictionary === undefined ? {} : { dictionary: readDataBytes(entry.files.dictionary) }),
  });
  loaded.set(entry.code, language);
  return language;
}
