import type { Mention, Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';

const OPENS_OBJECT = ['SCONJ', 'DET', 'PART'];

/** The first of several names, the last one and the word behind it. */
interface Names {
  readonly first: number;
  readonly last: Mention;
  readonly verb: number;
}

/**
 * "The United States and the Czech Republic demand that …": behind a name of several words the tagger takes the present tense
 * of the plural for the head of that name. Where a clause, an article or an infinitive follows and nothing else is the verb of
 * the sentence, the word is the verb of both names (grammar kind `adjacent`: subjects stand before verbs).
 */
export function repairPlural(sentence: Sentence, mentions: readonly Mention[], isVerb: MayBeVerb): Sentence {
  const { tokens } = sentence;
  for (const last of mentions) {
    const verb = last.last + 1;
    const { upos, form, deprel, head } = tokens[verb] ?? {};
    if (upos !== 'NOUN' || deprel !== 'conj' || head === undefined || head < 0 || head >= last.first) continue;
    const isSubject = tokens[head]!.head < 0 && mentions.some((one) => one.head === head && one.last < last.first);
    if (!isSubject || last.actors.length === 0 || !isVerb(form!)) continue;
    if (!OPENS_OBJECT.includes(tokens[verb + 1]?.upos ?? '') || tokens.some((one) => isMainVerb(tokens, one))) continue;
    return withTokens(sentence, asClause(tokens, { first: head, last, verb }));
  }
  return sentence;
}

/** A finite verb in no clause with a conjunction of its own. */
function isMainVerb(tokens: readonly Token[], token: Token): boolean {
  if (token.feats['VerbForm'] !== 'Fin' || (token.upos !== 'VERB' && token.upos !== 'AUX')) return false;
  const at = tokens.indexOf(token);
  const verb = token.upos === 'AUX' ? token.head : at;
  return !tokens.some(({ head, deprel }) => head === verb && deprel === 'mark');
}

function asClause(tokens: readonly Token[], { first, last, verb }: Names): Token[] {
  const feats = { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' };
  return tokens.map((token, i) => {
    if (i === verb) return { ...token, head: -1, deprel: 'root', upos: 'VERB', feats };
    if (i === first) return { ...token, head: verb, deprel: 'nsubj' };
    if (i === last.head) return { ...token, head: first, deprel: 'conj' };
    if (token.head === verb && i < verb) return { ...token, head: last.head };
    if (token.head === first && i > verb) return { ...token, head: verb };
    const isClause = token.head === verb && token.upos === 'VERB' && token.deprel.startsWith('acl');
    return isClause ? { ...token, deprel: token.feats['VerbForm'] === 'Inf' ? 'xcomp' : 'ccomp' } : token;
  });
}
