import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "the training by British instructors of 400 Peshmerga", "the seizure by Iran of a tanker": the parser hangs what a deed is
 * done to on its doer. Behind a doer of known state (grammar kind `agent`) that is no part of something (kind `part-noun`)
 * the phrase (kind `patient`) belongs to the deed.
 */
export function repairDoers(sentence: Sentence, mentions: readonly Mention[], grammar: Grammar): Sentence {
  if (grammar.words('patient').size === 0) return sentence;
  let { tokens } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const doer = tokens[i]!.head;
    const deed = tokens[doer]?.head ?? -1;
    // what is asked of the word itself first: few words are left to look for a mark of
    if (deed < 0 || tokens[i]!.deprel !== 'nmod' || doer > i || !hasMark(tokens, i, grammar, 'patient')) continue;
    if (!isDoer(tokens, { doer, deed, mentions, grammar })) continue;
    tokens = tokens.map((token, k) => (k === i ? { ...token, head: deed } : token));
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

interface Place {
  readonly doer: number;
  readonly deed: number;
  readonly mentions: readonly Mention[];
  readonly grammar: Grammar;
}

function isDoer(tokens: readonly Token[], { doer, deed, mentions, grammar }: Place): boolean {
  if (deed > doer || tokens[deed]!.upos !== 'NOUN' || !hasMark(tokens, doer, grammar, 'agent')) return false;
  if (grammar.has('part-noun', foldText(tokens[doer]!.lemma))) return false;
  if (tokens.some((one, i) => one.head === deed && i < doer && hasMark(tokens, i, grammar, 'patient'))) return false;
  return mentions.some((one) => one.first <= doer && one.last >= doer && one.actors.length > 0);
}

/** Whether a word of a kind stands as adposition of a token. */
function hasMark(tokens: readonly Token[], i: number, grammar: Grammar, kind: string): boolean {
  return tokens.some(({ head, deprel, form }) => head === i && deprel === 'case' && grammar.has(kind, foldText(form)));
}
