import type { Token } from '../../model/index.ts';

/**
 * "выпустили по объектам Украины более 150 ракет": a counted noun without an adposition that the tree hangs on the phrase
 * before it is the object of the verb that governs that phrase, where the verb has none.
 */
export function repairCounted(tokens: Token[]): void {
  for (const [i, { upos, deprel, feats, head }] of tokens.entries()) {
    if (upos !== 'NOUN' || deprel !== 'nmod' || feats['Case'] !== 'Gen' || head < 0 || head > i) continue;
    if (!isCounted(tokens, i) || isIntroduced(tokens, i)) continue;
    const above = tokens[head]!;
    const verb = ['obl', 'parataxis'].includes(above.deprel) && isIntroduced(tokens, head) ? above.head : -1;
    if (verb < 0 || verb > head || tokens[verb]!.upos !== 'VERB' || tokens[verb]!.feats['Voice'] === 'Pass') continue;
    const served = tokens.some((one) => one.head === verb && (one.deprel === 'obj' || one.deprel === 'nsubj:pass'));
    if (!served) tokens[i] = { ...tokens[i]!, head: verb, deprel: 'obj' };
  }
}

/** With a number right before it. */
function isCounted(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.upos === 'NUM' && tokens[i - 1]!.head === i;
}

function isIntroduced(tokens: readonly Token[], i: number): boolean {
  return tokens.some(({ head, deprel }) => head === i && deprel === 'case');
}
