import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import { asClause } from './present.ts';
import type { MayBeVerb } from './root.ts';

/** What a form can be by the lexicon. */
interface Forms {
  /** The present tense of a verb in -s. */
  readonly singular: MayBeVerb;
  /** A verb as it stands: the present tense behind several. */
  readonly plural: MayBeVerb;
}

/** A subject that opens the sentence: the head of its first name, where it ends, and whether it is several. */
interface Subject {
  readonly name: number;
  readonly last: number;
  readonly many: boolean;
}

/**
 * "Chavez, who had no part in it, orders ten battalions", "Colombia and Brazil urge Caracas to show", "troops invade Ukraine":
 * a present tense, as chronologies tell everything in, behind the name that opens the sentence or what is put in behind it is
 * taken for a noun or a preposition. Where nothing else is the verb of the sentence and an object follows, it is the verb.
 */
export function repairClauseVerb(sentence: Sentence, mentions: readonly Mention[], forms: Forms): Sentence {
  const { tokens } = sentence;
  const subject = subjectOf(tokens, mentions);
  const verb = subject === undefined ? -1 : behindInsertion(tokens, subject.last + 1);
  if (!subject || verb < 0 || verb >= tokens.length - 1 || !isMisread(tokens[verb]!, subject, forms)) return sentence;
  if (!opensObject(tokens, mentions, verb + 1) || tokens.some((_, i) => i !== verb + 1 && isMainVerb(tokens, i, verb)))
    return sentence;
  const part = { start: 0, end: tokens.length };
  const clause = withInfinitive(tokens, asClause(tokens, { ...part, verb, name: subject.name }), verb);
  return withTokens(sentence, underVerb(clause, subject, verb));
}

function subjectOf(tokens: readonly Token[], mentions: readonly Mention[]): Subject | undefined {
  const opens = (first: number): boolean => tokens.slice(0, first).every(({ upos }) => upos === 'DET');
  const first = mentions.find((one) => one.actors.length > 0 && one.kind !== 'place' && opens(one.first));
  if (!first) return undefined;
  let { last } = first;
  let many = ['Plur', 'Ptan'].includes(tokens[first.head]!.feats['Number'] ?? '') || first.actors.length > 1;
  for (let next = joined(tokens, mentions, last); next; next = joined(tokens, mentions, last)) {
    last = next.last;
    many = true;
  }
  return { name: first.head, last, many };
}

/** The next name of "India, Nepal and the Maldives". */
function joined(tokens: readonly Token[], mentions: readonly Mention[], last: number): Mention | undefined {
  let at = last + 1;
  if (tokens[at]?.form === ',' && tokens[at + 1]?.upos !== 'PRON') at++;
  if (tokens[at]?.upos === 'CCONJ') at++;
  if (at === last + 1) return undefined;
  if (tokens[at]?.upos === 'DET') at++;
  return mentions.find((one) => one.first === at && one.actors.length > 0 && one.kind !== 'place');
}

/** So many words may be put in between commas. */
const MOST_INSERTED = 16;

/** The word behind, or behind a clause or phrase between commas. */
function behindInsertion(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.form !== ',') return at < tokens.length ? at : -1;
  const end = tokens.findIndex(({ form }, i) => i > at && /^[,;:.]$/.test(form));
  return end > at + 2 && end <= at + MOST_INSERTED && tokens[end]!.form === ',' ? end + 1 : -1;
}

function isMisread({ upos, form }: Token, { many }: Subject, forms: Forms): boolean {
  if (upos === 'VERB' || upos === 'DET' || upos === 'PUNCT' || !/^\p{Ll}{3,}$/u.test(form)) return false;
  return many ? forms.plural(form) && !form.endsWith('s') : form.endsWith('s') && forms.singular(form);
}

const OWN = new Set(['his', 'her', 'its', 'their']);

/** An article, a possessive, a number or a name. */
function opensObject(tokens: readonly Token[], mentions: readonly Mention[], i: number): boolean {
  const { upos, form } = tokens[i] ?? { upos: 'PUNCT', form: '' };
  if (upos === 'DET' || upos === 'NUM' || OWN.has(foldText(form))) return true;
  return mentions.some((one) => one.first === i && one.actors.length > 0) || looksModifier(tokens, i);
}

/** "diplomatic relations", whatever the tagger made of the first of the two. */
function looksModifier(tokens: readonly Token[], i: number): boolean {
  return (
    ['ADJ', 'VERB', 'NOUN'].includes(tokens[i]?.upos ?? '') &&
    tokens[i + 1]?.upos === 'NOUN' &&
    /(?:ic|al|ary|ous|ive)$/.test(tokens[i]!.form)
  );
}

/** A finite verb that is in no clause of relation or with a conjunction of its own. */
function isMainVerb(tokens: readonly Token[], i: number, verb: number): boolean {
  const { upos, feats, deprel } = tokens[i]!;
  if (i === verb || (upos !== 'VERB' && upos !== 'AUX') || feats['VerbForm'] !== 'Fin') return false;
  // "urge Caracas to show and offer to mediate": what is joined to a verb is what that is
  const isJoined = deprel === 'conj' && tokens[tokens[i]!.head]?.upos === 'VERB';
  if (isJoined && tokens[i]!.head < i) return tokens[i]!.head !== verb + 1 && isMainVerb(tokens, tokens[i]!.head, verb);
  const clause = upos === 'AUX' && tokens[i]!.head >= 0 ? tokens[i]!.head : i;
  const relation = upos === 'AUX' ? tokens[clause]!.deprel : deprel;
  const isMarked = tokens.some(({ head, deprel: one }) => head === clause && one === 'mark');
  return !relation.startsWith('acl') && !isMarked;
}

/** "urge Caracas to show the sheets": an infinitive that seemed to be the verb keeps what is its own. */
function withInfinitive(before: readonly Token[], tokens: readonly Token[], verb: number): readonly Token[] {
  const infinitive = before.findIndex(
    ({ head, upos, feats }, i) => head < 0 && i > verb && upos === 'VERB' && feats['VerbForm'] === 'Inf',
  );
  if (infinitive < 0) return tokens;
  return tokens.map((token, i) => {
    if (i === infinitive) return { ...before[i]!, head: verb, deprel: 'xcomp' };
    const isOwn = i > verb + 1 && before[i]!.head === infinitive && before[i]!.feats['VerbForm'] !== 'Fin';
    return isOwn ? before[i]! : token;
  });
}

/** What is put in before the verb and hung on what seemed to be the root belongs to the verb. */
function underVerb(tokens: readonly Token[], { name }: Subject, verb: number): Token[] {
  const isModifier = tokens[verb + 1]!.upos === 'NOUN' && looksModifier(tokens, verb + 1);
  return tokens.map((token, i) => {
    if (i === verb + 1 && isModifier) return { ...token, upos: 'ADJ', head: verb + 2, deprel: 'amod' };
    if (i === verb + 1 && token.deprel === 'conj') return { ...token, deprel: 'obj' };
    if (i >= verb || i === name || token.head <= verb) return token;
    return { ...token, head: verb };
  });
}
