import type { Draft, Learned } from '../engine/analyser.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';
import { findRoles } from '../engine/role-finder.ts';
import { isPlainAccusative } from './case-ending.ts';
import { isComplement, markFiniteVerbs } from './finite-verb.ts';
import { roleSpelling } from './suffix-chain.ts';
import { markConverbs, signVerbs } from './verb-signs.ts';

/**
 * Who does what in a Turkish sentence. The tree is weak, suffixes and word order are not: accusatives and finite verbs are
 * first put right by their endings, then a model that sees cases, order and the tree gives each verb its agent and patient.
 */
export function repairRoles(draft: Draft, { stems, roles, style }: Learned): void {
  repairCases(draft);
  if (stems !== undefined) {
    markFiniteVerbs(draft, stems);
    markConverbs(draft, stems);
  }
  signVerbs(draft, stems);
  if (roles === undefined) return;
  findRoles(draft, roles, { style, lower: lowerCaseDotted, ...roleSpelling, bars: hasPostposition });
  let clause = 0;
  for (let i = 0; i < draft.forms.length; i++) {
    if (BOUNDARY.has(draft.forms[i]!)) clause = i + 1;
    if (!isFiniteVerb(draft, i)) continue;
    completeClause(draft, { from: clause, verb: i });
    clause = i + 1;
  }
  if (stems === undefined) return;
  for (const [i, deprel] of draft.deprels.entries()) {
    if (deprel === 'obj' && isComplement(lowerCaseDotted(draft.forms[i]!), stems)) draft.deprels[i] = 'ccomp';
  }
}

/** A word in front of ile, tarafından, için is no subject and no object. */
function hasPostposition({ forms, upos }: Draft, i: number): boolean {
  const next = forms[i + 1];
  return next !== undefined && (upos[i + 1] === 'ADP' || POSTPOSITIONS.has(lowerCaseDotted(next)));
}

const POSTPOSITIONS: ReadonlySet<string> = new Set([
  'ile',
  'için',
  'tarafından',
  'gibi',
  'kadar',
  'hakkında',
  'üzerine',
]);
const NOMINALS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

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

/** What the finder left open: a verb without a subject, or a transitive one without an object. */
function completeClause(draft: Draft, clause: Clause): void {
  const { verb } = clause;
  const { heads, deprels } = draft;
  let subject = false;
  let object = false;
  for (let i = Math.max(0, verb - 24); i < draft.forms.length && i < verb + 12; i++) {
    if (heads[i] !== verb) continue;
    subject ||= SUBJECTS.has(deprels[i]!);
    object ||= deprels[i] === 'obj';
  }
  if (!object && !isPassive(draft, verb)) attachAccusative(draft, clause);
  if (!subject) attachNominative(draft, clause);
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
