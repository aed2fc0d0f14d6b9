import type { Grammar } from '../../codebook/index.ts';
import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** Sectors that speak and fight for a state or against it, whatever the occasion. */
const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'JUD', 'LEG', 'REB', 'PTY', 'OPP', 'IGO']);

/**
 * "Brazil beat Argentina 2-0", "the team will face Italy in the quarter-final", "sold its best striker to a Russian team":
 * a verb that teams share with armies, governments and traders (grammar kinds `contest-verb` and `transfer-verb`), with a
 * word of sport (kind `pastime`) or a score in its clause, is no event between states unless officials do it. With words
 * of a match that is on no verb is one.
 */
export function isPlayed(finder: PartyFinder, act: Act, { actor }: Parties): boolean {
  const { tree, composer } = finder;
  const { grammar } = composer;
  const verb = act.outcome.token;
  if (actor.some(({ actors }) => actors.some(({ sector }) => OFFICIAL.has(sector ?? '')))) return false;
  const clause = clauseOf(tree, verb);
  if (clause.some((i) => isOfMatch(tree, i, grammar))) return true;
  const isContest = grammar.has('contest-verb', tree.lemma[verb]!);
  const isMatch = grammar.has('match-verb', tree.lemma[verb]!) || (isContest && isSelection(finder, actor));
  if (isMatch && isOfStates(finder, verb)) return true;
  const isTransfer = grammar.has('transfer-verb', tree.lemma[verb]!) && !actor.some((one) => isState(tree, one));
  if (!isContest && !isTransfer) return false;
  if (finder.sport) return true;
  // "gunmen attacked a football team" is no match
  const objects =
    isTransfer || grammar.has('title-verb', tree.lemma[verb]!)
      ? []
      : tree.dependents(verb, 'obj', 'nsubj:pass').filter((c) => tree.marker(c) === undefined);
  const isSport = (i: number): boolean =>
    isScore(tree, i) ||
    ((tree.upos(i) !== 'ADJ' || tree.form[i - 1] === '-') &&
      (grammar.has('pastime', tree.lemma[i]!) || grammar.has('pastime', tree.form[i]!)) &&
      !objects.some((object) => tree.isUnder(i, object)));
  return clause.some(isSport);
}

/** "Algeria beat Nigeria", "fought off Italy": a verb of matches (grammar kind `match-verb`) with a state itself as its object. */
function isOfStates({ tree, index }: PartyFinder, verb: number): boolean {
  // "On 23 June Cameroon meet Brazil": the day before the verb is not whom they meet
  const isNear = (c: number): boolean => c <= verb + 3 && (c > verb || tree.relation(c) !== 'obl');
  const object = tree.dependents(verb, 'obj', 'nsubj:pass', 'obl').find(isNear);
  const mention = object === undefined ? undefined : index.at(object);
  return mention?.head === object && mention?.kind === 'name' && mention.actors.every((one) => !one.sector);
}

/** "the Dutch women", "Canada's juniors": people picked to play (grammar kind `selection`). */
function isSelection({ tree, composer }: PartyFinder, actor: readonly Mention[]): boolean {
  return actor.length > 0 && actor.every(({ head }) => composer.grammar.has('selection', tree.form[head]!));
}

/** "stoppage time", "a two-goal lead": what is only said of a match while it is played (grammar kind `match-word`). */
function isOfMatch(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  if (grammar.has('match-word', tree.lemma[i]!) || grammar.has('match-word', tree.form[i]!)) return true;
  return i + 1 < tree.tokens.length && grammar.has('match-word', `${tree.form[i]}+${tree.form[i + 1]}`);
}

/** "Iran", not "an Iranian club": the state itself is named. */
function isState(tree: SentenceTree, { head, kind, actors }: Mention): boolean {
  const isHead = ['nsubj', 'obl:agent', 'conj'].includes(tree.relation(head));
  return isHead && (kind === 'name' || kind === 'metonym') && actors.every(({ sector }) => sector === undefined);
}

/** "2-0" */
function isScore(tree: SentenceTree, i: number): boolean {
  const [first, dash, last] = [tree.tokens[i], tree.tokens[i + 1], tree.tokens[i + 2]];
  if (!first || !dash || !last || first.end !== dash.start || dash.end !== last.start) return false;
  return /^[-–]$/.test(dash.form) && /^\d{1,3}$/.test(first.form) && /^\d{1,3}$/.test(last.form);
}

/** The words of a verb's own clause, and of the clauses whose subject it takes ("reached the final by beating England"). */
export function clauseOf(tree: SentenceTree, verb: number): number[] {
  const verbs = new Set([verb]);
  let at = verb;
  while (tree.head(at) >= 0 && tree.dependents(at, 'nsubj', 'nsubj:pass').length === 0) {
    at = tree.head(at);
    verbs.add(at);
  }
  return tree.tokens.map((_, i) => i).filter((i) => verbs.has(verbOf(tree, i)) || verbs.has(i));
}

/** The next word above that is a verb with a clause of its own, or the root. */
function verbOf(tree: SentenceTree, i: number): number {
  let at = tree.head(i);
  while (at >= 0 && tree.head(at) >= 0 && !opensClause(tree, at)) at = tree.head(at);
  return at;
}

function opensClause(tree: SentenceTree, i: number): boolean {
  return tree.upos(i) === 'VERB' && tree.relation(i) !== 'amod' && tree.relation(i) !== 'compound';
}
