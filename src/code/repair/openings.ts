import { foldText, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * Clauses at the edges of a sentence that the parser takes one for the other. "In a letter published on Monday, Poland
 * accused Chad": the participle of an opening phrase is no main verb. "Prices rose as Poland attacked Chad": a name between "as"
 * and a verb is the subject of it. Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairOpenings(sentence: Sentence): Sentence {
  let { tokens } = sentence;
  const opening = openingOf(tokens);
  if (opening) tokens = withMainVerb(tokens, opening);
  for (const i of sentence.tokens.keys()) {
    if (isSubjectAfterAs(tokens, i)) tokens = put(tokens, clauseAfterAs(tokens, i));
    else if (isRaised(tokens, i)) tokens = put(tokens, underAdjective(tokens, i));
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

interface Opening {
  readonly noun: number;
  readonly participle: number;
  readonly verb: number;
}

function openingOf(tokens: readonly Token[]): Opening | undefined {
  const participle = tokens.findIndex(({ head }) => head < 0);
  const noun = participle - 1;
  if (!isParticiple(tokens, participle) || !['NOUN', 'PROPN'].includes(tokens[noun]?.upos ?? '')) return undefined;
  const hasCase = tokens.some(({ head, deprel }, i) => head === noun && deprel === 'case' && i < noun);
  if (!hasCase || tokens[noun]!.head !== participle) return undefined;
  const comma = tokens.findIndex(({ form }, i) => i > participle && form === ',');
  const verb = tokens.findIndex(
    ({ upos, head }, i) => comma > 0 && i > comma && head === participle && upos === 'VERB' && hasSubject(tokens, i),
  );
  return verb > comma ? { noun, participle, verb } : undefined;
}

function isParticiple(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.upos !== 'VERB' || i < 2) return false;
  return !tokens.some(({ head, deprel }) => head === i && /^(?:nsubj|aux)/.test(deprel));
}

function hasSubject(tokens: readonly Token[], i: number): boolean {
  return tokens.some(({ head, deprel }) => head === i && deprel.startsWith('nsubj'));
}

function withMainVerb(tokens: readonly Token[], { noun, participle, verb }: Opening): readonly Token[] {
  return tokens.map((token, i) => {
    if (i === verb) return { ...token, head: -1, deprel: 'root' };
    if (i === noun) return { ...token, head: verb, deprel: 'obl' };
    if (i === participle) return { ...token, head: noun, deprel: 'acl' };
    return token.head === participle && (i > verb || i < noun) ? { ...token, head: verb } : token;
  });
}

function isSubjectAfterAs(tokens: readonly Token[], i: number): boolean {
  const { upos, deprel, head } = tokens[i]!;
  const next = tokens[i + 1];
  if (!['PROPN', 'NOUN'].includes(upos) || deprel !== 'obl' || foldText(tokens[i - 1]?.form ?? '') !== 'as')
    return false;
  if (next?.upos !== 'VERB' || next.feats['VerbForm'] !== 'Fin' || hasSubject(tokens, i + 1)) return false;
  return head >= 0 && head < i && (next.head === head || next.head === i);
}

function clauseAfterAs(tokens: readonly Token[], i: number): ReadonlyMap<number, Token> {
  return new Map([
    [i, { ...tokens[i]!, head: i + 1, deprel: 'nsubj' }],
    [i + 1, { ...tokens[i + 1]!, head: tokens[i]!.head, deprel: 'advcl' }],
    [i - 1, { ...tokens[i - 1]!, upos: 'SCONJ', head: i + 1, deprel: 'mark' }],
  ]);
}

function put(tokens: readonly Token[], changed: ReadonlyMap<number, Token>): readonly Token[] {
  return tokens.map((token, i) => changed.get(i) ?? token);
}

/** "is about to improve ties …, an official said": the infinitive that the tree hung elsewhere belongs to the adjective before it. */
function isRaised(tokens: readonly Token[], to: number): boolean {
  const { upos, form } = tokens[to]!;
  const verb = infinitiveBehind(tokens, to);
  if (upos !== 'PART' || foldText(form) !== 'to' || verb < 0) return false;
  const isPredicate =
    tokens[to - 1]?.upos === 'ADJ' && tokens.some((one) => one.head === to - 1 && one.deprel === 'cop');
  return isPredicate && tokens[verb]!.head !== to - 1 && tokens[verb]!.head > verb;
}

function infinitiveBehind(tokens: readonly Token[], to: number): number {
  let verb = to + 1;
  while (tokens[verb]?.upos === 'ADV') verb++;
  return tokens[verb]?.upos === 'VERB' && tokens[verb]!.feats['VerbForm'] === 'Inf' ? verb : -1;
}

function underAdjective(tokens: readonly Token[], to: number): ReadonlyMap<number, Token> {
  const verb = infinitiveBehind(tokens, to);
  return new Map([[verb, { ...tokens[verb]!, head: to - 1, deprel: 'xcomp' }]]);
}
