import type { Grammar } from '../../codebook/index.ts';
import type { Relation } from '../relation/classify.ts';
import { type Parties, relationChains, relationWindows } from '../relation/relation-path.ts';
import type { Matcher } from '../rule/match.ts';
import type { SentenceTree } from '../sentence-tree.ts';

export interface RelationView {
  readonly tree: SentenceTree;
  readonly parties: Parties;
  readonly matcher: Matcher;
  readonly grammar: Grammar;
  /** Object classes of the language (data/words/<lang>/classes.tsv). */
  readonly classes?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The rule coder's answer, which the model weighs like any other evidence. */
  readonly rule?: Relation | undefined;
}

/** How strongly a rule's answer counts beside single words: set on cross-validation of the project's own sentences. */
const RULE_VALUE = 2.5;

/** The bag of features that decides the type of a relation: words round the parties, the path between them, the rules' answers. */
export function relationFeatures(view: RelationView): Map<string, number> {
  const bag = new Map<string, number>();
  const add = (name: string, value = 1): void => {
    bag.set(name, Math.max(bag.get(name) ?? 0, value));
  };
  addWindows(view, add);
  addChains(view, add);
  addRule(view, add);
  addLexicon(view, add);
  addParties(view, add);
  return bag;
}

type Add = (name: string, value?: number) => void;

const OPEN = ['VERB', 'NOUN', 'ADJ', 'ADV', 'PROPN'];

function word(tree: SentenceTree, i: number): string {
  return /\d/.test(tree.form[i]!) ? '#' : tree.lemma[i]!;
}

function addWindows({ tree, parties }: RelationView, add: Add): void {
  const [between, after, before] = relationWindows(tree, parties) as [number[], number[], number[]];
  const order = parties.source[0] <= parties.target[0] ? 'st' : 'ts';
  add(`order:${order}`, 0.5);
  for (const [name, window, value] of [
    ['b', between.slice(0, 25), 1],
    ['a', after, 0.6],
    ['p', before, 0.5],
  ] as const) {
    for (const [k, i] of window.entries()) {
      if (tree.upos(i) === 'PUNCT') continue;
      add(`${name}:${word(tree, i)}`, value);
      const next = window[k + 1];
      if (next !== undefined) add(`${name}2:${word(tree, i)}_${word(tree, next)}`, value);
    }
  }
  for (let i = 0; i < tree.tokens.length; i++)
    if (OPEN.includes(tree.upos(i)) && tree.upos(i) !== 'PROPN') add(`w:${word(tree, i)}`, 0.5);
}

function addChains({ tree, parties, matcher, grammar }: RelationView, add: Add): void {
  const { toTarget, sourceSide, above } = relationChains(tree, parties, matcher, grammar);
  for (const i of toTarget) {
    add(`c:${word(tree, i)}`, 1.2);
    for (const o of tree.dependents(i, 'obj', 'nsubj:pass')) add(`vo:${word(tree, i)}_${word(tree, o)}`, 1.2);
    for (const m of tree.dependents(i, 'case', 'mark', 'compound', 'advmod'))
      add(`vp:${word(tree, i)}_${word(tree, m)}`, 0.8);
  }
  add(
    `path:${toTarget
      .slice(0, 3)
      .map((i) => word(tree, i))
      .join('>')}`,
  );
  for (const i of sourceSide) add(`ss:${word(tree, i)}`, 0.7);
  for (const i of above.slice(0, 2)) add(`up:${word(tree, i)}`, 0.5);
  const first = toTarget[0];
  if (first !== undefined)
    add(`rel:${tree.relation(headIn(tree, parties.source))}_${tree.relation(headIn(tree, parties.target))}`, 0.5);
}

/** Head nouns of both parties that are no names, and the object classes of what the chain's verbs act on. */
function addParties({ tree, parties, classes, matcher, grammar }: RelationView, add: Add): void {
  for (const [name, span] of [
    ['sh', parties.source],
    ['th', parties.target],
  ] as const) {
    const head = headIn(tree, span);
    if (tree.upos(head) === 'NOUN') add(`${name}:${tree.lemma[head]}`, 0.8);
    if (tree.upos(head) === 'NOUN')
      for (const one of classesOf(tree.lemma[head]!, classes)) add(`${name}c:${one}`, 0.5);
  }
  for (const i of relationChains(tree, parties, matcher, grammar).toTarget) {
    for (const o of tree.dependents(i, 'obj', 'nsubj:pass', 'obl')) {
      for (const one of classesOf(tree.lemma[o]!, classes)) {
        add(`oc:${one}`, 0.6);
        add(`voc:${word(tree, i)}_${one}`, 0.8);
      }
    }
    for (const m of tree.dependents(i, 'aux', 'aux:pass', 'advmod')) add(`aux:${tree.form[m]}`, 0.5);
  }
}

function classesOf(lemma: string, classes: RelationView['classes']): string[] {
  return [...(classes ?? [])].flatMap(([name, words]) => (words.has(lemma) ? [name] : []));
}

function headIn(tree: SentenceTree, [first, last]: readonly [number, number]): number {
  for (let i = first; i <= last; i++) if (tree.head(i) < first || tree.head(i) > last) return i;
  return last;
}

function addRule({ rule }: RelationView, add: Add): void {
  if (!rule) {
    add('rule:none');
    return;
  }
  const { outcome, how, window } = rule;
  add(`rule:${outcome.type}`, RULE_VALUE * (how === 'tree' || how === 'must' ? 1 : 0.6));
  add(`rule-how:${outcome.type}_${how}`, 0.8);
  if (window !== undefined) add(`rule-window:${window}`, RULE_VALUE / 2);
  add(`rule-agree:${window === outcome.type}`, 0.5);
  if (outcome.weight >= 1.3) add(`rule-sure:${outcome.type}`, 1);
  for (const operator of outcome.operators) add(`rule-op:${operator}_${outcome.type}`, 1);
  for (const entry of outcome.entries) add(`rule-line:${entry.type || entry.operator}_${outcome.type}`, 0.8);
}

/** Which types the lexicon sees anywhere, outside the chain too. */
function addLexicon({ tree, matcher, parties }: RelationView, add: Add): void {
  for (let i = 0; i < tree.tokens.length; i++) {
    const inside =
      (i >= parties.source[0] && i <= parties.source[1]) || (i >= parties.target[0] && i <= parties.target[1]);
    if (inside) continue;
    const { best, weight } = matcher.at(i);
    if (best && weight >= 0.75) add(`lex:${best.type}`, 0.8);
  }
}
