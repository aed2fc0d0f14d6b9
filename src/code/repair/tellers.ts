import type { Sentence, Token } from '../../model/index.ts';
import { hangsUnder } from '../rule/hangs-under.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "Police shot dead fifteen demonstrators in Deraa, witnesses said": the parser takes the last noun before the comma for
 * a subject of the verb of saying. A verb with a subject on each side of a comma keeps the nearer one; the other belongs
 * to the verb before it, as its object, where subjects stand before their verbs (grammar kind `adjacent`).
 */
export function repairTellers(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const moved = new Map<number, Token>();
  for (const [verb, { upos }] of tokens.entries()) {
    const comma = upos === 'VERB' ? commaBefore(tokens, verb) : -1;
    if (comma < 0) continue;
    for (const [i, token] of tokens.entries()) {
      if (i >= comma || token.head !== verb || token.deprel !== 'nsubj') continue;
      const governor = verbBefore(tokens, i);
      if (governor >= 0) moved.set(i, { ...token, head: governor, deprel: 'obj' });
    }
  }
  return moved.size === 0
    ? sentence
    : withTokens(
        sentence,
        tokens.map((token, i) => moved.get(i) ?? token),
      );
}

/** The comma before the subject right in front of a verb: nothing but its noun phrase stands between. */
function commaBefore(tokens: readonly Token[], verb: number): number {
  let subject = false;
  for (let i = verb - 1; i >= 0; i--) {
    const { form, upos, head, deprel } = tokens[i]!;
    if (form === ',') return subject ? i : -1;
    if (upos === 'VERB' || upos === 'PUNCT') return -1;
    subject ||= head === verb && deprel === 'nsubj';
  }
  return -1;
}

/** The verb before a noun that has no object of its own yet, with no comma between. */
function verbBefore(tokens: readonly Token[], noun: number): number {
  for (let i = noun - 1; i >= 0; i--) {
    const { form, upos } = tokens[i]!;
    if (form === ',') return -1;
    if (upos !== 'VERB') continue;
    // "captured soldiers said": the noun's own participle governs nothing
    const isOwn = hangsUnder(tokens, i, noun);
    return isOwn || tokens.some(({ head, deprel }) => head === i && deprel === 'obj') ? -1 : i;
  }
  return -1;
}
