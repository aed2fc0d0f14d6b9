import type { Draft } from './analyser.ts';
import { BOTH_AT, bothFields, VERB_AT, verbFields, wordFields } from './role-fields.ts';
import { isFiniteWord, RoleSentence, type RoleView } from './role-sentence.ts';
import type { NetReader } from './small-net.ts';

/** What a language has learnt of roles: which words are finite verbs, and which part a word plays under a verb. */
export interface RoleNets {
  readonly finite: NetReader;
  readonly pairs: NetReader;
}

export interface RolePair {
  readonly verb: number;
  readonly word: number;
}

interface Found extends RolePair {
  readonly patient: boolean;
  readonly probability: number;
}

/** Words a role is looked for among, before the verb and behind it. */
const BEFORE = 40;
const BEHIND = 8;
/** Half of the F1 there is to get (Lipton 2014), less what verbs that are none take away. */
const THRESHOLD = 0.18;

const CANDIDATES: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'DET', 'VERB']);

/** Every verb with every word near it that may play a part: at most BEFORE + BEHIND a verb. */
export function rolePairs({ upos, deprels }: Draft): RolePair[] {
  const out: RolePair[] = [];
  for (let verb = 0; verb < upos.length; verb++) {
    if (upos[verb] !== 'VERB') continue;
    const end = Math.min(upos.length, verb + BEHIND + 1);
    for (let word = Math.max(0, verb - BEFORE); word < end; word++) {
      if (word !== verb && CANDIDATES.has(upos[word]!) && deprels[word] !== 'obl:agent') out.push({ verb, word });
    }
  }
  return out;
}

export interface RoleSight {
  readonly view: RoleView;
  /** How likely each word is a finite verb, where that was judged. */
  readonly chances: Float32Array;
}

/**
 * Agents and patients of a sentence's verbs, learnt from suffixes, word order and what the tree says; writes them into the
 * tree. The surest first: a word has one role, a verb one agent and one patient.
 */
export function findRoles(draft: Draft, pairs: NetReader, sight: RoleSight): void {
  const found = scorePairs(draft, pairs, sight);
  const words = new Set<number>();
  const taken = new Set<number>();
  const kept: Found[] = [];
  for (const one of found) {
    const slot = one.verb * 2 + (one.patient ? 1 : 0);
    if (words.has(one.word) || taken.has(slot)) continue;
    words.add(one.word);
    taken.add(slot);
    kept.push(one);
  }
  dropOthers(draft, words);
  for (const one of kept) write(draft, one);
}

function scorePairs(draft: Draft, net: NetReader, { view, chances }: RoleSight): Found[] {
  const sentence = new RoleSentence(draft, view);
  const classify = pairClassifier(sentence, net);
  const found: Found[] = [];
  const barred = draft.forms.map((_, i) => view.bars?.(draft, i) === true);
  for (const { verb, word } of rolePairs(draft)) {
    if (barred[word]) continue;
    const [agent, patient] = classify(verb, word);
    const chance = isFiniteWord(draft, verb) ? chances[verb]! : 1;
    if (agent * chance > THRESHOLD) found.push({ verb, word, patient: false, probability: agent * chance });
    if (patient * chance > THRESHOLD) found.push({ verb, word, patient: true, probability: patient * chance });
  }
  return found.sort((a, b) => b.probability - a.probability || a.verb - b.verb || a.word - b.word);
}

/** The net's answer to every pair; what it makes of a word and of a verb is looked up once. */
function pairClassifier(
  sentence: RoleSentence,
  net: NetReader,
): (verb: number, word: number) => readonly [number, number] {
  const ofWord: Float32Array[] = [];
  const ofVerb: (readonly number[])[] = [];
  return (verb, word) => {
    ofWord[word] ??= net.begin(net.rows(wordFields(sentence, word), 0));
    ofVerb[verb] ??= net.rows(verbFields(sentence, verb), VERB_AT);
    return net.classifyOn(ofWord[word], [...ofVerb[verb], ...net.rows(bothFields(sentence, verb, word), BOTH_AT)]);
  };
}

const ROLES: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'obj']);

/** Subjects and objects of verbs that the finder did not confirm become obliques. */
function dropOthers({ upos, heads, deprels }: Draft, confirmed: ReadonlySet<number>): void {
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i]!;
    if (head >= 0 && upos[head] === 'VERB' && ROLES.has(deprels[i]!) && !confirmed.has(i)) deprels[i] = 'obl';
  }
}

function write(draft: Draft, { verb, word, patient }: Found): void {
  const { heads, deprels, feats } = draft;
  if (heads[word] !== verb) {
    const above = isAbove(draft, word, verb);
    if (above === undefined) return;
    if (above) {
      // The verb hangs on the word: it takes the word's place in the tree.
      heads[verb] = heads[word]!;
      deprels[verb] = deprels[word]!;
    }
    heads[word] = verb;
  }
  const passive = feats[verb]!['Voice']?.includes('Pass') === true && feats[word]!['Case'] !== 'Acc';
  deprels[word] = patient ? (passive ? 'nsubj:pass' : 'obj') : 'nsubj';
}

/** Trees of real sentences are not deeper; keeps the search linear. */
const DEEPEST = 64;

/** Whether `node` hangs, at whatever depth, on `above`; undefined where that is too deep to tell. */
function isAbove({ heads }: Draft, above: number, node: number): boolean | undefined {
  let at = heads[node]!;
  for (let steps = 0; steps < DEEPEST; steps++) {
    if (at === above) return true;
    if (at < 0) return false;
    at = heads[at]!;
  }
  return undefined;
}
