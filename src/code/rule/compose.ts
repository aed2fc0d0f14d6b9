import { applyOperator, type Codebook, type Entry, type Grammar, type OperatorTable } from '../../codebook/index.ts';
import type { Stance } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Matcher } from './match.ts';
import { auxiliaries, isNegated, isPlannedInfinitive } from './stance.ts';

/** What a chain of words from the governing verb down to the act says, and which lines said so. */
export interface Outcome {
  readonly type: string;
  readonly mode: string | null;
  readonly stance: Stance;
  readonly weight: number;
  /** The word the type comes from, or the operator that changed it. */
  readonly token: number;
  readonly entries: readonly Entry[];
  readonly operators: readonly string[];
}

export interface Composer {
  readonly grammar: Grammar;
  readonly codebook: Codebook;
  readonly operators: OperatorTable;
}

/** A line with an object class and this weight holds its own against an operator of the same word. */
const OWN_READING = 1.3;
/** How much heavier a word must be to replace what stands below it. */
const REPLACE = 0.2;

/** Applies one operator by name; undefined when the table has no row for it over this type. */
export function operate(composer: Composer, operator: string, under: Outcome, token: number): Outcome | undefined {
  const row = applyOperator(composer.operators, composer.codebook, operator, under.type);
  if (!row) return undefined;
  const type = row.type ?? under.type;
  const { weight, entries } = under;
  return {
    type,
    mode: row.type === undefined || row.type === under.type ? (row.mode ?? under.mode) : row.mode,
    stance: row.stance,
    weight,
    token,
    entries,
    operators: [...under.operators, operator],
  };
}

/** What is told in the future tense: a plan, unless a convention gives the tense a row of its own (operator `future`). */
export function inFuture(composer: Composer, under: Outcome): Outcome | undefined {
  return operate(composer, composer.operators.has('future') ? 'future' : 'intend', under, under.token);
}

/** Whether a convention says itself what becomes of an act that is negated (operator `not`), whatever the verb. */
export function codesNegation({ operators }: Composer): boolean {
  return operators.has('not');
}

/**
 * Reads a chain of tokens from bottom to top: the lowest word with a line gives the act, each governor either
 * operates on it (agree, refuse, urge …), replaces it when it is heavier, or leaves it.
 */
export function composeChain(
  composer: Composer,
  matcher: Matcher,
  tree: SentenceTree,
  chain: readonly number[],
): Outcome | undefined {
  let current: Outcome | undefined;
  for (const i of [...chain].reverse()) {
    current = step(composer, matcher, tree, i, current);
    if (current) current = withAuxiliaries(composer, tree, i, current);
  }
  return current;
}

function step(
  composer: Composer,
  matcher: Matcher,
  tree: SentenceTree,
  i: number,
  current: Outcome | undefined,
): Outcome | undefined {
  if (codesNegation(composer) && composer.grammar.has('negation', tree.form[i]!)) return current;
  const found = matcher.at(i);
  const operators = found.operators.filter((entry) => composer.operators.has(entry.operator!));
  const own: Outcome | undefined = found.best && {
    type: found.best.type,
    mode: found.best.mode,
    stance: 'happened',
    weight: found.weight,
    token: i,
    entries: [found.best],
    operators: [],
  };
  if (!current) return own;
  if (operators.length > 0) {
    if (own && found.best!.pattern.objectClass && found.weight >= OWN_READING) return own;
    for (const entry of operators) {
      const next = operate(composer, entry.operator!, current, i);
      if (next && next.type !== current.type)
        return { ...next, weight: Math.max(current.weight, 1), entries: [entry, ...next.entries] };
    }
    if (own && found.weight > current.weight + REPLACE + 0.05) return own;
    return { ...current, weight: Math.max(current.weight, 1), token: i };
  }
  if (!own) return current;
  if (isDeedBesideWords(composer, tree, own, current)) return own;
  const isVerb = tree.upos(i) === 'VERB';
  if (found.weight > current.weight + REPLACE || (found.weight >= current.weight && isVerb && found.weight >= 1))
    return own;
  return current;
}

/** "rallied to demand", "marched calling for": what a crowd says while it acts is the purpose of the act. */
function isDeedBesideWords({ codebook }: Composer, tree: SentenceTree, own: Outcome, current: Outcome): boolean {
  const above = codebook.types.get(own.type)!;
  const below = codebook.types.get(current.type)!;
  if (own.weight < 1 || !above.deed || !above.domestic || below.deed) return false;
  return ['advcl', 'xcomp'].includes(tree.relation(current.token)) && tree.head(current.token) === own.token;
}

function withAuxiliaries(composer: Composer, tree: SentenceTree, i: number, outcome: Outcome): Outcome {
  let current = outcome;
  if (isNegated(tree, i, composer.grammar)) current = operate(composer, 'negate', current, current.token) ?? current;
  const words = auxiliaries(tree, i);
  const future =
    words.some((word) => composer.grammar.has('future', word)) || isPlannedInfinitive(tree, i, composer.grammar);
  if (!future || !['VERB', 'ADJ', 'NOUN'].includes(tree.upos(i)) || current.operators.includes('negate'))
    return current;
  return inFuture(composer, current) ?? current;
}
