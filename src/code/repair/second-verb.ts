import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';

/** What a form can be by the lexicon: a verb, or a verb and no noun. */
interface Verbs {
  readonly mayBe: MayBeVerb;
  readonly isPresent: MayBeVerb;
}

/**
 * "Rubio visits Georgetown and signs a memorandum", "mobilises men and calls on Guyana to yield": behind a present tense and
 * "and" the tagger takes the second one for a plural noun. It is a verb beside the first, and what follows hangs on it.
 * Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairSecondVerb(sentence: Sentence, mentions: readonly Mention[], verbs: Verbs): Sentence {
  const { tokens } = sentence;
  for (let i = 2; i < tokens.length - 1; i++) {
    const { upos, form } = tokens[i]!;
    if (upos !== 'NOUN' || tokens[i - 1]!.upos !== 'CCONJ' || !/^\p{Ll}+s$/u.test(form)) continue;
    const verb = firstVerb(tokens, i);
    if (verb < 0 || !verbs.mayBe(form)) continue;
    const isVerb = verbs.isPresent(form) ? opensObject(tokens, mentions, i + 1) : isAsked(tokens, mentions, i + 1);
    if (!isVerb) continue;
    return withTokens(sentence, asSecond(tokens, verb, i));
  }
  return sentence;
}

/** The verb of the clause, in the present tense as well. */
function firstVerb(tokens: readonly Token[], second: number): number {
  for (let i = second - 1; i > 0; i--) {
    const { upos, feats, form, deprel } = tokens[i]!;
    if (upos !== 'VERB' || feats['VerbForm'] !== 'Fin' || deprel.startsWith('acl')) continue;
    return feats['Tense'] === 'Pres' && form.endsWith('s') && tokens[second]!.head >= i ? i : -1;
  }
  return -1;
}

function named(mentions: readonly Mention[], first: number): Mention | undefined {
  return mentions.find((one) => one.first === first && one.actors.length > 0);
}

/** An article, a possessive, a number or a name. */
function opensObject(tokens: readonly Token[], mentions: readonly Mention[], i: number): boolean {
  const { upos, form } = tokens[i]!;
  const isOwn = upos === 'PRON' && OWN.has(foldText(form));
  const isCount = upos === 'NUM' || (COUNTING.has(foldText(form)) && tokens.slice(i, i + 3).some(isNumber));
  return upos === 'DET' || isOwn || isCount || named(mentions, i) !== undefined || isAsked(tokens, mentions, i);
}

const OWN = new Set(['his', 'her', 'its', 'their']);
const COUNTING = new Set([
  'more',
  'over',
  'about',
  'some',
  'nearly',
  'almost',
  'around',
  'dozens',
  'hundreds',
  'thousands',
]);

function isNumber({ upos, form }: Token): boolean {
  return upos === 'NUM' || /^(?:dozens|hundreds|thousands)$/u.test(foldText(form));
}

/** "on Guyana (not) to", "that Guyana". */
function isAsked(tokens: readonly Token[], mentions: readonly Mention[], i: number): boolean {
  const isThat = foldText(tokens[i]!.form) === 'that';
  if (isThat && named(mentions, tokens[i + 1]?.upos === 'DET' ? i + 2 : i + 1)) return true;
  const asked = foldText(tokens[i]!.form) === 'on' ? named(mentions, i + 1) : undefined;
  if (!asked) return false;
  const after = tokens.slice(asked.last + 1, asked.last + 3).map(({ form }) => foldText(form));
  return after.includes('to');
}

function asSecond(tokens: readonly Token[], verb: number, second: number): Token[] {
  const feats = { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' };
  return tokens.map((token, i) => {
    if (i === second) return { ...token, upos: 'VERB', head: verb, deprel: 'conj', feats };
    if (i === second - 1) return { ...token, head: second, deprel: 'cc' };
    if (i < second || token.head < 0 || token.head >= second || token.upos === 'PUNCT') return token;
    const marked = tokens.some(({ head, deprel }) => head === i && deprel === 'case');
    const isNoun = ['NOUN', 'PROPN', 'PRON'].includes(token.upos);
    if (token.deprel === 'acl:relcl' && foldText(tokens[second + 1]!.form) === 'that')
      return { ...token, head: second, deprel: 'ccomp' };
    return { ...token, head: second, ...(isNoun ? { deprel: marked ? 'obl' : 'obj' } : {}) };
  });
}
