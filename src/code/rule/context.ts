import type { Codebook } from '../../codebook/index.ts';
import { ChanceryError, parseTsv } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** Word -> contexts it points to (data/words/<lang>/contexts.tsv). */
export type ContextWords = ReadonlyMap<string, readonly string[]>;

export function parseContexts(
  text: string,
  file: string,
  codebook: Codebook,
  fold: (word: string) => string,
): ContextWords {
  const words = new Map<string, string[]>();
  for (const { fields, at } of parseTsv(text, file, ['context', 'word'])) {
    const context = fields['context']!;
    if (!codebook.contexts.has(context))
      throw new ChanceryError('CONTEXT_UNKNOWN', `unknown context "${context}"`, { at });
    for (const word of fields['word']!.split('|').map(fold)) {
      const list = words.get(word) ?? [];
      list.push(context);
      words.set(word, list);
    }
  }
  return words;
}

/** How far from the trigger a word still speaks of the event, in tokens. */
const REACH = 14;
const MAX_CONTEXTS = 3;

/** Contexts of an event: those its surroundings name most often, nearer words counting more; ties by the codebook's order. */
export function contextsNear(tree: SentenceTree, trigger: number, words: ContextWords, codebook: Codebook): string[] {
  const score = new Map<string, number>();
  const end = Math.min(tree.tokens.length, trigger + REACH + 1);
  for (let i = Math.max(0, trigger - REACH); i < end; i++) {
    const found = words.get(tree.lemma[i]!) ?? words.get(tree.form[i]!);
    if (!found) continue;
    const weight = 1 / (1 + Math.abs(i - trigger) / 6);
    for (const context of found) score.set(context, (score.get(context) ?? 0) + weight);
  }
  if (score.size === 0) return [];
  const order = [...codebook.contexts.keys()];
  return [...score.entries()]
    .filter(([, value]) => value >= 0.3)
    .sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0]))
    .slice(0, MAX_CONTEXTS)
    .map(([context]) => context);
}
