import type { Draft } from '../engine/analyser.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';
import { isPlainAccusative } from './case-ending.ts';

/**
 * Who does what in a Turkish clause, by its suffixes: the tree is weak, the cases are not. Repairs subjects and objects of
 * finite verbs in place: an accusative is no subject, a bare noun in front of the verb is an object before it is a
 * second subject, and an accusative that hangs on nothing likely belongs to the verb its clause ends in.
 */
export function repairRoles(draft: Draft): void {
  repairCases(draft);
  let clause = 0;
  for (let i = 0; i < draft.forms.length; i++) {
    if (BOUNDARY.has(draft.forms[i]!)) clause = i + 1;
    if (!isFiniteVerb(draft, i)) continue;
    repairClause(draft, { from: clause, verb: i });
    clause = i + 1;
  }
}

function repairCases({ forms, upos, feats }: Draft): void {
  for (let i = 0; i < forms.length; i++) {
    if (!NOMINALS.has(upos[i]!) || feats[i]!['Case'] === 'Acc' || !isPlainAccusative(lowerCaseDotted(forms[i]!)))
      continue;
    const { Number: number = 'Sing' } = feats[i]!;
    feats[i] = { Case: 'Acc', Number: number, Person: '3' };
  }
}

const BOUNDARY: ReadonlySet<string> = new Set([';', ':', '—', '–']);
const SUBJECTS: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass']);
const NOMINALS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);
/** Relations inside a noun phrase, and those that already say what a word does. */
const TAKEN: ReadonlySet<string> = new Set([
  'nmod',
  'amod',
  'det',
  'flat',
  'compound',
  'conj',
  'case',
  'nummod',
  'appos',
  'obj',
]);

/** Trees of real sentences are not deeper; keeps the search linear. */
const DEEPEST = 64;

interface Clause {
  readonly from: number;
  readonly verb: number;
}

function isFiniteVerb({ upos, feats }: Draft, i: number): boolean {
  const form = feats[i]!['VerbForm'];
  return upos[i] === 'VERB' && (form === undefined || form === 'Fin');
}

function isPassive({ feats }: Draft, i: number): boolean {
  return feats[i]!['Voice']?.includes('Pass') === true;
}

function repairClause(draft: Draft, clause: Clause): void {
  const { verb } = clause;
  const { heads, deprels, feats } = draft;
  const subjects: number[] = [];
  const objects: number[] = [];
  for (let i = clause.from; i < draft.forms.length && i < verb + 12; i++) {
    if (heads[i] !== verb) continue;
    if (SUBJECTS.has(deprels[i]!)) subjects.push(i);
    else if (deprels[i] === 'obj') objects.push(i);
  }
  for (const i of subjects) if (feats[i]!['Case'] === 'Acc') deprels[i] = 'obj';
  const bare = subjects.filter((i) => feats[i]!['Case'] !== 'Acc');
  if (objects.length === 0 && bare.length > 1 && bare.includes(verb - 1) && !isPassive(draft, verb)) {
    deprels[verb - 1] = 'obj';
    objects.push(verb - 1);
  }
  const hasObject = objects.length > 0 || bare.length < subjects.length;
  if (!hasObject && !isPassive(draft, verb)) attachAccusative(draft, clause);
  if (bare.length === 0) attachNominative(draft, clause);
}

/**
 * "Rusya saldırıyı kınadı": a bare noun cannot own a noun without a possessive suffix, so it is the subject of the verb that
 * the noun depends on.
 */
function attachNominative(draft: Draft, { from, verb }: Clause): void {
  const { heads, deprels, feats, upos } = draft;
  for (let i = from; i < verb - 1; i++) {
    const owned = heads[i]!;
    if (isBareName(draft, i, verb)) {
      deprels[i] = isPassive(draft, verb) ? 'nsubj:pass' : 'nsubj';
      return;
    }
    if (owned <= i || owned >= verb || heads[owned] !== verb || deprels[i] !== 'nmod') continue;
    const bareNoun = NOMINALS.has(upos[i]!) && (feats[i]!['Case'] ?? 'Nom') === 'Nom';
    const marked = MARKED.has(feats[owned]!['Case'] ?? '') && feats[owned]!['Person[psor]'] === undefined;
    if (!bareNoun || !marked) continue;
    heads[i] = verb;
    deprels[i] = isPassive(draft, verb) ? 'nsubj:pass' : 'nsubj';
    if (deprels[owned] === 'nsubj' && feats[owned]!['Case'] === 'Acc') deprels[owned] = 'obj';
    return;
  }
}

/** Obliques of the verb carry a case; those without are times and manners, not names. */
function isBareName({ heads, deprels, upos, feats }: Draft, i: number, verb: number): boolean {
  const name = upos[i] === 'PROPN' || upos[i] === 'PRON';
  return name && heads[i] === verb && deprels[i] === 'obl' && feats[i]!['Case'] === 'Nom';
}

const MARKED: ReadonlySet<string> = new Set(['Acc', 'Dat', 'Loc', 'Abl', 'Ins']);

/** The nearest accusative of the clause that no verb form between it and the verb can own. */
function attachAccusative(draft: Draft, { from, verb }: Clause): void {
  const { heads, deprels, feats, upos } = draft;
  for (let i = verb - 1; i >= from; i--) {
    // A participle, converb or verbal noun owns what stands before it.
    if (upos[i] === 'VERB') return;
    if (feats[i]!['Case'] !== 'Acc' || !NOMINALS.has(upos[i]!) || TAKEN.has(deprels[i]!)) continue;
    if (heads[i] === -1 || descends(draft, verb, i)) return;
    heads[i] = verb;
    deprels[i] = 'obj';
    return;
  }
}

/** Whether `node` hangs, at whatever depth, on `above`. */
function descends({ heads }: Draft, node: number, above: number): boolean {
  let at = node;
  for (let steps = 0; at >= 0 && steps < DEEPEST; steps++) {
    if (at === above) return true;
    at = heads[at]!;
  }
  // Too deep to tell: better to leave the tree as it is.
  return at >= 0;
}
