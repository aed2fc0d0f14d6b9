import type { Mention } from '../../model/index.ts';
import type { Act } from '../rule/act.ts';
import type { Matcher } from '../rule/match.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { begun, type Emit, slotAt, slotOf, slotOn } from '../settle/weights.ts';
import { tenseIn } from '../tense.ts';

/** A sentence as the rules have read it. */
export interface Sight {
  readonly tree: SentenceTree;
  readonly matcher: Pick<Matcher, 'at'>;
  readonly mentions: readonly Mention[];
  readonly acts: readonly Act[];
  readonly isSpoken: (token: number) => boolean;
}

/** The same with what is asked for each of its words. */
export interface View {
  readonly sight: Sight;
  /** By token: its lemma, or what kind of name it is. */
  readonly names: readonly string[];
  /** What kind of name stands at a token, where one does. */
  readonly kinds: ReadonlyMap<number, readonly string[]>;
  /** Acts by their governing word. */
  readonly acts: ReadonlyMap<number, Act>;
  /** Types of the acts that have used a word beside their own. */
  readonly usedBy: ReadonlyMap<number, string>;
}

export function viewOf(sight: Sight): View {
  const { tree, mentions, acts } = sight;
  const names = tree.tokens.map(({ upos }, i) => NAMELESS[upos] ?? tree.lemma[i]!);
  const kinds = new Map<number, readonly string[]>();
  for (const { head, kind, sentence } of mentions) {
    if (sentence !== tree.sentence.index) continue;
    names[head] = `[${kind}]`;
    kinds.set(head, [names[head]]);
  }
  const usedBy = new Map<number, string>();
  for (const { used, inner, outcome } of acts)
    for (const token of inner ? [...used, inner.token] : used) if (!usedBy.has(token)) usedBy.set(token, outcome.type);
  return { sight, names, kinds, acts: new Map(acts.map((act) => [act.token, act])), usedBy };
}

/** Which name or number it is says nothing about the act. */
const NAMELESS: Readonly<Record<string, string>> = { PROPN: '[name]', NUM: '[number]' };

/** Words that may tell an act: those with a line, and those that may by their part of speech and fields. */
export function candidates({ sight: { tree, matcher }, acts }: View): number[] {
  const found: number[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const { best, operators } = matcher.at(i);
    if (best !== undefined || operators.length > 0 || acts.has(i) || tree.mayTellAct(i)) found.push(i);
  }
  return found;
}

const CONTENT = ['VERB', 'NOUN', 'ADJ', 'ADV'];

/** What holds of every word of the sentence. */
export function addSentence({ sight: { tree, mentions } }: View, emit: Emit): void {
  for (let i = 0; i < tree.tokens.length; i++)
    if (CONTENT.includes(tree.upos(i))) emit(slotOf`bag:${tree.lemma[i]}`, 0.25);
  for (const field of tree.allFields) emit(slotOf`field:${field}`, 0.25);
  emit(slotOf`named:${Math.min(4, mentions.length)}`, 1);
}

type Adds = (view: View, i: number, emit: Emit) => void;

/** What says of which type the act of a word is, if it tells one: by where it is seen. */
export const SEEN: Readonly<Record<string, Adds>> = {
  'the word': addWord,
  'the lines': addLines,
  'what hangs on it': (view, i, emit) => {
    for (const c of view.sight.tree.children[i]!) addChild(view, i, c, emit);
  },
  'what it hangs on': addAbove,
  'what stands by': addNear,
  'semantic fields': (view, i, emit) => {
    addOwnFields(view, i, emit);
    for (const c of view.sight.tree.children[i]!) addFieldsBelow(view, i, c, emit);
    addFieldsAround(view, i, emit);
  },
};

const FORMS = ['VerbForm', 'Tense', 'Mood', 'Voice', 'Polarity', 'Case'];

function addWord({ sight: { tree, isSpoken } }: View, i: number, emit: Emit): void {
  const { upos, deprel, feats } = tree.tokens[i]!;
  const lemma = tree.lemma[i]!;
  const form = tree.form[i]!;
  emit(slotOf`any:${''}`, 1);
  emit(slotOf`word:${lemma}_${upos}`, 1.5);
  emit(slotOf`lemma:${lemma}`, 1);
  emit(slotOf`form:${form}`, 0.7);
  emit(slotOf`tag:${upos}_${deprel}`, 0.7);
  emit(slotOf`feats:${upos}_${FORMS.map((name) => feats[name] ?? '').join('')}`, 0.7);
  emit(slotOf`begins:${lemma.slice(0, 5)}`, 0.7);
  emit(slotOf`ends:${form.slice(-4)}`, 0.5);
  emit(slotOf`spoken:${isSpoken(i)}`, 1);
  const tense = tenseIn(tree, i);
  emit(slotOf`tense:${upos}_${tense}`, 1);
  emit(slotOf`tense:${lemma}_${tense}`, 0.7);
}

function addLines({ sight: { tree, matcher }, acts, usedBy }: View, i: number, emit: Emit): void {
  const { best, weight, operators } = matcher.at(i);
  emit(slotOf`line:${best?.type}`, 2);
  if (best) {
    emit(slotOf`line:${best.id}`, 1.5);
    emit(slotOf`line:${best.type}_${Math.round(weight * 5)}`, 1);
  }
  for (const { operator } of operators) emit(slotOf`operator:${operator}`, 1);
  const act = acts.get(i);
  if (!act) {
    emit(slotOf`used:${usedBy.get(i)}`, 1);
    return;
  }
  const { type, operators: done } = act.outcome;
  emit(slotOf`act:${type}`, 2.5);
  emit(slotOf`act:${type}_${done.join('+')}`, 1);
  emit(slotOf`act:${type}_${tenseIn(tree, i)}`, 1);
  emit(slotOf`act:${type}_${tree.lemma[i]}_${tree.upos(i)}`, 1);
}

/** Children that say in which sense a word is meant. */
const FUNCTION = ['compound:prt', 'advmod', 'mark', 'aux'];

function addChild({ sight: { tree, matcher }, names }: View, i: number, c: number, emit: Emit): void {
  const relation = tree.relation(c);
  if (relation === 'punct') return;
  emit(slotOf`child:${relation}_${names[c]}`, 0.8);
  emit(slotOf`own:${tree.lemma[i]}_${tree.upos(i)}_${names[c]}`, 0.8);
  const { best } = matcher.at(c);
  if (best) emit(slotOf`below:${relation}_${best.type}`, 1);
  const marker = tree.marker(c);
  if (marker !== undefined) {
    emit(slotOf`marker:${relation}_${marker}`, 0.7);
    emit(slotOf`marked:${marker}_${tree.lemma[i]}`, 1);
  }
  if (FUNCTION.includes(relation)) emit(slotOf`with:${tree.form[c]}_${tree.lemma[i]}`, 1);
}

function addAbove({ sight: { tree, matcher }, acts }: View, i: number, emit: Emit): void {
  let above = tree.head(i);
  for (let k = 0; k < 2 && above >= 0; k++, above = tree.head(above)) {
    const up = begun`above:${k}_${tree.lemma[above]}`;
    emit(slotOn(up, tree.relation(i)), 0.7);
    emit(slotOn(up, tree.lemma[i]), 0.7);
    const { best } = matcher.at(above);
    if (best) emit(slotOf`above:${k}_line_${best.type}`, 1);
    const act = acts.get(above);
    if (act) emit(slotOf`above:${k}_act_${act.outcome.type}`, 1);
  }
}

/** How far a word's neighbours say what it is. */
const BEFORE = 3;
const AFTER = 4;

function addNear({ sight: { tree }, names }: View, i: number, emit: Emit): void {
  const last = Math.min(tree.tokens.length - 1, i + AFTER);
  for (let k = Math.max(0, i - BEFORE); k <= last; k++) {
    if (k === i) continue;
    const near = begun`near:${k < i}_${names[k]}`;
    emit(slotAt(near), 0.5);
    if (k !== i - 1 && k !== i + 1) continue;
    const next = begun`next:${k < i}_${names[k]}`;
    emit(slotAt(next), 0.7);
    emit(slotOn(next, tree.lemma[i]), 0.7);
  }
}

/** Fields of a word, or what kind of name it is. */
function fieldsOf({ sight: { tree }, kinds }: View, i: number): readonly string[] {
  return kinds.get(i) ?? tree.fields(i);
}

/** Words that the model has seldom or never seen are known by their fields. */
function addOwnFields({ sight: { tree, matcher } }: View, i: number, emit: Emit): void {
  const { best } = matcher.at(i);
  const above = tree.head(i);
  const over = above < 0 ? [] : tree.fields(above);
  for (const own of tree.fields(i)) {
    emit(slotOf`is:${own}_${tree.upos(i)}`, 1);
    if (best) emit(slotOf`is:${own}_line_${best.type}`, 0.7);
    for (const field of over) emit(slotOf`under:${field}_${own}_${tree.relation(i)}`, 0.7);
  }
  for (const field of over) {
    emit(slotOf`under:${field}_${tree.relation(i)}`, 0.7);
    emit(slotOf`under:${field}_lemma_${tree.lemma[i]}`, 0.7);
  }
}

function addFieldsBelow(view: View, i: number, c: number, emit: Emit): void {
  const { tree, matcher } = view.sight;
  const relation = tree.relation(c);
  if (relation === 'punct') return;
  const marker = tree.marker(c);
  const { best } = matcher.at(i);
  for (const field of fieldsOf(view, c)) {
    const below = begun`over:${relation}_${field}`;
    emit(slotAt(below), 0.8);
    if (best) emit(slotOn(below, best.type), 0.7);
    emit(slotOf`has:${field}_${tree.lemma[i]}`, 0.8);
    if (marker !== undefined) emit(slotOf`led:${marker}_${field}_${tree.upos(i)}`, 0.6);
    for (const own of tree.fields(i)) {
      emit(slotOf`has:${relation}_${field}_${own}`, 0.7);
      if (marker !== undefined) emit(slotOf`led:${marker}_${field}_is_${own}`, 0.5);
    }
  }
}

/** How far fields around a word say what it is: further than words, as they are fewer. */
const FIELDS_BEFORE = 4;
const FIELDS_AFTER = 6;

function addFieldsAround(view: View, i: number, emit: Emit): void {
  const { tree } = view.sight;
  const last = Math.min(tree.tokens.length - 1, i + FIELDS_AFTER);
  for (let k = Math.max(0, i - FIELDS_BEFORE); k <= last; k++) {
    if (k === i) continue;
    for (const field of fieldsOf(view, k)) {
      emit(slotOf`around:${k < i}_${field}`, 0.5);
      if (k !== i - 1 && k !== i + 1) continue;
      const next = begun`beside:${k < i}_${field}`;
      emit(slotAt(next), 0.6);
      emit(slotOn(next, tree.lemma[i]), 0.6);
    }
  }
}
