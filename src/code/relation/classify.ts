import type { Sentence } from '../../model/index.ts';
import { type Composer, composeChain, type Outcome, operate } from '../rule/compose.ts';
import { Matcher, type MatchWords } from '../rule/match.ts';
import { SentenceTree } from '../sentence-tree.ts';
import { headOfSpan, type Parties, relationChains, relationWindows } from './relation-path.ts';

export interface RelationWords extends MatchWords {
  readonly composer: Composer;
  readonly fold: (text: string) => string;
}

/** What a source does to a target in a sentence, by the tree and by plain word order, with the confidence their agreement gives. */
export interface Relation {
  readonly outcome: Outcome;
  readonly how: 'tree' | 'source-side' | 'above' | 'window' | 'must';
  /** The window's own answer, for comparison. */
  readonly window?: string;
  readonly confidence: number;
}

/** Measured on the project's own relation sentences: see docs/reference/figures.md. */
const CONFIDENCE = { agree: 0.84, onlyOne: 0.6, differ: 0.48 };

/** Reads the relation between two marked parties; undefined when no line holds anywhere near them. */
export function classifyRelation(sentence: Sentence, parties: Parties, words: RelationWords): Relation | undefined {
  const tree = new SentenceTree(sentence, words.fold);
  const matcher = new Matcher(tree, words, new Set());
  const window = byWindow(tree, parties, matcher, words);
  const main = byTree(tree, parties, matcher, words);
  const read = main ?? (window && { outcome: window, how: 'window' as const });
  const found = read && { ...read, outcome: bySource(tree, parties, read.outcome, words) };
  if (mustReading(tree, parties, words)) {
    const request = found && operate(words.composer, 'urge', found.outcome, found.outcome.token);
    if (request)
      return {
        outcome: request,
        how: 'must',
        confidence: CONFIDENCE.onlyOne,
        ...(window ? { window: window.type } : {}),
      };
  }
  if (!found) return undefined;
  const confidence =
    !window || !main ? CONFIDENCE.onlyOne : main.outcome.type === window.type ? CONFIDENCE.agree : CONFIDENCE.differ;
  return { ...found, confidence, ...(window ? { window: window.type } : {}) };
}

/** How many governors above both parties may say what joins them. */
const ABOVE = 3;

function byTree(
  tree: SentenceTree,
  parties: Parties,
  matcher: Matcher,
  words: RelationWords,
): Pick<Relation, 'outcome' | 'how'> | undefined {
  const chains = relationChains(tree, parties, matcher, words.grammar);
  const main = composeChain(words.composer, matcher, tree, chains.toTarget);
  if (main) {
    const view = { matcher, words };
    const told =
      carried(tree, main, matcher, words) ??
      claimed(tree, parties, main, view) ??
      jointly(tree, parties, turned(tree, parties, main, view), words);
    const deed = ownDeed(tree, parties, told, view) ?? told;
    return { outcome: headlineOperator(tree, parties, deed, words) ?? deed, how: 'tree' };
  }
  const side = composeChain(words.composer, matcher, tree, [...chains.sourceSide].reverse());
  if (side) return { outcome: side, how: 'source-side' };
  const governors = chains.above.slice(0, ABOVE);
  for (const [k, i] of governors.entries()) {
    const above = composeChain(words.composer, matcher, tree, [i, ...tree.dependents(i, 'obj')]);
    if (!above) continue;
    // "the summit between X and Y failed": only what the act itself is the subject of, not what others think of it
    if (!tree.relation(i).startsWith('nsubj')) return { outcome: above, how: 'above' };
    const whole = [...governors.slice(k, k + 2).reverse(), ...tree.dependents(i, 'obj')];
    const higher = composeChain(words.composer, matcher, tree, whole);
    return { outcome: higher && higher.operators.length > above.operators.length ? higher : above, how: 'above' };
  }
  return undefined;
}

function byWindow(tree: SentenceTree, parties: Parties, matcher: Matcher, words: RelationWords): Outcome | undefined {
  for (const window of relationWindows(tree, parties)) {
    const outcome = window.length > 0 ? composeChain(words.composer, matcher, tree, window) : undefined;
    if (outcome) return outcome;
  }
  return undefined;
}

/** What kind of actor the source is: a class of its head noun for which the operator table has rows (`by-<class>`). */
function sourceClass(tree: SentenceTree, { source }: Parties, words: RelationWords): string | undefined {
  let head = headOfSpan(tree, source);
  const counted = tree.dependents(head, 'nmod').find((c) => c <= source[1]);
  if (words.grammar.has('quantity', tree.lemma[head]!) && counted !== undefined) head = counted;
  if (tree.upos(head) === 'PROPN') return undefined;
  for (const operator of words.composer.operators.keys()) {
    if (!operator.startsWith('by-')) continue;
    if (words.lexicon.classes.get(operator.slice(3))?.has(tree.lemma[head]!)) return operator;
  }
  return undefined;
}

/** "Students clashed with police", "Cuban doctors flew to Haiti": who acts says what the act is. */
function bySource(tree: SentenceTree, parties: Parties, outcome: Outcome, words: RelationWords): Outcome {
  const operator = sourceClass(tree, parties, words);
  if (operator === undefined || outcome.operators.length > 0) return outcome;
  // whoever kills, it is a killing
  if (words.grammar.has('lethal', tree.lemma[outcome.token]!)) return outcome;
  return operate(words.composer, operator, outcome, outcome.token) ?? outcome;
}

/** "Farmers camped on the road and demanded that …": what a crowd does goes before what it says. */
function ownDeed(tree: SentenceTree, parties: Parties, main: Outcome, { matcher, words }: View): Outcome | undefined {
  const { types } = words.composer.codebook;
  if (types.get(main.type)?.deed !== false || sourceClass(tree, parties, words) === undefined) return undefined;
  for (const i of tree.ancestors(headOfSpan(tree, parties.source)).slice(1, 4)) {
    const { best, weight } = matcher.at(i);
    const type = best && types.get(best.type);
    if (!best || !type?.deed || !type.domestic || !type.standsAlone) continue;
    return { ...main, type: best.type, mode: best.mode, weight, token: i, entries: [best], operators: [] };
  }
  return undefined;
}

interface View {
  readonly matcher: Matcher;
  readonly words: RelationWords;
}

/** "London said Moscow had poisoned …": what the source says the target did (rows `say-other` of the operator table). */
function claimed(
  tree: SentenceTree,
  { source, target }: Parties,
  main: Outcome,
  { matcher, words }: View,
): Outcome | undefined {
  const agent = headOfSpan(tree, target);
  const saying = tree.head(headOfSpan(tree, source));
  const deed = tree.head(agent);
  if (saying < 0 || deed < 0 || saying === deed || !tree.relation(headOfSpan(tree, source)).startsWith('nsubj'))
    return undefined;
  if (tree.relation(agent) !== 'nsubj' || !['ccomp', 'parataxis'].includes(tree.relation(deed))) return undefined;
  if (tree.head(deed) !== saying || !matcher.at(saying).operators.some((entry) => entry.operator === 'say'))
    return undefined;
  return operate(words.composer, 'say-other', main, main.token);
}

/** A drill held with the target is cooperation, however one-sided the word (`together` in the codebook). */
function jointly(tree: SentenceTree, parties: Parties, main: Outcome, { composer, grammar }: RelationWords): Outcome {
  const together = composer.codebook.types.get(main.type)?.together;
  if (together === undefined) return main;
  const head = headOfSpan(tree, parties.target);
  const marker = tree.marker(head);
  const above = tree.head(head);
  const near =
    above === main.token || (above >= 0 && tree.relation(above) === 'obj' && tree.head(above) === main.token);
  const beside = near && marker !== undefined && grammar.has('with', marker);
  const joined = tree.relation(head) === 'conj' && tree.isUnder(head, headOfSpan(tree, parties.source));
  return beside || joined ? { ...main, type: together, mode: null } : main;
}

/** "called her to congratulate her": the purpose of a call, a letter or a meeting says more than the call (grammar kind `carrier`). */
function carried(tree: SentenceTree, main: Outcome, matcher: Matcher, words: RelationWords): Outcome | undefined {
  const { grammar } = words;
  if (!grammar.has('carrier', tree.lemma[main.token]!) || main.operators.length > 0) return undefined;
  if (main.entries[0]!.pattern.companions.length > 0) return undefined;
  for (const c of tree.dependents(main.token, 'advcl', 'xcomp')) {
    if (!tree.dependents(c, 'mark', 'aux').some((m) => grammar.has('infinitive', tree.form[m]!))) continue;
    const { best, weight } = matcher.at(c);
    if (best && weight >= 1 && words.composer.codebook.types.get(best.type)?.deed === false)
      return { ...main, type: best.type, mode: best.mode, weight, token: c, entries: [best, ...main.entries] };
  }
  return undefined;
}

/**
 * "called for sanctions against X", "urged Y to support X": seen from X this is no request but what is asked for, as
 * words only. Rows `<operator>-other` of the operator table say what it becomes.
 */
function turned(tree: SentenceTree, parties: Parties, main: Outcome, { matcher, words }: View): Outcome {
  const operator = `${main.operators.at(-1)}-other`;
  const content = main.entries.at(-1);
  if (!content || !words.composer.operators.has(operator)) return main;
  const head = headOfSpan(tree, parties.target);
  const path = tree.ancestors(head);
  const at = path.findIndex((i) => i !== head && matcher.at(i).best === content);
  if (at < 0) return main;
  const branch = path[at - 1]!;
  const marker = tree.marker(branch);
  const patient =
    tree.relation(branch) === 'obj' || (marker !== undefined && words.grammar.has('patient-marker', marker));
  if (!patient) return main;
  return operate(words.composer, operator, { ...main, type: content.type, mode: content.mode }, main.token) ?? main;
}

/** "X says (that) Y must …" is a demand on Y. */
function mustReading(tree: SentenceTree, { source, target }: Parties, { grammar }: RelationWords): boolean {
  if (source[0] > target[0]) return false;
  let saying = false;
  for (let i = source[1] + 1; i < target[0]; i++) saying ||= grammar.has('belief-verb', tree.lemma[i]!);
  if (!saying) return false;
  for (let i = target[1] + 1; i < Math.min(tree.tokens.length, target[1] + 4); i++) {
    if (grammar.has('must', tree.form[i]!)) return true;
    if (grammar.has('must-have', tree.form[i]!) && grammar.has('infinitive', tree.form[i + 1] ?? '')) return true;
    if (tree.upos(i) === 'VERB') return false;
  }
  return false;
}

/** In headlines the verb right after the source is often tagged as a noun ("Iran vows strike on …"). */
function headlineOperator(
  tree: SentenceTree,
  { source, target }: Parties,
  main: Outcome,
  words: RelationWords,
): Outcome | undefined {
  const next = source[1] + 1;
  if (source[1] >= target[0] || next >= tree.tokens.length || next > main.token) return undefined;
  const form = tree.tokens[next]!.form;
  const plural = ['NOUN', 'PROPN'].includes(tree.upos(next)) && /^\p{Ll}.*s$/u.test(form);
  if (!tree.titleCase && !plural) return undefined;
  const heads = [tree.lemma[next]!, tree.form[next]!.replace(/s$/, '')];
  for (const entry of heads.flatMap((head) => words.lexicon.byHead.get(head) ?? [])) {
    const { companions, objectClass, wordClass } = entry.pattern;
    if (entry.operator === undefined || companions.length > 0 || objectClass || (wordClass && wordClass !== 'V'))
      continue;
    const changed = operate(words.composer, entry.operator, main, next);
    if (changed && changed.type !== main.type) return changed;
  }
  return undefined;
}
