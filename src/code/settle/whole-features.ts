import type { Mention } from '../../model/index.ts';
import { tenseIn } from '../tense.ts';
import { partBefore } from './before.ts';
import { listFeatures, listsIn } from './list-features.ts';
import type { Matter } from './matter.ts';
import { type Paths, pathsBetween } from './path.ts';
import type { Assignment, Reading } from './reading.ts';
import { isElsewhere } from './side-features.ts';
import { countOf, firstOf } from './sides.ts';
import { begun, type Emit, Features, goOn, slotAt, slotOf, slotOn } from './weights.ts';

/** What speaks for or against an answer as a whole; many answers share either part. */
export interface Whole {
  /** Its shape, and how far it is from what the rules found. */
  readonly shape: Features;
  /** What the first actor and the first recipient are to each other. */
  readonly pair: Features;
}

/** By answer. */
export function wholeFeatures(matter: Matter, answers: readonly Assignment[]): Whole[] {
  const edits = new Map<string, Features>();
  const counts = new Map<string, Features>();
  const shapes = new Map<string, Features>();
  const pairs = new Map<number, Features>();
  const wayTo = waysFrom(matter.reading);
  return answers.map((answer) => {
    const { actor, recipient, edit } = answer;
    const shape = `${Math.min(3, countOf(actor))}${Math.min(3, countOf(recipient))}`;
    const pair = actor === 0 || recipient === 0 ? undefined : pairOf(answer);
    const listed = listsIn(matter, answer);
    const both = (): Features =>
      together(
        known(edits, edit, () => editFeatures(matter, edit)),
        known(counts, shape + listed, () =>
          together(shapeFeatures(matter, shape), listFeatures(matter, listed, shape)),
        ),
      );
    return {
      shape: known(shapes, shape + edit + listed, both),
      pair: pair === undefined ? NO_PAIR : known(pairs, keyOf(pair), () => pairFeatures(matter, pair, wayTo)),
    };
  });
}

/** Both parts as one, what stands in both counted once. */
export function joined({ shape, pair }: Whole): Features {
  return together(shape, pair);
}

function together(first: Features, second: Features): Features {
  const features = new Features(first);
  for (let k = 0; k < second.slots.length; k++) features.add(second.slots[k]!, second.values[k]!);
  return features;
}

function known<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  const found = all.get(key) ?? make();
  all.set(key, found);
  return found;
}

function editFeatures({ reading, named, shape: rule, refused }: Matter, edit: string): Features {
  const { tree, act, parties } = reading;
  const features = new Features();
  const emit = features.add;
  const edited = begun`edit:${edit}`;
  emit(slotAt(edited));
  emit(slotOn(edited, refused));
  emit(slotOn(edited, act.entry.id));
  emit(slotOn(goOn(edited, rule), parties.how));
  emit(slotOf`edit:${edit}_length${Math.min(6, Math.floor(tree.tokens.length / 8))}`);
  emit(slotOf`edit:${edit}_sides${named}`);
  emit(slotOf`edit:${edit}_acts${Math.min(5, reading.acts)}`);
  return features;
}

function shapeFeatures({ reading, shape: rule }: Matter, shape: string): Features {
  const { tree, act } = reading;
  const { type } = act.outcome;
  const features = new Features();
  const emit = features.add;
  const shaped = begun`shape:${shape}`;
  const byRule = goOn(shaped, rule);
  emit(slotAt(byRule));
  emit(slotOn(shaped, type));
  emit(slotOn(byRule, type));
  emit(slotOn(shaped, act.entry.id));
  emit(slotOn(shaped, tree.lemma[act.token]));
  for (const field of tree.fields(act.token)) emit(slotOf`shape:${shape}_field_${field}`);
  return features;
}

/** The first side that does it, the first that bears it, and whether one side does it to itself. */
interface Pair {
  readonly does: number;
  readonly bears: number;
  readonly itself: boolean;
}

const NO_PAIR = new Features();

function pairOf({ actor, recipient }: Assignment): Pair {
  return { does: firstOf(actor), bears: firstOf(recipient), itself: (actor & recipient) !== 0 };
}

function keyOf({ does, bears, itself }: Pair): number {
  return (does << 8) | (bears << 1) | Number(itself);
}

function pairFeatures({ reading, sides }: Matter, { does, bears, itself }: Pair, wayTo: WayTo): Features {
  const { tree, act } = reading;
  const [actor, recipient] = [sides[does]!.mentions[0]!, sides[bears]!.mentions[0]!];
  const features = new Features();
  const emit = features.add;
  const away = `${isElsewhere(reading, actor)}_${isElsewhere(reading, recipient)}`;
  addStanding({ actor, recipient, itself, away, reading }, emit);
  if (away !== HERE) {
    addBeforePair(reading, actor, recipient, emit);
    return features;
  }
  addWays(reading, [actor, recipient], wayTo, emit);
  emit(slotOf`order:${actor.head < recipient.head}_${tree.upos(act.token)}`);
  emit(slotOf`markers:${tree.marker(actor.head)}_${tree.marker(recipient.head)}`);
  emit(slotOf`itself:${itself}_${act.outcome.type}`);
  return features;
}

type WayTo = (mention: Mention) => Paths;

/** Ways from the act's word to names, each found once. */
function waysFrom({ tree, act }: Reading): WayTo {
  const ways = new Map<number, Paths>();
  return ({ head }) => known(ways, head, () => pathsBetween(tree, act.token, head));
}

/** Where both hang: who is a good doer beside one who bears it is none beside another. */
function addWays(
  { tree, act }: Reading,
  [actor, recipient]: readonly [Mention, Mention],
  wayTo: WayTo,
  emit: Emit,
): void {
  const [from, to] = [wayTo(actor), wayTo(recipient)];
  const rough = begun`ways:${from.rough}_${to.rough}`;
  emit(slotOn(goOn(rough, tree.tokens[act.token]!.feats['Voice'] ?? ''), tree.upos(act.token)));
  emit(slotOn(rough, act.outcome.type));
  const markers = begun`ways:${from.exact}_${to.exact}_${tree.marker(recipient.head)}`;
  emit(slotOn(markers, tree.marker(actor.head)));
  emit(slotOf`hang:${tree.relation(actor.head)}_${tree.relation(recipient.head)}_${tree.lemma[act.token]}`);
}

/** What both were to each other in the sentence before: who answers whom. */
function addBeforePair({ before, act }: Reading, actor: Mention, recipient: Mention, emit: Emit): void {
  if (before === undefined) return;
  const parts = `${partBefore(before, actor)}${partBefore(before, recipient)}`;
  emit(slotOf`before:${parts}`);
  emit(slotOf`before:${parts}_${act.outcome.type}_${before.told?.type}`);
}

/** Neither party is named in another sentence. */
const HERE = 'false_false';

interface Standing {
  readonly actor: Mention;
  readonly recipient: Mention;
  readonly itself: boolean;
  readonly away: string;
  readonly reading: Reading;
}

/** Who would do it to whom, wherever they are named: a boy at a conservatory refuses nothing to himself. */
function addStanding({ actor, recipient, itself, away, reading }: Standing, emit: Emit): void {
  const { type } = reading.act.outcome;
  const [who, whom] = [actor, recipient].map(({ actors }) => actors[0]?.sector ?? 'state');
  emit(slotOf`pair:${away}_${itself}`);
  emit(slotOf`who:${who}_${whom}_${type}`);
  const kinds = begun`kinds:${actor.kind}_${recipient.kind}`;
  emit(slotOn(kinds, type));
  emit(slotOn(kinds, away));
  if (!itself) return;
  emit(slotOf`self:${away}_${actor.kind}_${type}`);
  emit(slotOf`self:${who}_${type}`);
  emit(slotOf`self:${who}_${actor.kind}_${reading.act.entry.id}`);
}

/** How far a word's neighbours say what it is. */
const NEAR = 3;
const FUNCTION = ['aux', 'mark', 'advmod', 'case', 'det'];
const ARGUMENT = ['obj', 'nsubj', 'obl'];

/** What speaks against the act being an event at all. */
export function noneFeatures({ reading, shape, refused }: Matter): Features {
  const { tree, act, parties } = reading;
  const { type, mode, operators, weight, stance, entries, token } = act.outcome;
  const done = operators.join('+');
  const features = new Features();
  const emit = features.add;
  emit(slotOf`refused:${refused}`, 2);
  const shaped = begun`shape:${shape}`;
  emit(slotAt(shaped), 1.5);
  emit(slotOn(shaped, type), 1.2);
  emit(slotOf`how:${parties.how}_${type}`);
  emit(slotOf`type:${type}_${mode}`);
  emit(slotOf`stance:${stance}_${type}`);
  emit(slotOf`weight:${Math.round(weight * 10)}`);
  emit(slotOf`weight:${Math.round(weight * 5)}_${type}`);
  for (const entry of entries) emit(slotOf`line:${entry.id}`);
  emit(slotOf`op:${done}`);
  emit(slotOf`op:${done}_${type}`);
  emit(slotOf`depth:${Math.min(6, tree.ancestors(token).length)}`);
  emit(slotOf`spoken:${reading.isSpoken}_${type}`);
  emit(slotOf`mentions:${Math.min(6, reading.mentions.length)}`);
  addShares(reading, emit);
  addWord(reading, emit);
  addClause(reading, emit);
  addNeighbours(reading, emit);
  addFields(reading, emit);
  addPeople(reading, emit);
  return features;
}

/** What the typer says of the act's word. */
function addShares({ act, judged }: Reading, emit: Emit): void {
  if (!judged) return;
  const { none, change } = judged;
  const own = judged.shareOf(act.outcome.type);
  const odds = Math.round(Math.max(-6, Math.min(6, 2 * Math.log((own + 1e-4) / (1 - own + 1e-4)))));
  emit(slotOf`share:${odds}`, 2);
  emit(slotOf`share:${odds}_${change}`, 1.5);
  emit(slotOf`share:${odds}_${act.outcome.type}`);
  emit(slotOf`nothing:${Math.round(none * 10)}`, 1.5);
}

function addWord({ tree, act }: Reading, emit: Emit): void {
  const { type, token } = act.outcome;
  const { feats } = tree.tokens[token]!;
  const tag = `${tree.upos(token)}_${tree.relation(token)}`;
  emit(slotOf`word:${tree.lemma[token]}`);
  const tagged = begun`tag:${tag}`;
  emit(slotAt(tagged));
  emit(slotOn(tagged, type));
  emit(slotOf`form:${feats['VerbForm'] ?? ''}${feats['Tense'] ?? ''}${feats['Mood'] ?? ''}${feats['Aspect'] ?? ''}`);
  emit(slotOf`tense:${tenseIn(tree, token)}_${type}`);
  const above = tree.head(token);
  if (above >= 0) emit(slotOf`above:${tree.relation(token)}_${tree.lemma[above]}`, 0.8);
}

/** How far up the tree the clauses around an act say what it is. */
const UP = 3;

/** What clause it stands in and what kind of prose that is: most of what newspapers, blogs and essays say about states is no event. */
function addClause(reading: Reading, emit: Emit): void {
  const { tree, act } = reading;
  const { type, token } = act.outcome;
  const above = tree.ancestors(token);
  emit(
    slotOf`up:${above
      .slice(0, UP)
      .map((i) => tree.relation(i))
      .join('<')}`,
  );
  const root = above.at(-1)!;
  if (root !== token) emit(slotOf`root:${tree.lemma[root]}`, 0.6);
  const length = Math.min(6, Math.floor(tree.tokens.length / 8));
  emit(slotOf`length:${length}`, 0.7);
  emit(slotOf`length:${length}_${type}`, 0.7);
  const isSaidTo = tree.tokens.some(
    ({ upos, feats }) => upos === 'PRON' && (feats['Person'] === '1' || feats['Person'] === '2'),
  );
  const prose = `${isSaidTo}_${tree.tokens.some(({ form }) => form === '?')}`;
  emit(slotOf`prose:${prose}`, 0.7);
  emit(slotOf`prose:${prose}_${reading.isSpoken}`, 0.7);
  const verbs = tree.tokens.filter(({ upos }) => upos === 'VERB').length;
  emit(slotOf`verbs:${Math.min(6, verbs)}_${tree.upos(token)}`, 0.7);
}

function addNeighbours({ tree, act }: Reading, emit: Emit): void {
  const { token } = act.outcome;
  for (const c of tree.children[token]!) {
    const relation = tree.relation(c);
    const child = begun`child:${relation}`;
    emit(slotAt(child), 0.5);
    if (FUNCTION.includes(relation)) emit(slotOn(child, tree.form[c]), 0.7);
    if (ARGUMENT.includes(relation) && tree.upos(c) === 'NOUN') emit(slotOn(child, tree.lemma[c]), 0.6);
  }
  const last = Math.min(tree.tokens.length - 1, token + NEAR);
  for (let i = Math.max(0, token - NEAR); i <= last; i++)
    if (i !== token && tree.upos(i) !== 'PROPN') emit(slotOf`near:${i < token ? '-' : '+'}${tree.lemma[i]}`, 0.5);
}

/** How far fields around an act say what it is. */
const AROUND = 5;

/** Semantic fields of its word and of those around it: what is told of business, of illness or of books is no event. */
function addFields({ tree, act }: Reading, emit: Emit): void {
  const { type, token } = act.outcome;
  const own = tree.fields(token);
  for (const field of own) {
    emit(slotOf`field:${field}_${tree.upos(token)}`);
    emit(slotOf`field:${field}_${type}`);
  }
  const above = tree.head(token);
  if (above >= 0) {
    for (const field of tree.fields(above)) {
      emit(slotOf`fieldup:${tree.relation(token)}_${field}`, 0.8);
      for (const one of own) emit(slotOf`fieldup:${one}_${field}`, 0.7);
    }
  }
  const root = tree.ancestors(token).at(-1)!;
  if (root !== token) for (const field of tree.fields(root)) emit(slotOf`fieldroot:${field}`, 0.6);
  for (const c of tree.children[token]!) {
    for (const field of tree.fields(c)) {
      const below = begun`fieldown:${tree.relation(c)}_${field}`;
      emit(slotAt(below), 0.7);
      for (const one of own) emit(slotOn(below, one), 0.7);
    }
  }
  const last = Math.min(tree.tokens.length - 1, token + AROUND);
  for (let i = Math.max(0, token - AROUND); i <= last; i++)
    if (i !== token) for (const field of tree.fields(i)) emit(slotOf`fieldnear:${i < token ? '-' : '+'}${field}`, 0.4);
  for (const field of tree.allFields) emit(slotOf`fields:${field}`, 0.25);
}

function addPeople({ act, parties }: Reading, emit: Emit): void {
  for (const [role, list] of [
    ['actor', parties.actor],
    ['recipient', parties.recipient],
  ] as const) {
    for (const { kind, actors } of list) {
      emit(slotOf`${role}:${kind}`, 0.7);
      emit(slotOf`${role}:${actors[0]?.sector ?? 'state'}_${act.outcome.type}`, 0.7);
    }
  }
}
