import type { ActReader } from './act.ts';
import { type Composer, codesNegation, inFuture, type Outcome, operate } from './compose.ts';
import { isSaid, isWishRefused } from './final-stance.ts';
import { auxiliaries, isFuture, isHypothetical, isLeftUndone, isNegated, isWished } from './stance.ts';

/** The outcome with the stance that the words around say: denied, wished, planned, hypothetical, refused. */
export function withStance(reader: ActReader, i: number, outcome: Outcome): Outcome {
  const carrier = carrierOf(reader, i);
  const current = stanceAt(reader, i, outcome);
  return carrier === undefined || current.stance !== 'happened' ? current : stanceAt(reader, carrier, current);
}

/** "ответит санкциями", "визит не состоится": the verb that only says that, when and whether the act of a noun is done. */
function carrierOf({ tree, composer }: ActReader, i: number): number | undefined {
  const carries = ['obj', 'iobj', 'nsubj', 'nsubj:pass'].includes(tree.relation(i)) && tree.upos(i) === 'NOUN';
  const verb = tree.head(i);
  return carries && verb >= 0 && composer.grammar.has('carrier', tree.lemma[verb]!) ? verb : undefined;
}

function stanceAt(reader: ActReader, i: number, outcome: Outcome): Outcome {
  const { tree, composer } = reader;
  const { grammar } = composer;
  let current = outcome;
  const isNo = isNegated(tree, i, grammar);
  // "silah vermeyecek": a line that is a refusal itself
  const refuses = isNo && saysNegation(outcome, grammar);
  if (refuses && isSoFar(reader, i)) return { ...current, stance: 'denied' };
  if (isNo && !refuses && !isWishRefused(reader, i, current)) {
    const operator = isEnded(reader, i, current) ? 'stop' : negation(reader, i);
    const refused = operator === undefined ? undefined : operate(composer, operator, current, current.token);
    if (refused && codesNegation(composer)) return refused;
    current = refused ?? { ...current, stance: 'denied' };
  }
  if (isHypothetical(tree, i, grammar)) return { ...current, stance: 'hypothetical' };
  if (isWished(tree, i, grammar)) return { ...current, stance: 'demanded' };
  // "will not attack" is no plan to attack
  if (isFuture(tree, i, grammar) && current.stance !== 'denied' && !current.operators.includes('negate') && !refuses) {
    const planned = inFuture(composer, current) ?? { ...current, stance: 'planned' };
    return isSaid(reader, i, planned) ? { ...planned, stance: 'happened' } : planned;
  }
  return current;
}

/** "will not send" and "does not accept" refuse; "is not sending" only says what is not the case. */
function negation(reader: ActReader, i: number): string | undefined {
  const { tree, composer } = reader;
  if (codesNegation(composer)) return 'not';
  const { grammar } = composer;
  // what somebody has yet to do, or has not done so far, he does not refuse
  if (isSoFar(reader, i) || isLeftUndone(tree, i, grammar)) return undefined;
  const refuses = isFuture(tree, i, grammar) || (grammar.has('refusable', tree.lemma[i]!) && !isPerfect(reader, i));
  return refuses ? 'negate' : undefined;
}

/** "would no longer fire at each other": a hostile deed that is no longer done has been ended (grammar kind `no-more`). */
function isEnded({ tree, composer }: ActReader, i: number, { type }: Outcome): boolean {
  const { deed, score } = composer.codebook.types.get(type)!;
  return deed && score < 0 && tree.dependents(i, 'advmod').some((c) => composer.grammar.has('no-more', tree.form[c]!));
}

/** "henüz teslim etmedi", "has not yet delivered" (grammar kind `so-far`). */
function isSoFar({ tree, composer }: ActReader, i: number): boolean {
  return tree.dependents(i, 'advmod').some((c) => composer.grammar.has('so-far', tree.form[c]!));
}

/** "has not recognised Crimea" tells a state of things, "does not recognise" a stand. */
function isPerfect({ tree, composer }: ActReader, i: number): boolean {
  return auxiliaries(tree, i).some((word) => composer.grammar.has('perfect', word));
}

/** "не допустить": a line that names the negation itself means what it says. */
function saysNegation({ entries }: Outcome, grammar: Composer['grammar']): boolean {
  return entries.some(
    ({ pattern }) =>
      pattern.companions.some((words) => words.some((word) => grammar.has('negation', word))) ||
      pattern.heads.some((head) => grammar.has('negative-head', head)),
  );
}
