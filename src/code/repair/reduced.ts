import type { Grammar } from '../../codebook/index.ts';
import type { Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

const SECOND = ['conj', 'advcl', 'parataxis'];
const PARTS = ['CCONJ', 'SCONJ', 'PUNCT', 'VERB', 'AUX'];

/**
 * "Hackers linked to North Korea broke into a bank": the tagger takes the participle for the verb of the clause, and the
 * verb for a second one with no conjunction before it. In a language whose passive needs an auxiliary (grammar kind
 * `passive`) the second is the verb, and the first says something of its subject.
 */
export function repairReduced(sentence: Sentence, grammar: Grammar): Sentence {
  if (!grammar.has('passive', 'auxiliary')) return sentence;
  let { tokens } = sentence;
  for (let i = 1; i < tokens.length; i++) if (isReduced(tokens, i)) tokens = exchanged(tokens, i);
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

function isReduced(tokens: readonly Token[], verb: number): boolean {
  const { upos, deprel, head, feats } = tokens[verb]!;
  const first = tokens[head];
  if (!first || head > verb || upos !== 'VERB' || feats['VerbForm'] !== 'Fin') return false;
  // "rebels backed by Rwanda attacked": the parser makes what follows the content of what it takes for the verb
  const isContent = deprel === 'ccomp' && tokens.some((one) => one.head === head && one.deprel === 'obl:agent');
  if (!isContent && !SECOND.includes(deprel)) return false;
  if (first.upos !== 'VERB' || first.feats['Tense'] !== 'Past' || tokens[head + 1]?.upos !== 'ADP') return false;
  if (tokens[verb + 1]?.upos === 'PART' || tokens.slice(head + 1, verb).some((one) => PARTS.includes(one.upos)))
    return false;
  const isFree = tokens.every((one) => one.head !== verb || !/^(?:nsubj|mark|aux|cc|advmod)/.test(one.deprel));
  return (
    isFree &&
    subjectOf(tokens, head) >= 0 &&
    !tokens.some((one) => one.head === head && /^(?:aux|obj)/.test(one.deprel))
  );
}

/** The subject right before the participle. */
function subjectOf(tokens: readonly Token[], participle: number): number {
  return tokens.findIndex(
    ({ head, deprel }, i) => head === participle && deprel.startsWith('nsubj') && i === participle - 1,
  );
}

function exchanged(tokens: readonly Token[], verb: number): readonly Token[] {
  const participle = tokens[verb]!.head;
  const subject = subjectOf(tokens, participle);
  return tokens.map((token, i) => {
    if (i === verb) return { ...token, head: tokens[participle]!.head, deprel: tokens[participle]!.deprel };
    if (i === subject) return { ...token, head: verb, deprel: 'nsubj' };
    if (i === participle) {
      const feats = { Tense: 'Past', VerbForm: 'Part', Voice: 'Pass' };
      return { ...token, head: subject, deprel: 'acl', feats };
    }
    return token.head === participle && i > verb ? { ...token, head: verb } : token;
  });
}
