import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Token } from '../../model/index.ts';

/** Clauses that a verb with a subject of its own heads. */
const CLAUSES = ['acl', 'acl:relcl', 'advcl', 'conj', 'ccomp'];
const NEAR = 2;
/** So many words may stand between what a clause is about and its subject ("the officers whom the Kenyan army had arrested"). */
const WITHIN = 4;

/**
 * Active past tenses that the tagger takes for passives, in a language whose passive needs an auxiliary: a perfect ("had
 * objected to the visit"; grammar kind `perfect`), a clause with an active subject ("a shift that officials denounced"), and
 * a perfect taken for two verbs ("has set free").
 */
export function activePasts(tokens: readonly Token[], grammar: Grammar): readonly Token[] {
  let repaired = tokens;
  for (let i = 0; i < tokens.length; i++) {
    if (!isPastParticiple(tokens[i]!)) continue;
    if (isPerfect(repaired, i, grammar) || isClause(repaired, i, grammar)) repaired = activated(repaired, i);
    else if (isSplit(repaired, i, grammar)) repaired = joined(repaired, i);
  }
  return repaired;
}

function isPastParticiple({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Part' && feats['Tense'] === 'Past' && feats['Voice'] === 'Pass';
}

function under(tokens: readonly Token[], verb: number): readonly Token[] {
  return tokens.filter(({ head }) => head === verb);
}

function isPerfect(tokens: readonly Token[], verb: number, grammar: Grammar): boolean {
  const own = under(tokens, verb);
  const auxiliaries = own.filter(({ deprel }) => deprel.startsWith('aux'));
  const isHave = ({ form }: Token): boolean => grammar.has('perfect', foldText(form));
  return auxiliaries.some(isHave) && !auxiliaries.some((one) => one.lemma === 'be' || one.deprel === 'aux:pass');
}

function isClause(tokens: readonly Token[], verb: number, grammar: Grammar): boolean {
  const own = under(tokens, verb);
  if (!CLAUSES.includes(tokens[verb]!.deprel) || !own.some(({ deprel }) => deprel === 'nsubj')) return false;
  const isDoer = (one: Token, at: number): boolean =>
    one.deprel === 'obl:agent' ||
    tokens.some(({ head, deprel, form }) => head === at && deprel === 'case' && grammar.has('agent', foldText(form)));
  return !tokens.some((one, at) => one.head === verb && (one.deprel.startsWith('aux') || isDoer(one, at)));
}

function activated(tokens: readonly Token[], verb: number): readonly Token[] {
  const antecedent = antecedentOf(tokens, verb);
  return tokens.map((token, i) => {
    if (i === verb) {
      const place = antecedent < 0 ? {} : { head: antecedent, deprel: 'acl:relcl' };
      return { ...token, ...place, feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' } };
    }
    if (i === antecedent) return { ...token, head: tokens[verb]!.head, deprel: 'obj' };
    return token.head === verb && token.deprel === 'nsubj:pass' ? { ...token, deprel: 'nsubj' } : token;
  });
}

/** "freed a judge she had asked for": of two subjects behind another verb the first is what the clause is about. */
function antecedentOf(tokens: readonly Token[], verb: number): number {
  const [first, second, third] = tokens.flatMap(({ head, deprel }, i) =>
    head === verb && deprel.startsWith('nsubj') ? [i] : [],
  );
  if (first === undefined || second === undefined || third !== undefined) return -1;
  const between = tokens.slice(first + 1, second);
  if (between.length > WITHIN || between.some(({ upos }) => ['VERB', 'CCONJ', 'PUNCT'].includes(upos))) return -1;
  const { head, deprel } = tokens[verb]!;
  return deprel === 'ccomp' && head >= 0 && head < first ? first : -1;
}

/** "has" as a verb of its own with the participle right behind it. */
function isSplit(tokens: readonly Token[], verb: number, grammar: Grammar): boolean {
  const { head, deprel } = tokens[verb]!;
  const have = tokens[head];
  if (!have || head > verb || verb - head > NEAR || have.upos !== 'VERB') return false;
  return (deprel === 'obj' || deprel === 'xcomp') && grammar.has('perfect', foldText(have.form));
}

/** The participle takes the place of its auxiliary in the tree, and all that hung on it. */
function joined(tokens: readonly Token[], verb: number): readonly Token[] {
  const have = tokens[verb]!.head;
  return tokens.map((token, i) => {
    if (i === verb)
      return {
        ...token,
        head: tokens[have]!.head,
        deprel: tokens[have]!.deprel,
        feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' },
      };
    if (i === have) return { ...token, upos: 'AUX', head: verb, deprel: 'aux' };
    return token.head === have ? { ...token, head: verb } : token;
  });
}
