import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';

/**
 * "Nepal cut access", "the president imposed emergency rule", "Mexico had granted asylum": a past tense right behind whoever
 * does it and right before a bare noun is taken for a modifier of that noun, and the clause for one noun phrase. It becomes
 * the verb, the one before its subject and the noun its object. Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairModifiers(
  sentence: Sentence,
  mentions: readonly Mention[],
  grammar: Grammar,
  mayBeVerb: MayBeVerb,
): Sentence {
  let tokens: readonly Token[] = sentence.tokens;
  for (let verb = 1; verb < tokens.length; verb++) {
    if (!isModifier(tokens, verb, mayBeVerb)) continue;
    const subject = subjectBefore(tokens, mentions, { verb, grammar });
    if (subject === undefined) continue;
    const outer = outerOf(tokens, { verb, subject, grammar });
    const place = outer === undefined ? undefined : placeOf(tokens, outer);
    if (outer !== undefined && place) tokens = asClause(tokens, { verb, subject, outer, place });
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

/** A form of the past that the parser hangs on the noun behind it. */
function isModifier(tokens: readonly Token[], i: number, mayBeVerb: MayBeVerb): boolean {
  const { deprel, head, form } = tokens[i]!;
  if ((deprel !== 'amod' && deprel !== 'compound') || head <= i || !/^\p{Ll}/u.test(form)) return false;
  return !form.endsWith('ing') && tokens[i - 1]!.form !== '-' && mayBeVerb(form);
}

interface Search {
  readonly verb: number;
  readonly grammar: Grammar;
}

/** Head of the known party that ends right before the verb, with at most adverbs and a perfect auxiliary between. */
function subjectBefore(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  { verb, grammar }: Search,
): number | undefined {
  let last = verb - 1;
  while (last > 0 && (tokens[last]!.upos === 'ADV' || grammar.has('perfect', foldText(tokens[last]!.form)))) last--;
  const party = mentions.find((one) => one.last === last && one.actors.length > 0);
  if (!party) return undefined;
  const { first, head } = party;
  // "Syrian captured territory": an adjective before a participle
  if (last > 0 && !['NOUN', 'PROPN'].includes(tokens[last]!.upos)) return undefined;
  if (tokens[first - 1]?.upos === 'ADP' || tokens.some((one) => one.head === head && one.deprel === 'case'))
    return undefined;
  let subject = head;
  while (tokens[subject]!.deprel === 'conj') subject = tokens[subject]!.head;
  return subject;
}

interface Clause extends Search {
  readonly subject: number;
}

/** The word that stands for the clause in the wrong tree; undefined where the noun phrase has a verb of its own. */
function outerOf(tokens: readonly Token[], { verb, subject, grammar }: Clause): number | undefined {
  const object = tokens[verb]!.head;
  const above = tokens[subject]!.head;
  const perfect = tokens.findIndex((one, i) => i > subject && i < verb && grammar.has('perfect', foldText(one.form)));
  if (perfect >= 0 && above === perfect && tokens[object]!.head === perfect) return perfect;
  if (tokens[object]!.head === subject) return subject;
  if (above === object || above === verb) return object;
  return undefined;
}

interface Place {
  readonly head: number;
  readonly deprel: string;
}

const CLAUSES = ['root', 'parataxis', 'ccomp', 'advcl', 'conj', 'acl:relcl'];

function placeOf(tokens: readonly Token[], outer: number): Place | undefined {
  const { head, deprel } = tokens[outer]!;
  if (head < 0) return { head, deprel: 'root' };
  if (CLAUSES.includes(deprel)) return { head, deprel };
  if (deprel === 'appos') return { head, deprel: 'parataxis' };
  // "fighters overran the town, and the garrison left": taken for two subjects of the second verb
  const second = deprel === 'nsubj' ? secondSubject(tokens, outer) : undefined;
  return second === undefined ? undefined : { head, deprel: 'parataxis' };
}

/** The one behind a comma that the parser sets beside a first subject of the same verb. */
function secondSubject(tokens: readonly Token[], first: number): number | undefined {
  const verb = tokens[first]!.head;
  const isBeside = ({ head, deprel }: Token): boolean =>
    (head === first && deprel === 'conj') || (head === verb && deprel === 'nsubj');
  const second = tokens.findIndex((one, i) => i > first && i < verb && isBeside(one));
  const opens = tokens.some(({ head, form }, i) => form === ',' && i < second && i > first && head >= second);
  return second >= 0 && opens ? second : undefined;
}

interface Found {
  readonly verb: number;
  readonly subject: number;
  readonly outer: number;
  readonly place: Place;
}

function asClause(tokens: readonly Token[], { verb, subject, outer, place }: Found): Token[] {
  const object = tokens[verb]!.head;
  const second = tokens[outer]!.deprel === 'nsubj' ? secondSubject(tokens, outer) : undefined;
  return tokens.map((token, i) => {
    if (i === second) return { ...token, head: place.head, deprel: 'nsubj' };
    if (i === verb) return { ...token, ...place, upos: 'VERB', feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' } };
    if (i === subject) return { ...token, head: verb, deprel: 'nsubj' };
    if (i === object) return { ...token, head: verb, deprel: 'obj' };
    if (i === outer) return { ...token, head: verb, deprel: 'aux' };
    const opens = i < subject && ['cc', 'mark', 'punct', 'advmod'].includes(token.deprel);
    if (token.head !== outer || !(opens || i > verb)) return token;
    return { ...token, head: verb, deprel: token.deprel === 'nmod' ? 'obl' : token.deprel };
  });
}
