import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/** The noun right behind a participle that the tree made the subject of the verb behind the comma. */
interface Lost {
  readonly participle: number;
  readonly object: number;
  readonly comma: number;
  readonly verb: number;
}

/**
 * "Egypt has opened the crossing, freed four men and invited their leaders": a noun right behind a participle is its object, not the
 * subject of the verb behind the comma, which goes on with the subject before. "Having visited Egypt, Xi travelled to Iran": nor
 * where the verb has a subject of its own. Only where objects stand behind verbs (grammar kind `adjacent`).
 */
export function repairLostObject(sentence: Sentence, grammar: Grammar): Sentence {
  let { tokens } = sentence;
  for (const i of tokens.keys()) {
    const lost = lostAt(tokens, i, grammar);
    if (lost) tokens = put(tokens, lost);
    else if (isClauseAsSubject(tokens, i, grammar)) tokens = listed(tokens, i);
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

function lostAt(tokens: readonly Token[], object: number, grammar: Grammar): Lost | undefined {
  const { deprel, head: verb } = tokens[object]!;
  if (!deprel.startsWith('nsubj') || verb < object || tokens[verb]!.upos !== 'VERB') return undefined;
  const participle = firstUnder(tokens, object) - 1;
  const comma = tokens.findIndex(({ form }, k) => k > object && form === ',');
  if (comma < 0 || comma > verb || !isLed(tokens, participle, verb, grammar)) return undefined;
  return { participle, object, comma, verb };
}

/** "Having visited", "has opened": a participle with its auxiliary (grammar kind `perfect`), beside the verb. */
function isLed(tokens: readonly Token[], participle: number, verb: number, grammar: Grammar): boolean {
  const token = tokens[participle];
  if (token?.upos !== 'VERB' || token.feats['VerbForm'] !== 'Part') return false;
  const isHave = ({ head, deprel, lemma }: Token): boolean =>
    head === participle && deprel === 'aux' && grammar.has('perfect', foldText(lemma));
  return tokens.some(isHave) && (token.head === verb || tokens[verb]!.head === participle);
}

/** "The Russians had taken Gori, sunk the navy": a perfect before a comma is no subject of a verb that has none of its own. */
function isClauseAsSubject(tokens: readonly Token[], participle: number, grammar: Grammar): boolean {
  const { deprel, head: verb } = tokens[participle]!;
  if (deprel !== 'csubj' || verb < participle || tokens[verb]!.upos !== 'VERB') return false;
  return tokens[verb - 1]!.form === ',' && isLed(tokens, participle, verb, grammar);
}

function listed(tokens: readonly Token[], first: number): readonly Token[] {
  const verb = tokens[first]!.head;
  const { head, deprel } = tokens[verb]!;
  return tokens.map((token, k) => {
    if (k === first) return { ...token, head, deprel };
    return k === verb ? { ...token, head: first, deprel: 'conj' } : token;
  });
}

/** The first word of what hangs under a noun in one piece. */
function firstUnder(tokens: readonly Token[], noun: number): number {
  let first = noun;
  while (first > 0 && leadsTo(tokens, first - 1, noun)) first -= 1;
  return first;
}

function leadsTo(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from, steps = 0; at >= 0 && steps < tokens.length; at = tokens[at]!.head, steps++)
    if (at === to) return true;
  return false;
}

function put(tokens: readonly Token[], { participle, object, comma, verb }: Lost): readonly Token[] {
  const own = tokens.findIndex(
    ({ head, deprel, upos }, k) =>
      k > comma && k < verb && head === object && (deprel === 'conj' || deprel === 'appos') && upos !== 'VERB',
  );
  // "has opened the crossing, freed four men": nothing stands between the comma and the verb
  const isListed = own < 0 && tokens.slice(comma + 1, verb).every(({ upos }) => upos === 'CCONJ' || upos === 'ADV');
  if (own < 0 && !isListed) return tokens;
  const leads = tokens[participle]!.head === verb;
  if (isListed && leads && tokens[participle]!.deprel === 'advcl') return tokens;
  return tokens.map((token, k) => {
    if (k === object) return { ...token, head: participle, deprel: 'obj' };
    if (k === own) return { ...token, head: verb, deprel: 'nsubj' };
    if (!isListed) return token;
    if (k === verb) return { ...token, head: participle, deprel: 'conj' };
    return k === participle && leads ? { ...token, head: tokens[verb]!.head, deprel: tokens[verb]!.deprel } : token;
  });
}
