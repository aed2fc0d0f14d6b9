import { parseTsv } from '../model/index.ts';

/**
 * Function words and endings of a language that the coder asks for by kind: negation, future, modal, condition,
 * agent (by), between, recipient adpositions, background markers, must … (data/words/<lang>/grammar.tsv).
 */
export interface Grammar {
  has(kind: string, word: string): boolean;
  words(kind: string): ReadonlySet<string>;
  /** Words of a kind that come as two with a blank between: what it is about, and what it says of it. */
  pairs(kind: string): readonly (readonly [string, string])[];
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
  // most words asked for are of no kind, and one look-up says so
  const kindsOf = byWord(kinds);
  // asked for at every word: cut once
  const pairs = new Map(
    [...kinds].map(([kind, words]) => [kind, [...words].filter((word) => word.includes(' ')).map(toPair)]),
  );
  const numbers = new Map([...kinds].map(([kind, [first]]) => [kind, Number(first)]));
  return {
    has: (kind, word) => kindsOf.get(word)?.has(kind) ?? false,
    words: (kind) => kinds.get(kind) ?? NONE,
    pairs: (kind) => pairs.get(kind) ?? [],
    number: (kind, otherwise) => numbers.get(kind) ?? otherwise,
  };
}

/** The kinds of every word. */
export function byWord(kinds: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [kind, words] of kinds) {
    for (const word of words) {
      const known = found.get(word);
      if (known) known.add(kind);
      else found.set(word, new Set([kind]));
    }
  }
  return found;
}

function toPair(words: string): readonly [string, string] {
  const [first = '', second = ''] = words.split(' ');
  return [first, second];
}
