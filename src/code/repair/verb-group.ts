import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';

/** So many words may stand between a name and its verb. */
const REACH = 10;
const IN_PHRASE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN']);

/**
 * "Poland has officially, and very angrily, denounced Chad", "Chad was again on Monday denounced": adverbs between the
 * auxiliary and the verb mislead the parser, which ends the clause before them. What stands between a name that opens the
 * sentence and the first verb, if only auxiliaries, adverbs and times do, belongs to that verb. Only where subjects stand
 * before verbs (grammar kind `adjacent`).
 */
export function repairVerbGroup(
  sentence: Sentence,
  mentions: readonly Mention[],
  grammar: Grammar,
  mayBeVerb: MayBeVerb,
): Sentence {
  const { tokens } = sentence;
  const subject = mentions.find(({ first, actors }) => opens(tokens, first) && actors.length > 0);
  const verb = subject ? verbBehind(tokens, subject.last + 1, grammar, mayBeVerb) : -1;
  if (!subject || verb < subject.last + 3 || isRead(tokens, subject, verb)) return sentence;
  return withTokens(sentence, grouped(tokens, subject, verb));
}

const opens = (tokens: readonly Token[], first: number): boolean =>
  tokens.slice(0, first).every(({ upos }) => upos === 'DET');

/** The verb behind nothing but auxiliaries, adverbs and times; -1 where something else comes first. */
function verbBehind(tokens: readonly Token[], from: number, grammar: Grammar, mayBeVerb: MayBeVerb): number {
  let helped = false;
  let modified = false;
  for (let i = from; i < Math.min(tokens.length, from + REACH); i++) {
    const token = tokens[i]!;
    if (isHelper(token)) helped = true;
    else if (isAdverbial(tokens, i)) modified = true;
    else if (token.upos === 'ADP') {
      const end = timeBehind(tokens, i, grammar);
      if (end < 0) return -1;
      i = end;
      modified = true;
    } else return helped && modified && isVerb(token, mayBeVerb) ? i : -1;
  }
  return -1;
}

function isHelper({ upos, lemma }: Token): boolean {
  return upos === 'AUX' || (upos === 'VERB' && foldText(lemma) === 'have');
}

function isAdverbial(tokens: readonly Token[], i: number): boolean {
  const { upos, form } = tokens[i]!;
  if (upos === 'ADV' || form === ',') return true;
  if (upos === 'PART') return /^n[o'’]t$/.test(foldText(form));
  return upos === 'CCONJ' && tokens[i + 1]?.upos === 'ADV';
}

/** The last word of "on Monday", "in recent days", "for the first time"; -1 where it is no time. */
function timeBehind(tokens: readonly Token[], adposition: number, grammar: Grammar): number {
  let end = adposition;
  while (IN_PHRASE.has(tokens[end + 1]?.upos ?? '') && end < adposition + 4) {
    end++;
    if (isTime(tokens[end]!, grammar)) return end;
  }
  return -1;
}

function isTime({ lemma }: Token, grammar: Grammar): boolean {
  const word = foldText(lemma);
  return word === 'time' || grammar.has('time', word);
}

/** A verb, or a participle that the tagger took for an adjective. */
export function isVerb({ upos, form }: Token, mayBeVerb: MayBeVerb): boolean {
  return upos === 'VERB' || (upos === 'ADJ' && form.endsWith('ed') && mayBeVerb(form));
}

function isRead(tokens: readonly Token[], { head }: Mention, verb: number): boolean {
  const { head: above, deprel } = tokens[head]!;
  // whose subject hangs on the auxiliary is read all the same
  const hangs = above === verb || (above > head && isHelper(tokens[above]!) && tokens[above]!.head === verb);
  if (tokens[verb]!.upos !== 'VERB' || !hangs || !deprel.startsWith('nsubj')) return false;
  return tokens.slice(head + 1, verb).every((token) => !isHelper(token) || token.head === verb);
}

function grouped(tokens: readonly Token[], { head: name }: Mention, verb: number): Token[] {
  const inGroup = (i: number): boolean => i === name || (i > name && i < verb);
  const group = tokens.flatMap((_, i) => (inGroup(i) ? [i] : []));
  const helper = [...group].reverse().find((i) => isHelper(tokens[i]!));
  const isPassive =
    helper !== undefined && foldText(tokens[helper]!.lemma) === 'be' && !tokens[verb]!.form.endsWith('ing');
  const above = aboveGroup(tokens, group, verb);
  return tokens.map((token, i) => {
    if (i === verb) return { ...token, upos: 'VERB', ...(above ?? { head: token.head, deprel: token.deprel }) };
    if (i === name) return { ...token, head: verb, deprel: isPassive ? 'nsubj:pass' : 'nsubj' };
    if (inGroup(i)) return withinGroup(tokens, i, { verb, helper: isPassive ? helper : -1, inGroup });
    const wasNoun = tokens[verb]!.upos === 'ADJ' && i === tokens[verb]!.head && i > verb;
    if (wasNoun || (i > verb && token.head === verb && token.deprel === 'nsubj'))
      return { ...token, head: verb, deprel: 'obj' };
    return inGroup(token.head) && i > verb ? { ...token, head: verb } : token;
  });
}

/** What the verb hangs on: what the group hung on, where it is not read as the verb of its clause already. */
function aboveGroup(
  tokens: readonly Token[],
  group: readonly number[],
  verb: number,
): Pick<Token, 'head' | 'deprel'> | undefined {
  const { head, upos } = tokens[verb]!;
  const free = group.find((i) => !group.includes(tokens[i]!.head) && tokens[i]!.head !== verb);
  const isRoot = group.some((i) => tokens[i]!.head < 0);
  if (isRoot) return { head: -1, deprel: 'root' };
  if ((group.includes(head) || upos === 'ADJ') && free !== undefined) {
    const { head: on, deprel } = tokens[free]!;
    return on < 0 ? { head: -1, deprel: 'root' } : { head: on, deprel };
  }
  return undefined;
}

interface Group {
  readonly verb: number;
  /** The auxiliary of the passive, -1 where there is none. */
  readonly helper: number | undefined;
  readonly inGroup: (i: number) => boolean;
}

function withinGroup(tokens: readonly Token[], i: number, { verb, helper, inGroup }: Group): Token {
  const token = tokens[i]!;
  if (isHelper(token)) return { ...token, upos: 'AUX', head: verb, deprel: i === helper ? 'aux:pass' : 'aux' };
  // "very angrily", "on Monday": what hangs on a word of its own phrase stays there
  const below = tokens[token.head];
  const stays = inGroup(token.head) && below !== undefined && !isHelper(below) && below.upos !== 'PROPN';
  if (stays && ['ADP', 'DET', 'ADJ', 'NUM'].includes(token.upos)) return token;
  if (token.upos === 'ADP') return token;
  if (token.upos === 'NOUN' || token.upos === 'PROPN') return { ...token, head: verb, deprel: 'obl' };
  if (token.upos === 'PUNCT') return { ...token, head: verb };
  return { ...token, head: verb, deprel: token.upos === 'CCONJ' ? 'cc' : 'advmod' };
}
