import { byWord } from '../../codebook/index.ts';
import { parseTsv } from '../../model/index.ts';

/**
 * Words that introduce speech, by kind (data/words/<lang>/cues.tsv): clause, speech, infinitive, object, noun,
 * according, document … A verb and its adposition are one entry with a space, a verb of two words one with "_".
 */
export interface CueWords {
  has(kind: string, word: string): boolean;
  words(kind: string): ReadonlySet<string>;
  /** The lemma of a form that taggers get wrong (kind "lemma": form and lemma). */
  lemma?(form: string): string | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** For a language without a table: nothing introduces speech but quotation marks. */
export const NO_CUES: CueWords = { has: () => false, words: () => NONE };

/** Lines of `kind`, `words` (separated by "|"); the lines of one kind add up. */
export function parseCueWords(text: string, file: string, fold: (word: string) => string): CueWords {
  const kinds = new Map<string, Set<string>>();
  for (const { fields } of parseTsv(text, file, ['kind', 'words'])) {
    const kind = fields['kind']!;
    const words = kinds.get(kind) ?? new Set<string>();
    for (const word of fields['words']!.split('|')) words.add(fold(word));
    kinds.set(kind, words);
  }
  const pairs = [...(kinds.get('lemma') ?? NONE)].map((pair): [string, string] => {
    const [form = '', lemma = ''] = pair.split(' ');
    return [form, lemma];
  });
  const lemmas = new Map(pairs);
  const kindsOf = byWord(kinds);
  return {
    has: (kind, word) => kindsOf.get(word)?.has(kind) ?? false,
    words: (kind) => kinds.get(kind) ?? NONE,
    lemma: (form) => lemmas.get(form),
  };
}
