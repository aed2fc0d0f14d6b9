import type { Mention, Sentence } from '../../model/index.ts';
import { endingsOf } from '../rule/ending-index.ts';
import type { RuleWords } from '../rule/rule-words.ts';
import { repairAdjectives } from './adjectives.ts';
import { repairClauseVerb } from './clause-verb.ts';
import { repairColon } from './colon.ts';
import { repairConjuncts } from './conjuncts.ts';
import { repairDoers } from './doers.ts';
import { repairFronted } from './fronted.ts';
import { repairHeadline } from './headline.ts';
import { repairInserted } from './inserted.ts';
import { repairLists } from './lists.ts';
import { repairLostObject } from './lost-object.ts';
import { repairModifiers } from './modifiers.ts';
import { repairNames } from './names.ts';
import { repairOpeningNoun } from './opening-noun.ts';
import { repairOpenings } from './openings.ts';
import { repairPast } from './past.ts';
import { repairPlural } from './plural.ts';
import { repairPresent } from './present.ts';
import { repairReduced } from './reduced.ts';
import { repairReflexives } from './reflexives.ts';
import { repairReports } from './reports.ts';
import { repairRoot } from './root.ts';
import { repairSecondVerb } from './second-verb.ts';
import { repairSeries } from './series.ts';
import { repairStands } from './stands.ts';
import { repairTellers } from './tellers.ts';
import { repairOrder } from './verb-final.ts';
import { repairVerbGroup } from './verb-group.ts';
import { repairVerbalNouns } from './verbal-nouns.ts';
import { repairVoice } from './voice.ts';

type Repair = (sentence: Sentence, mentions: readonly Mention[]) => Sentence;

/** The tree with what parsers are known to misread put right, one repair after the other. */
export function repairTree(sentence: Sentence, mentions: readonly Mention[], words: RuleWords): Sentence {
  let tree = sentence;
  for (const repair of repairsOf(words)) {
    const after = repair(tree, mentions);
    if (after !== tree && isTree(after.tokens)) tree = after;
  }
  return tree;
}

/** The repairs of each language's words: made for every sentence anew, two dozen functions would start unprepared each time. */
const repairs = new WeakMap<RuleWords, readonly Repair[]>();

function repairsOf(words: RuleWords): readonly Repair[] {
  const known = repairs.get(words) ?? makeRepairs(words);
  repairs.set(words, known);
  return known;
}

function makeRepairs(words: RuleWords): Repair[] {
  const { grammar } = words;
  const knows = (lemma: string): boolean => words.lexicon.byHead.has(words.fold(lemma));
  const isKnown = (form: string): boolean => isVerb(form, words);
  const mayBeVerb = (form: string): boolean => isVerbForm(form, words);
  const headlineVerb = (form: string): boolean => mayBeVerb(form) || isKnown(form);
  const isSaying = (lemma: string): boolean => grammar.has('telling', lemma);
  const present = {
    mayBe: (form: string): boolean => presentOf(form, words).has('V'),
    isPresent: (form: string): boolean => isPresent(form, words),
  };
  const inOrder = grammar.has('adjacent', 'object');
  // what the order of words shows is known only where a subject stands before its verb and an object behind it
  const ordered = (repair: Repair): Repair[] => (inOrder ? [repair] : []);
  return [
    (one) => repairPast(one, words.irregular, words.fold),
    (one, mentions) => repairColon(one, mentions),
    ...ordered((one, mentions) => repairAdjectives(one, mentions)),
    ...ordered((one, mentions) => repairFronted(one, mentions, grammar)),
    (one, mentions) => repairNames(one, mentions, grammar),
    (one, mentions) => repairReflexives(one, mentions, grammar, knows),
    ...ordered((one) => repairTellers(one)),
    ...ordered((one, mentions) => repairVerbGroup(one, mentions, grammar, mayBeVerb)),
    ...ordered((one, mentions) => repairInserted(one, mentions, { mayBeVerb, isSaying })),
    ...ordered((one) => repairOpeningNoun(one)),
    ...ordered((one) => repairOpenings(one)),
    ...ordered((one) => repairLostObject(one, grammar)),
    ...ordered((one, mentions) => repairReports(one, mentions, grammar)),
    (one, mentions) => repairDoers(one, mentions, grammar),
    ...ordered((one, mentions) => repairPlural(one, mentions, isKnown)),
    ...ordered((one, mentions) => repairHeadline(one, mentions, grammar, headlineVerb)),
    ...ordered((one, mentions) => repairPresent(one, mentions, present.isPresent)),
    ...ordered((one, mentions) => repairClauseVerb(one, mentions, { singular: present.mayBe, plural: isKnown })),
    ...ordered((one, mentions) => repairSecondVerb(one, mentions, present)),
    ...ordered((one, mentions) => repairModifiers(one, mentions, grammar, mayBeVerb)),
    (one) => repairVoice(one, grammar),
    (one) => repairReduced(one, grammar),
    (one, mentions) => repairRoot(one, mentions, mayBeVerb),
    ...ordered((one) => repairConjuncts(one)),
    ...ordered((one) => repairSeries(one)),
    ...ordered((one, mentions) => repairLists(one, mentions)),
    (one) => repairStands(one, grammar, words.fold),
    (one, mentions) => repairVerbalNouns(one, mentions, grammar, words.fold),
    (one, mentions) => repairOrder(one, mentions, words),
  ];
}

/** Whether every word leads up to a root: a repair that closes a circle is none. */
function isTree(tokens: Sentence['tokens']): boolean {
  const leads = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const way: number[] = [];
    for (let at = i; at >= 0 && leads[at] === 0; at = tokens[at]!.head) {
      if (way.length > tokens.length) return false;
      way.push(at);
    }
    for (const one of way) leads[one] = 1;
  }
  return true;
}

/** Whether a form is a verb of the lexicon as it stands. */
function isVerb(form: string, words: RuleWords): boolean {
  const entries = words.lexicon.byHead.get(words.fold(form));
  return entries?.some(({ pattern }) => pattern.wordClass === 'V') === true;
}

/** Whether a form is the present tense of a verb of the lexicon and of no noun of it. */
function isPresent(form: string, words: RuleWords): boolean {
  const classes = presentOf(form, words);
  return classes.has('V') && !classes.has('N');
}

/** The classes of the words in the lexicon whose present tense, or plural, a form can be. */
function presentOf(form: string, words: RuleWords): ReadonlySet<string | undefined> {
  const stems = words.endings
    .filter(({ ending }) => /s$/.test(ending) && form.endsWith(ending))
    .map(({ ending, replacement }) => words.fold(form.slice(0, -ending.length) + replacement));
  const entries = stems.flatMap((stem) => words.lexicon.byHead.get(stem) ?? []);
  return new Set(entries.map(({ pattern }) => pattern.wordClass));
}

/** Whether an ending, or a list of irregular forms, leads a form back to a verb of the lexicon. */
function isVerbForm(form: string, words: RuleWords): boolean {
  const folded = words.fold(form);
  if (words.irregular?.has(folded)) return true;
  return endingsOf(words.endings, folded).some(({ ending, replacement, wordClass }) => {
    if (wordClass !== 'V' || !folded.endsWith(ending)) return false;
    const stem = folded.slice(0, folded.length - ending.length) + replacement;
    return words.lexicon.byHead.get(stem)?.some((entry) => entry.pattern.wordClass !== 'N') === true;
  });
}
