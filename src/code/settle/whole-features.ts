import type { Mention } from '../../model/index.ts';
import { type Assignment, type Reading, refusal } from './reading.ts';
import { isElsewhere, shapeOf } from './side-features.ts';
import { bitsOf, countOf, type Side } from './sides.ts';
import { type Emit, type Features, gather } from './weights.ts';

/** What speaks for or against an answer as a whole: its shape, and how far it is from what the rules found. */
export function wholeFeatures(reading: Reading, sides: readonly Side[], answer: Assignment): Features {
  const { tree, act, parties } = reading;
  const { type } = act.outcome;
  const { actor, recipient, edit } = answer;
  const rule = shapeOf(reading, sides);
  const shape = `${Math.min(3, countOf(actor))}${Math.min(3, countOf(recipient))}`;
  return gather((emit) => {
    emit(`edit:${edit}`);
    emit(`edit:${edit}_${refusal(reading)}`);
    emit(`edit:${edit}_${act.entry.id}`);
    emit(`edit:${edit}_${rule}_${parties.how}`);
    emit(`edit:${edit}_length${Math.min(6, Math.floor(tree.tokens.length / 8))}`);
    emit(`edit:${edit}_sides${sides.length}`);
    emit(`edit:${edit}_acts${Math.min(5, reading.acts)}`);
    emit(`shape:${shape}_${rule}`);
    emit(`shape:${shape}_${type}`);
    emit(`shape:${shape}_${rule}_${type}`);
    emit(`shape:${shape}_${act.entry.id}`);
    emit(`shape:${shape}_${tree.lemma[act.token]}`);
    addPair(reading, sides, answer, emit);
  });
}

function addPair(reading: Reading, sides: readonly Side[], { actor, recipient }: Assignment, emit: Emit): void {
  if (actor === 0 || recipient === 0) return;
  const { tree, act } = reading;
  const first = (mask: number): Mention => sides[bitsOf(mask)[0]!]!.mentions[0]!;
  if (isElsewhere(reading, first(actor)) || isElsewhere(reading, first(recipient))) return;
  const [does, bears] = [first(actor).head, first(recipient).head];
  emit(`order:${does < bears}_${tree.upos(act.token)}`);
  emit(`markers:${tree.marker(does)}_${tree.marker(bears)}`);
  emit(`itself:${(actor & recipient) !== 0}_${act.outcome.type}`);
}

/** How far a word's neighbours say what it is. */
const NEAR = 3;
const FUNCTION = ['aux', 'mark', 'advmod', 'case', 'det'];
const ARGUMENT = ['obj', 'nsubj', 'obl'];

/** What speaks against the act being an event at all. */
export function noneFeatures(reading: Reading, sides: readonly Side[]): Features {
  const { tree, act, parties } = reading;
  const { type, mode, operators, weight, stance, entries, token } = act.outcome;
  const shape = shapeOf(reading, sides);
  const done = operators.join('+');
  return gather((emit) => {
    emit(`refused:${refusal(reading)}`, 2);
    emit(`shape:${shape}`, 1.5);
    emit(`shape:${shape}_${type}`, 1.2);
    emit(`how:${parties.how}_${type}`);
    emit(`type:${type}_${mode}`);
    emit(`stance:${stance}_${type}`);
    emit(`weight:${Math.round(weight * 10)}`);
    emit(`weight:${Math.round(weight * 5)}_${type}`);
    for (const entry of entries) emit(`line:${entry.id}`);
    emit(`op:${done}`);
    emit(`op:${done}_${type}`);
    emit(`depth:${Math.min(6, tree.ancestors(token).length)}`);
    emit(`spoken:${reading.isSpoken}_${type}`);
    emit(`mentions:${Math.min(6, reading.mentions.length)}`);
    addWord(reading, emit);
    addNeighbours(reading, emit);
    addPeople(reading, emit);
  });
}

function addWord({ tree, act }: Reading, emit: Emit): void {
  const { type, token } = act.outcome;
  const { feats } = tree.tokens[token]!;
  const tag = `${tree.upos(token)}_${tree.relation(token)}`;
  emit(`word:${tree.lemma[token]}`);
  emit(`tag:${tag}`);
  emit(`tag:${tag}_${type}`);
  emit(`form:${feats['VerbForm'] ?? ''}${feats['Tense'] ?? ''}${feats['Mood'] ?? ''}${feats['Aspect'] ?? ''}`);
  const above = tree.head(token);
  if (above >= 0) emit(`above:${tree.relation(token)}_${tree.lemma[above]}`, 0.8);
}

function addNeighbours({ tree, act }: Reading, emit: Emit): void {
  const { token } = act.outcome;
  for (const c of tree.children[token]!) {
    const relation = tree.relation(c);
    emit(`child:${relation}`, 0.5);
    if (FUNCTION.includes(relation)) emit(`child:${relation}_${tree.form[c]}`, 0.7);
    if (ARGUMENT.includes(relation) && tree.upos(c) === 'NOUN') emit(`child:${relation}_${tree.lemma[c]}`, 0.6);
  }
  const last = Math.min(tree.tokens.length - 1, token + NEAR);
  for (let i = Math.max(0, token - NEAR); i <= last; i++)
    if (i !== token && tree.upos(i) !== 'PROPN') emit(`near:${i < token ? '-' : '+'}${tree.lemma[i]}`, 0.5);
}

function addPeople({ act, parties }: Reading, emit: Emit): void {
  for (const [role, list] of [
    ['actor', parties.actor],
    ['recipient', parties.recipient],
  ] as const) {
    for (const { kind, actors } of list) {
      emit(`${role}:${kind}`, 0.7);
      emit(`${role}:${actors[0]?.sector ?? 'state'}_${act.outcome.type}`, 0.7);
    }
  }
}
