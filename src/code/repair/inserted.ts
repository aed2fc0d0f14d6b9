import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';
import { isVerb } from './verb-group.ts';

/** So long an insertion may be, in tokens. */
const REACH = 14;
const BETWEEN = new Set(['ADV', 'AUX', 'PART']);
/** Words that with "with" say who does it too: "along with", "together with". */
const COMPANY = new Set(['along', 'together', 'jointly', 'alongside']);

/**
 * What stands between commas behind the name that opens a sentence: "Poland, in a rare move, praised Chad", "Poland, it
 * seems, has accused Chad". The parser takes the name for a call or a title; it is the subject of the verb behind the
 * second comma, as in "Poland, Kyiv said, had closed the border". "Poland, along with Chad, condemned": he does it too. Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairInserted(
  sentence: Sentence,
  mentions: readonly Mention[],
  { mayBeVerb, isSaying }: InsertedWords,
): Sentence {
  let { tokens } = sentence;
  for (const mention of mentions) {
    if (mention.actors.length === 0) continue;
    const gap = insertionBehind(tokens, mention, { mayBeVerb, isSaying });
    if (gap) tokens = withSubject(tokens, mention.head, gap);
    if (isInCompany(tokens, mention)) tokens = named(tokens, mention.head, 'conj');
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

export interface InsertedWords {
  readonly mayBeVerb: MayBeVerb;
  /** Whether a lemma is a verb of saying. */
  readonly isSaying: (lemma: string) => boolean;
}

/** What stands between the commas, and the verb behind it. */
interface Gap {
  readonly first: number;
  readonly last: number;
  readonly verb: number;
}

function insertionBehind(
  tokens: readonly Token[],
  { first, last, head }: Mention,
  { mayBeVerb, isSaying }: InsertedWords,
): Gap | undefined {
  if (tokens[last + 1]?.form !== ',' || tokens.slice(0, first).some(({ upos }) => upos !== 'DET')) return undefined;
  const comma = tokens.findIndex(({ form }, i) => i > last + 2 && form === ',');
  if (comma < 0 || comma > last + REACH) return undefined;
  if (!opensInsertion(tokens, last + 2) && !isTeller(tokens, last + 2, comma, isSaying)) return undefined;
  let verb = comma + 1;
  while (BETWEEN.has(tokens[verb]?.upos ?? '')) verb++;
  if (!tokens[verb] || !isVerb(tokens[verb]!, mayBeVerb)) return undefined;
  const gap = { first: last + 2, last: comma - 1, verb };
  const isRight = tokens[head]!.head === verb && tokens[head]!.deprel.startsWith('nsubj');
  return hasOther(tokens, head, gap) || (isRight && !holdsSubject(tokens, gap)) ? undefined : gap;
}

/** Whether the verb has a subject of its own before it that stands neither between the commas nor is the name. */
function hasOther(tokens: readonly Token[], name: number, { first, last, verb }: Gap): boolean {
  return tokens.some(
    ({ head, deprel }, i) =>
      head === verb && deprel.startsWith('nsubj') && i < verb && (i < first || i > last) && i !== name,
  );
}

function holdsSubject(tokens: readonly Token[], { first, last, verb }: Gap): boolean {
  return tokens.some(({ head, deprel }, i) => i >= first && i <= last && head === verb && deprel.startsWith('nsubj'));
}

/** "in a rare move", "according to officials", "it seems", "which borders Chad". */
function opensInsertion(tokens: readonly Token[], i: number): boolean {
  const { upos = '', form = '' } = tokens[i] ?? {};
  if (upos === 'ADP' || ['according', 'which', 'who'].includes(foldText(form))) return true;
  return foldText(form) === 'it' && tokens[i + 1]?.upos === 'VERB';
}

/** "Russia, Kyiv said, had shelled": a subject and its verb of saying are all that stands between the commas. */
function isTeller(tokens: readonly Token[], from: number, comma: number, isSaying: InsertedWords['isSaying']): boolean {
  const { upos, lemma = '' } = tokens[comma - 1] ?? {};
  if (upos !== 'VERB' || !isSaying(foldText(lemma))) return false;
  const before = tokens.slice(from, comma - 1);
  return (
    before.length > 0 && before.every((one) => ['DET', 'PROPN', 'NOUN', 'ADJ', 'PART', 'ADP', 'AUX'].includes(one.upos))
  );
}

function withSubject(tokens: readonly Token[], name: number, { first, last, verb }: Gap): readonly Token[] {
  const isInside = (i: number): boolean => i >= first && i <= last;
  const root = tokens.findIndex(({ head }) => head < 0);
  const falls = root === name || isInside(root) || isInside(tokens[verb]!.head) || tokens[verb]!.head === name;
  const passive = tokens.some(({ head, deprel }) => head === verb && deprel === 'aux:pass');
  return tokens.map((token, i) => {
    if (i === verb) return falls || token.upos === 'ADJ' ? asRoot(token) : token;
    if (i === name) return { ...token, head: verb, deprel: passive ? 'nsubj:pass' : 'nsubj' };
    if (isInside(i)) {
      if (isInside(token.head)) return token;
      return { ...token, head: verb, deprel: ['VERB', 'AUX', 'PRON'].includes(token.upos) ? 'parataxis' : 'obl' };
    }
    const isObject = i > verb && (i === tokens[verb]!.head || (token.head === verb && token.deprel === 'nsubj'));
    if (isObject) return { ...token, head: verb, deprel: 'obj' };
    const isLost = i > last && (isInside(token.head) || (token.head === name && i > verb));
    return isLost ? { ...token, head: verb } : token;
  });
}

function asRoot(token: Token): Token {
  const tense = { ...token.feats, Mood: 'Ind', VerbForm: 'Fin' };
  return { ...token, upos: 'VERB', head: -1, deprel: 'root', feats: tense };
}

/** "Poland, along with Chad, condemned it": hangs on whoever acts, behind "along with". */
function isInCompany(tokens: readonly Token[], { first, head }: Mention): boolean {
  const { deprel, head: above } = tokens[head]!;
  if (!['nmod', 'obl'].includes(deprel) || above < 0 || above >= first || tokens[above]!.upos === 'VERB') return false;
  const [before, adposition] = [tokens[first - 2], tokens[first - 1]];
  return adposition !== undefined && foldText(adposition.form) === 'with' && COMPANY.has(foldText(before?.form ?? ''));
}

function named(tokens: readonly Token[], i: number, deprel: string): readonly Token[] {
  return tokens.map((token, k) => {
    if (k === i) return { ...token, deprel };
    return token.head === i && token.deprel === 'case' && k < i ? { ...token, deprel: 'cc', upos: 'CCONJ' } : token;
  });
}
