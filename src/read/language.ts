import { foldText } from '../model/fold.ts';
import type { ReadWords } from './words.ts';

export interface LanguageQuery {
  /** Body text; the first few thousand characters are enough. */
  readonly text: string;
  readonly hint?: string | undefined;
  /** Languages that may be answered for a text too short to be sure. */
  readonly candidates: readonly string[];
  readonly words: ReadWords;
}

const SAMPLE = 4000;
/** Below this many letters a statistical answer among sixty languages is a lottery. */
const SHORT = 120;

/**
 * The language of a text. Plain cases are settled by the most frequent words, in well under a millisecond; the
 * detector (60 languages, three quarters of a second to load) is asked only where they do not agree. A text that
 * is clearly in another language is reported as such: the coder must not read Ukrainian as Russian.
 */
export async function languageOf(query: LanguageQuery): Promise<string | undefined> {
  const sample = query.text.slice(0, SAMPLE);
  const letters = sample.replace(/[^\p{L}]+/gu, '').length;
  const hint = query.hint?.split(/[-_]/)[0]?.toLowerCase();
  if (letters === 0) return hint;
  const common = byCommonWords(sample, query.words, letters < SHORT);
  if (common !== undefined) return common;
  if (letters < 20 && hint !== undefined) return hint;
  const far = farLetters(sample);
  const { default: eld } = await import('eld/large');
  const result = eld.detect(sample);
  if (far && query.candidates.includes(result.language)) return undefined;
  if (letters >= SHORT && result.language !== '') return result.language;
  const scores = result.getScores();
  const known = [...query.candidates].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (a < b ? -1 : 1));
  if (hint !== undefined && query.candidates.includes(hint)) return hint;
  return known[0] !== undefined && (scores[known[0]] ?? 0) > 0 ? known[0] : hint;
}

/** Share of words that are among a language's most frequent ones; undefined unless one is plainly ahead. */
export function byCommonWords(sample: string, words: ReadWords, short: boolean): string | undefined {
  const tokens = foldText(sample).match(/[\p{L}']+/gu) ?? [];
  if (tokens.length < 3) return undefined;
  if (foreignLetters(sample)) return undefined;
  const shares = [...words.common].map(([language, set]) => {
    let hits = 0;
    for (const token of tokens) if (set.has(token)) hits++;
    return { language, share: hits / tokens.length };
  });
  shares.sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  // A short text gets one of these languages anyway: a single word that only one of them has will do.
  const least = short ? 0.05 : 0.12;
  if (!first || first.share < least || first.share < (second?.share ?? 0) * 4) return undefined;
  return first.language;
}

/** Letters that near neighbours have: Ukrainian, Belarusian, Serbian, Kazakh; Azerbaijani, Turkmen. */
const NEIGHBOURS = /[іїєґўђјљњћџәғқңұһөүəäňý]/giu;

/** So many of them that it is a neighbour's text, though the words may be shared. One in a name does no harm. */
function foreignLetters(sample: string): boolean {
  const count = sample.match(NEIGHBOURS)?.length ?? 0;
  // Bulgarian has one in sixty letters, Russian one in three thousand.
  const hard = sample.match(/ъ/giu)?.length ?? 0;
  return count > sample.length / 250 || hard > sample.length / 150;
}

/** So many of them that no quotation explains it: Kazakh and Turkmen, which the detector does not know, are neither Russian nor Turkish. */
export function farLetters(sample: string): boolean {
  return (sample.match(NEIGHBOURS)?.length ?? 0) > sample.length / 40;
}
