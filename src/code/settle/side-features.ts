import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { addBefore } from './before-features.ts';
import type { Matter } from './matter.ts';
import { pathsBetween } from './path.ts';
import type { Reading } from './reading.ts';
import { maskOf, type Side } from './sides.ts';
import { begun, type Emit, Features, goOn, slotAt, slotOf, slotOn } from './weights.ts';

/** How strongly the rules' own answer counts beside single features: set by cross-validation. */
const RULE_VALUE = 2;

/** What speaks for or against a side as a party of the act; the same features are weighed for actor and recipient. */
export function sideFeatures(matter: Matter, side: Side): Features {
  const { reading } = matter;
  const features = new Features();
  const emit = features.add;
  for (const mention of side.mentions) {
    const role = roleOf(reading, mention);
    addRule({ matter, mention, role }, emit);
    if (isElsewhere(reading, mention)) {
      emit(slotOf`elsewhere:${role}`, 1.5);
      if (reading.before?.mentions.includes(mention)) addBefore(matter, reading.before, mention, emit);
      continue;
    }
    const view = { matter, mention, role, ...placeOf(reading, mention) };
    addPaths(view, emit);
    addPlace(view, emit);
    addSurface(view, emit);
    addKind(view, emit);
  }
  return features;
}

/** Named in a sentence before, or the speaker of these words: the tree says nothing about him. */
export function isElsewhere({ tree }: Reading, { start, end }: Mention): boolean {
  return start < tree.sentence.start || end > tree.sentence.end;
}

interface Place {
  readonly side: string;
  readonly marker: string;
  readonly word: string;
  readonly given: string;
}

interface Candidate {
  readonly matter: Matter;
  readonly mention: Mention;
  /** Actor, recipient, both or neither by the rules. */
  readonly role: string;
}

type View = Candidate & Place;

function placeOf({ tree, act }: Reading, { head }: Mention): Place {
  const { feats } = tree.tokens[act.token]!;
  return {
    side: head < act.token ? 'before' : 'after',
    marker: tree.marker(head) ?? '-',
    word: tree.upos(act.token) + (feats['Voice'] === 'Pass' ? 'pass' : ''),
    given: tree.tokens[head]!.feats['Case'] ?? '',
  };
}

function roleOf({ parties }: Reading, mention: Mention): string {
  const does = parties.actor.includes(mention);
  const bears = parties.recipient.includes(mention);
  return does && bears ? 'B' : does ? 'A' : bears ? 'R' : 'N';
}

function addRule({ matter, mention, role }: Candidate, emit: Emit): void {
  const { reading, sides, named, rule, shape, refused } = matter;
  const { parties, act } = reading;
  const byRule = begun`rule:${role}`;
  emit(slotAt(byRule), RULE_VALUE);
  emit(slotOn(byRule, act.outcome.type));
  emit(slotOn(byRule, parties.how));
  emit(slotOn(byRule, shape), 1.5);
  emit(slotOn(byRule, refused));
  emit(slotOf`spoken:${reading.isSpoken}_${role}`);
  emit(slotOf`codes:${named}_${role}_${shape}`);
  const rank = begun`rank:${rankOf(matter, mention)}`;
  emit(slotOn(rank, role));
  emit(slotOn(rank, act.outcome.type));
  if (role !== 'N') return;
  const own = maskOf(sides, [mention]);
  const { actor, recipient } = rule;
  if (own & (actor | recipient)) emit(slotOf`twin:${own & actor ? 'a' : ''}${own & recipient ? 'r' : ''}`, 1.5);
}

function addPaths({ matter, mention, role, marker, word, given, side }: View, emit: Emit): void {
  const { tree, act, parties } = matter.reading;
  const { type, operators, token } = act.outcome;
  const { exact, rough } = pathsBetween(tree, act.token, mention.head);
  const path = begun`path:${exact}`;
  emit(slotOn(path, marker), 1.2);
  emit(slotOn(goOn(goOn(path, word), given), marker));
  emit(slotOn(path, type));
  emit(slotOf`op:${operators.at(-1) ?? ''}_${exact}`);
  const way = begun`rough:${rough}`;
  const wordWay = goOn(way, word);
  emit(slotAt(wordWay), 1.2);
  emit(slotOn(wordWay, role), 1.2);
  emit(slotOn(way, act.entry.id));
  emit(slotOn(goOn(goOn(way, side), parties.how), matter.shape));
  if (token === act.token) return;
  const inner = pathsBetween(tree, token, mention.head);
  emit(slotOf`inner:${inner.exact}_${marker}`);
  emit(slotOf`inner:${inner.rough}_${operators.at(-1)}`);
}

function addPlace({ matter, mention, marker, word, given, side }: View, emit: Emit): void {
  const { tree, act, mentions } = matter.reading;
  const { head } = mention;
  const low = Math.min(head, act.token);
  const high = Math.max(head, act.token);
  let between = 0;
  let order = 0;
  for (const one of mentions) {
    if (one !== mention && one.head > low && one.head < high) between += 1;
    if (one.head < head) order += 1;
  }
  emit(slotOf`side:${side}_${word}`);
  emit(slotOf`marker:${marker}_${act.outcome.type}_${side}`);
  emit(slotOf`case:${given}_${word}_${side}`);
  emit(slotOf`line:${act.entry.id}_${tree.relation(head)}_${marker}`, 0.8);
  emit(slotOf`lemma:${tree.lemma[act.token]}_${tree.relation(head)}_${marker}_${side}`, 0.8);
  for (const field of tree.fields(act.token))
    emit(slotOf`field:${field}_${tree.relation(head)}_${marker}_${side}`, 0.8);
  emit(slotOf`distance:${Math.min(8, Math.ceil(Math.log2(high - low + 1)))}_${side}_${word}`);
  emit(slotOf`between:${Math.min(4, between)}_${side}`);
  emit(slotOf`order:${Math.min(4, order)}_of_${Math.min(5, mentions.length)}_${side}`);
  for (let i = low + 1; i < high && high - low < 12; i++) {
    if (tree.upos(i) === 'VERB') emit(slotOf`over:VERB_${side}`, 0.4);
    else if (tree.upos(i) === 'PUNCT' || tree.upos(i) === 'SCONJ') emit(slotOf`over:${tree.form[i]}_${side}`, 0.4);
  }
}

/** Which name or number stands beside a name says nothing. */
const NAMELESS: Readonly<Record<string, string>> = { PROPN: '[name]', NUM: '[number]' };

/** What stands beside the name, and between it and the act: trees err more often than letters. */
function addSurface({ matter, mention, word, given, side }: View, emit: Emit): void {
  const { tree, act } = matter.reading;
  const { type } = act.outcome;
  const [first, last] = wordsOf(tree, mention);
  const at = (i: number): string => NAMELESS[tree.upos(i)] ?? tree.form[i] ?? '';
  const before = begun`prev:${at(first - 1)}_${side}`;
  emit(slotAt(before), 0.7);
  emit(slotOn(before, type), 0.7);
  const after = begun`next:${at(last + 1)}_${side}`;
  emit(slotAt(after), 0.7);
  emit(slotOn(after, type), 0.7);
  // what the ending of a Turkish or Russian name says
  emit(slotOf`tail:${tree.form[last]!.slice(-3)}_${side}_${word}`, 0.7);
  const verb = begun`verb:${verbBehind(tree, last, act.token)}_${side}`;
  emit(slotOn(verb, word));
  emit(slotOn(goOn(verb, word), given));
  emit(slotOn(verb, type), 0.7);
  let verbs = 0;
  const end = Math.max(first, act.token);
  for (let i = Math.min(last, act.token) + 1; i < end; i++) if (tree.upos(i) === 'VERB') verbs += 1;
  const between = begun`verbs:${Math.min(3, verbs)}_${side}`;
  emit(slotOn(between, word));
  emit(slotOn(between, given));
}

/** First and last word of a name. */
function wordsOf({ tokens }: SentenceTree, { head, start, end }: Mention): [number, number] {
  let first = head;
  let last = head;
  while (first > 0 && tokens[first - 1]!.start >= start) first -= 1;
  while (last + 1 < tokens.length && tokens[last + 1]!.end <= end) last += 1;
  return [first, last];
}

/** Whether the next verb behind a name is the act's word: where verbs come last, a name belongs to it. */
function verbBehind({ tokens }: SentenceTree, last: number, act: number): string {
  for (let i = last + 1; i < tokens.length; i++)
    if (tokens[i]!.upos === 'VERB') return i === act ? 'own' : i < act ? 'earlier' : 'later';
  return 'none';
}

function addKind({ matter, mention, marker, side }: View, emit: Emit): void {
  const { tree, act } = matter.reading;
  const sector = mention.actors[0]?.sector ?? 'state';
  const byKind = begun`kind:${mention.kind}`;
  emit(slotOn(goOn(byKind, marker), side));
  emit(slotOn(byKind, mention.actors.length > 1));
  const bySector = begun`sector:${sector}`;
  emit(slotOn(bySector, act.outcome.type));
  emit(slotOn(bySector, side));
  const above = tree.head(mention.head);
  const up = begun`up:${tree.relation(mention.head)}`;
  emit(slotOn(up, above < 0 ? '' : tree.upos(above)));
  if (above >= 0 && above !== act.token) emit(slotOn(up, tree.lemma[above]), 0.6);
  if (above >= 0 && above !== act.token) for (const field of tree.fields(above)) emit(slotOn(up, `[${field}]`), 0.6);
  for (const field of tree.fields(mention.head)) {
    emit(slotOf`people:${field}_${side}`, 0.6);
    emit(slotOf`people:${field}_${act.outcome.type}`, 0.6);
  }
  if (tree.upos(mention.head) !== 'PROPN') emit(slotOf`noun:${tree.lemma[mention.head]}_${side}`, 0.6);
}

/** Whether the text is about him: the one or the other of the two whom it names most, or somebody else. */
function rankOf({ reading }: Matter, { actors }: Mention): number {
  return Math.min(2, ...actors.map(({ code }) => reading.rankOf(code)));
}
