import type { Draft } from './analyser.ts';
import { ROLE_FEATURES, RoleSentence, type RoleView, roleFeatures } from './role-features.ts';

/** Weights of the role finder: four a row: agent, patient (against nothing) and two unused. */
export interface RoleWeights {
  readonly bits: number;
  readonly values: Float32Array | Int16Array;
  /** Weights are this many times too large. */
  readonly scale: number;
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
const BEFORE = 24;
const BEHIND = 8;
/** Half of the F1 there is to get (Lipton 2014). */
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

/** Odds of agent and patient; nothing has odds 1. */
export function roleOdds(
  weights: Pick<RoleWeights, 'values' | 'scale'>,
  rows: Int32Array,
  count: number,
): readonly [number, number] {
  const { values, scale } = weights;
  let agent = 0;
  let patient = 0;
  for (let k = 0; k < count; k++) {
    agent += values[rows[k]! * 4]!;
    patient += values[rows[k]! * 4 + 1]!;
  }
  return [Math.exp(agent / scale), Math.exp(patient / scale)];
}

/**
 * Agents and patients of a sentence's verbs, learnt from suffixes, word order and what the tree says; writes them into the
 * tree. The surest first: a word has one role, a verb one agent and one patient.
 */
export function findRoles(draft: Draft, weights: RoleWeights, view: RoleView): void {
  const found = scorePairs(draft, weights, view);
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

function scorePairs(draft: Draft, weights: RoleWeights, view: RoleView): Found[] {
  const sentence = new RoleSentence(draft, view);
  const rows = new Int32Array(ROLE_FEATURES);
  const found: Found[] = [];
  const barred = draft.forms.map((_, i) => view.bars?.(draft, i) === true);
  for (const { verb, word } of rolePairs(draft)) {
    if (barred[word]) continue;
    const count = roleFeatures(sentence, verb, word, 32 - weights.bits, rows);
    const [agent, patient] = roleOdds(weights, rows, count);
    const all = 1 + agent + patient;
    if (agent / all > THRESHOLD) found.push({ verb, word, patient: false, probability: agent / all });
    if (patient / all > THRESHOLD) found.push({ verb, word, patient: true, probability: patient / all });
  }
  return found.sort((a, b) => b.probability - a.probability || a.verb - b.verb || a.word - b.word);
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
