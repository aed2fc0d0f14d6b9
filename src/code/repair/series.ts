import type { Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/** The last name of a series, its conjunction and the verb behind. */
interface Last {
  readonly name: number;
  readonly verb: number;
}

/**
 * "Iraq, the old Syria, and good Jordan welcomed …": the parser gives the verb the last name of a series alone and hangs the
 * conjunction on the verb; the names before are its subject once more, or the verb is told of them. All of them are its
 * subject (grammar kind `adjacent`: a language where word order shows it).
 */
export function repairSeries(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  for (const [i, token] of tokens.entries()) {
    if (token.upos !== 'CCONJ' || token.deprel !== 'cc' || token.head < i) continue;
    const verb = token.head;
    const name = tokens.findIndex((one, k) => k > i && k < verb && one.head === verb && one.deprel === 'nsubj');
    if (tokens[verb]!.upos !== 'VERB' || name < 0 || !fills(tokens, i + 1, name)) continue;
    const first = firstOf(tokens, i, verb);
    if (first !== undefined) return withTokens(sentence, joined(tokens, first, { name, verb }));
  }
  return sentence;
}

/** Whether nothing stands between the conjunction and the name but words of its phrase. */
function fills(tokens: readonly Token[], from: number, name: number): boolean {
  for (let k = from; k < name; k++) if (tokens[k]!.head < from || tokens[k]!.head > name) return false;
  return true;
}

/** The head of the series: a subject of the same verb, or the root that the verb seems to be told of. */
function firstOf(tokens: readonly Token[], conjunction: number, verb: number): number | undefined {
  let before = conjunction - 1;
  if (tokens[before]?.form === ',') before -= 1;
  for (let at = before, steps = 0; at >= 0 && at < conjunction && steps < tokens.length; steps++) {
    const { head, deprel, upos } = tokens[at]!;
    const isNoun = upos === 'NOUN' || upos === 'PROPN';
    if (isNoun && deprel === 'nsubj' && head === verb) return at;
    const told = tokens[verb]!.head === at && ['acl', 'acl:relcl', 'conj', 'parataxis'].includes(tokens[verb]!.deprel);
    // the root, or the subject of a report behind ("…, the agency said")
    if (isNoun && told && (head < 0 || (deprel === 'nsubj' && head > verb && isVerbal(tokens[verb]!)))) return at;
    at = head;
  }
  return undefined;
}

/** Finite, as a relative clause without a pronoun is not. */
function isVerbal({ feats }: Token): boolean {
  return feats['VerbForm'] === 'Fin';
}

function joined(tokens: readonly Token[], first: number, { name, verb }: Last): Token[] {
  const { head, deprel } = tokens[first]!;
  const wasTold = tokens[verb]!.head === first;
  return tokens.map((token, i) => {
    if (i === name) return { ...token, head: first, deprel: 'conj' };
    if (i === verb && wasTold) return { ...token, head, deprel: head < 0 ? deprel : 'ccomp' };
    if (i === first && wasTold) return { ...token, head: verb, deprel: 'nsubj' };
    if (token.head === verb && token.deprel === 'cc' && i < name) return { ...token, head: name };
    // the sentence's last stop belongs to the root
    return wasTold && token.head === first && i > verb ? { ...token, head: verb } : token;
  });
}
