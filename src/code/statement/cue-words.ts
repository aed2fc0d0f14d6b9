import { parseTsv } from '../../model/index.ts';

/** Words that introduce speech, by kind (data/words/<lang>/cues.tsv): say, speech, nominal, according, document … */
export interface CueWords {
  has(kind: string, word: string): boolean;
}

export function parseCueWords(text: string, file: string, fold: (word: string) => string): CueWords {
  const kinds = new Map<string, Set<string>>();
  for (const { fields } of parseTsv(text, file, ['kind', 'words'])) {
    const kind = fields['kind']!;
    const words = kinds.get(kind) ?? new Set<string>();
    for (const word of fields['words']!.split('|')) words.add(fold(word));
    kinds.set(kind, words);
  }
  return { has: (kind, word) => kinds.get(kind)?.has(word) ?? false };
}
