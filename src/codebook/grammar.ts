import { parseTsv } from '../model/index.ts';

/**
 * Function words and endings of a language that the coder asks for by kind: negation, future, modal, condition,
 * agent (by), between, recipient adpositions, background markers, must … (data/words/<lang>/grammar.tsv).
 */
export interface Grammar {
  has(kind: string, word: string): boolean;
  words(kind: string): ReadonlySet<string>;
  number(kind: string, otherwise: number): number;
}

const NONE: ReadonlySet<string> = new Set();

export function parseGrammar(text: string, file: string, fold: (word: string) => string): Grammar {
  const kinds = new Map<string, Set<string>>();
  for (const { fields } of parseTsv(text, file, ['kind', 'word'])) {
    const kind = fields['kind']!;
    const words = kinds.get(kind) ?? new Set<string>();
    words.add(fold(fields['word']!));
    kinds.set(kind, words);
  }
  return {
    has: (kind, word) => kinds.get(kind)?.has(word) ?? false,
    words: (kind) => kinds.get(kind) ?? NONE,
    number: (kind, otherwise) => Number([...(kinds.get(kind) ?? [])][0] ?? otherwise),
  };
}
