import { byCommonWords, farLetters } from './language.ts';
import type { ReadWords } from './words.ts';

export interface OtherLanguageQuery {
  readonly text: string;
  /** The language that somebody says the text is in. */
  readonly language: string;
  readonly words: ReadWords;
}

/** ISO 639-2: a language, but none that can be named. */
const UNDETERMINED = 'und';
const SAMPLE = 4000;
/** From here on the detector was right about every sentence of the English, Russian and Turkish treebanks. */
const ENOUGH = 80;
/** Fewer letters say nothing at all. */
const LEAST = 20;
/** A short text is called another language only where the letters themselves are others. */
const UNLIKE = 0.3;
/** A long one also where the detector is not sure which, but sure that not this one. */
const UNLIKELY = 0.6;

/**
 * The language a text is in where it is surely not the one that was said; `und` where it cannot be named; undefined
 * where it is that language, or may be. A wrong alarm costs a whole document, so doubt is silence. Plain cases are
 * settled without loading the detector.
 */
export async function otherLanguage({ text, language, words }: OtherLanguageQuery): Promise<string | undefined> {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.replace(/[^\p{L}]+/gu, '').length;
  if (letters < LEAST) return undefined;
  if (farLetters(sample)) {
    const { found } = await detect(sample, language);
    // The detector takes Kazakh for Russian and Turkmen for Turkish: their letters say otherwise.
    return found === undefined || words.common.has(found) ? UNDETERMINED : found;
  }
  if (byCommonWords(sample, words, false) === language) return undefined;
  const { found, reliable, likeness } = await detect(sample, language);
  if (found === undefined) return undefined;
  const sure = letters < ENOUGH ? likeness < UNLIKE : reliable || likeness < UNLIKELY;
  return sure ? found : undefined;
}

interface Detected {
  /** Undefined where the detector agrees or has no answer. */
  readonly found: string | undefined;
  readonly reliable: boolean;
  /** Score of the language that was said beside that of the one found. */
  readonly likeness: number;
}

async function detect(sample: string, language: string): Promise<Detected> {
  const { default: eld } = await import('eld/large');
  const result = eld.detect(sample);
  const scores = result.getScores();
  const best = scores[result.language] ?? 0;
  return {
    found: result.language === '' || result.language === language ? undefined : result.language,
    reliable: result.isReliable(),
    likeness: best === 0 ? 1 : (scores[language] ?? 0) / best,
  };
}
