import { readFeats } from '../src/language/conllu.ts';
import type { Feats, Token } from '../src/model/index.ts';
import type { Tree } from './treebank.ts';

/** Counts of right answers, of gold items and of answers. */
export interface Match {
  right: number;
  gold: number;
  found: number;
}

export interface Scores {
  readonly tokens: number;
  readonly upos: number;
  readonly lemma: number;
  readonly uas: number;
  readonly las: number;
  readonly triples: Match;
  readonly subjects: Match;
  readonly objects: Match;
  /** Agent and patient heads of finite verbs. */
  readonly roles: Match;
}

export function f1({ right, gold, found }: Match): number {
  return gold + found === 0 ? 0 : (200 * right) / (gold + found);
}

type Fold = (text: string) => string;

/**
 * Scores on gold tokens, punctuation counted, relations as in `plainRelation`, lemmas without case. Percentages.
 */
export function scoreTrees(gold: readonly Tree[], predicted: readonly (readonly Token[])[], fold: Fold): Scores {
  const counts = { tokens: 0, upos: 0, lemma: 0, lemmas: 0, uas: 0, las: 0 };
  const triples: Match = { right: 0, gold: 0, found: 0 };
  const subjects: Match = { right: 0, gold: 0, found: 0 };
  const objects: Match = { right: 0, gold: 0, found: 0 };
  const roles: Match = { right: 0, gold: 0, found: 0 };
  gold.forEach((tree, s) => {
    const tokens = predicted[s]!;
    tree.forms.forEach((_, i) => {
      const token = tokens[i]!;
      counts.tokens++;
      if (token.upos === tree.upos[i]) counts.upos++;
      if (tree.lemmas[i] !== '_') counts.lemmas++;
      if (tree.lemmas[i] !== '_' && fold(token.lemma) === fold(tree.lemmas[i]!)) counts.lemma++;
      const attached = token.head + 1 === tree.heads[i];
      if (attached) counts.uas++;
      if (attached && token.deprel === tree.deprels[i]) counts.las++;
    });
    const found = clausesOf(tokens);
    const wanted = clauses(tree.upos, tree.heads, tree.deprels);
    compare(wanted, found, { triples, subjects, objects });
    const finite = tree.upos.map((_, i) => isFiniteVerb(tree, i));
    const taken = tokens.map((token) => token.upos === 'VERB' && isFiniteForm(token.feats));
    countRoles({ verbs: finite, clauses: wanted }, { verbs: taken, clauses: found }, roles);
  });
  const share = (n: number): number => (100 * n) / counts.tokens;
  return {
    tokens: counts.tokens,
    upos: share(counts.upos),
    lemma: (100 * counts.lemma) / Math.max(1, counts.lemmas),
    uas: share(counts.uas),
    las: share(counts.las),
    triples,
    subjects,
    objects,
    roles,
  };
}

/** Who does it and whom it is done to; 0 where there is none. */
export interface Clause {
  subject: number;
  object: number;
}

/** Verb (from 1) -> its agent and patient: nsubj or obl:agent, obj or nsubj:pass. */
export function clauses(
  upos: readonly string[],
  heads: readonly number[],
  deprels: readonly string[],
): ReadonlyMap<number, Clause> {
  const out = new Map<number, Clause & { agent: number; passive: boolean }>();
  for (const [i, part] of upos.entries()) {
    if (part === 'VERB') out.set(i + 1, { subject: 0, object: 0, agent: 0, passive: false });
  }
  for (const [i, deprel] of deprels.entries()) {
    const clause = out.get(heads[i]!);
    if (clause === undefined) continue;
    if (deprel === 'nsubj') clause.subject ||= i + 1;
    else if (deprel === 'obj') clause.object ||= i + 1;
    else if (deprel === 'obl:agent') clause.agent = i + 1;
    else if (deprel === 'nsubj:pass') {
      clause.passive = true;
      clause.object ||= i + 1;
    }
  }
  for (const clause of out.values()) if (clause.passive) clause.subject = clause.agent;
  return out;
}

function clausesOf(tokens: readonly Token[]): ReadonlyMap<number, Clause> {
  return clauses(
    tokens.map((token) => token.upos),
    tokens.map((token) => token.head + 1),
    tokens.map((token) => token.deprel),
  );
}

export function isFiniteVerb({ upos, feats }: Tree, i: number): boolean {
  return upos[i] === 'VERB' && isFiniteForm(readFeats(feats[i]!));
}

function isFiniteForm(feats: Feats): boolean {
  return feats['VerbForm'] === undefined || feats['VerbForm'] === 'Fin';
}

interface Side {
  readonly verbs: readonly boolean[];
  readonly clauses: ReadonlyMap<number, Clause>;
}

function countRoles(gold: Side, found: Side, roles: Match): void {
  for (const [i, isVerb] of gold.verbs.entries()) {
    const g = (isVerb ? gold.clauses.get(i + 1) : undefined) ?? NO_CLAUSE;
    const f = (found.verbs[i] ? found.clauses.get(i + 1) : undefined) ?? NO_CLAUSE;
    add(roles, { gold: g.subject !== 0, found: f.subject !== 0, same: g.subject === f.subject });
    add(roles, { gold: g.object !== 0, found: f.object !== 0, same: g.object === f.object });
  }
}

interface Matches {
  readonly triples: Match;
  readonly subjects: Match;
  readonly objects: Match;
}

const NO_CLAUSE: Clause = { subject: 0, object: 0 };

function compare(gold: ReadonlyMap<number, Clause>, found: ReadonlyMap<number, Clause>, out: Matches): void {
  for (const verb of new Set([...gold.keys(), ...found.keys()])) {
    const g = gold.get(verb) ?? NO_CLAUSE;
    const f = found.get(verb) ?? NO_CLAUSE;
    add(out.subjects, { gold: g.subject !== 0, found: f.subject !== 0, same: g.subject === f.subject });
    add(out.objects, { gold: g.object !== 0, found: f.object !== 0, same: g.object === f.object });
    const same = g.subject === f.subject && g.object === f.object;
    add(out.triples, { gold: g.subject !== 0 && g.object !== 0, found: f.subject !== 0 && f.object !== 0, same });
  }
}

function add(match: Match, item: { readonly gold: boolean; readonly found: boolean; readonly same: boolean }): void {
  if (item.gold) match.gold++;
  if (item.found) match.found++;
  if (item.gold && item.found && item.same) match.right++;
}
