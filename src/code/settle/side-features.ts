import type { Mention } from '../../model/index.ts';
import { exactPath, roughPath } from './path.ts';
import { type Reading, refusal } from './reading.ts';
import { countOf, maskOf, ruleAssignment, type Side } from './sides.ts';
import { type Emit, type Features, gather } from './weights.ts';

/** How strongly the rules' own answer counts beside single features: set by cross-validation. */
const RULE_VALUE = 2;

/** "11", "20m": how many actors and recipients the rules found, `m` for together, `x` for nobody named. */
export function shapeOf(reading: Reading, sides: readonly Side[]): string {
  const { actor, recipient } = ruleAssignment(reading, sides);
  const { mutual, anonymous } = reading.parties;
  return `${Math.min(3, countOf(actor))}${Math.min(3, countOf(recipient))}${mutual ? 'm' : ''}${anonymous ? 'x' : ''}`;
}

/** What speaks for or against a side as a party of the act; the same features are weighed for actor and recipient. */
export function sideFeatures(reading: Reading, sides: readonly Side[], side: Side): Features {
  return gather((emit) => {
    for (const mention of side.mentions) {
      addRule({ reading, sides, mention }, emit);
      if (isElsewhere(reading, mention)) {
        emit(`elsewhere:${roleOf(reading, mention)}`, 1.5);
        continue;
      }
      const view = { reading, sides, mention, ...placeOf(reading, mention) };
      addPaths(view, emit);
      addPlace(view, emit);
      addKind(view, emit);
    }
  });
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
  readonly reading: Reading;
  readonly sides: readonly Side[];
  readonly mention: Mention;
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

/** Actor, recipient, both or neither by the rules. */
function roleOf({ parties }: Reading, mention: Mention): string {
  const does = parties.actor.includes(mention);
  const bears = parties.recipient.includes(mention);
  return does && bears ? 'B' : does ? 'A' : bears ? 'R' : 'N';
}

function addRule({ reading, sides, mention }: Candidate, emit: Emit): void {
  const { parties, act } = reading;
  const role = roleOf(reading, mention);
  const shape = shapeOf(reading, sides);
  emit(`rule:${role}`, RULE_VALUE);
  emit(`rule:${role}_${act.outcome.type}`);
  emit(`rule:${role}_${parties.how}`);
  emit(`rule:${role}_${shape}`, 1.5);
  emit(`rule:${role}_${refusal(reading)}`);
  emit(`spoken:${reading.isSpoken}_${role}`);
  emit(`codes:${sides.length}_${role}_${shape}`);
  const own = maskOf(sides, [mention]);
  const { actor, recipient } = ruleAssignment(reading, sides);
  if (role === 'N' && own & (actor | recipient))
    emit(`twin:${own & actor ? 'a' : ''}${own & recipient ? 'r' : ''}`, 1.5);
}

function addPaths({ reading, sides, mention, marker, word, given, side }: View, emit: Emit): void {
  const { tree, act, parties } = reading;
  const { type, operators, token } = act.outcome;
  const exact = exactPath(tree, act.token, mention.head);
  const rough = roughPath(tree, act.token, mention.head);
  emit(`path:${exact}_${marker}`, 1.2);
  emit(`path:${exact}_${word}_${given}_${marker}`);
  emit(`path:${exact}_${type}`);
  emit(`op:${operators.at(-1) ?? ''}_${exact}`);
  emit(`rough:${rough}_${word}`, 1.2);
  emit(`rough:${rough}_${word}_${roleOf(reading, mention)}`, 1.2);
  emit(`rough:${rough}_${act.entry.id}`);
  emit(`rough:${rough}_${side}_${parties.how}_${shapeOf(reading, sides)}`);
  if (token === act.token) return;
  emit(`inner:${exactPath(tree, token, mention.head)}_${marker}`);
  emit(`inner:${roughPath(tree, token, mention.head)}_${operators.at(-1)}`);
}

function addPlace({ reading, mention, marker, word, given, side }: View, emit: Emit): void {
  const { tree, act, mentions } = reading;
  const { head } = mention;
  const low = Math.min(head, act.token);
  const high = Math.max(head, act.token);
  const between = mentions.filter((one) => one !== mention && one.head > low && one.head < high).length;
  const order = mentions.filter((one) => one.head < head).length;
  emit(`side:${side}_${word}`);
  emit(`marker:${marker}_${act.outcome.type}_${side}`);
  emit(`case:${given}_${word}_${side}`);
  emit(`line:${act.entry.id}_${tree.relation(head)}_${marker}`, 0.8);
  emit(`lemma:${tree.lemma[act.token]}_${tree.relation(head)}_${marker}_${side}`, 0.8);
  emit(`distance:${Math.min(8, Math.ceil(Math.log2(high - low + 1)))}_${side}_${word}`);
  emit(`between:${Math.min(4, between)}_${side}`);
  emit(`order:${Math.min(4, order)}_of_${Math.min(5, mentions.length)}_${side}`);
  for (let i = low + 1; i < high && high - low < 12; i++) {
    if (tree.upos(i) === 'VERB') emit(`over:VERB_${side}`, 0.4);
    else if (tree.upos(i) === 'PUNCT' || tree.upos(i) === 'SCONJ') emit(`over:${tree.form[i]}_${side}`, 0.4);
  }
}

function addKind({ reading, mention, marker, side }: View, emit: Emit): void {
  const { tree, act } = reading;
  const sector = mention.actors[0]?.sector ?? 'state';
  emit(`kind:${mention.kind}_${marker}_${side}`);
  emit(`kind:${mention.kind}_${mention.actors.length > 1}`);
  emit(`sector:${sector}_${act.outcome.type}`);
  emit(`sector:${sector}_${side}`);
  const above = tree.head(mention.head);
  emit(`up:${tree.relation(mention.head)}_${above < 0 ? '' : tree.upos(above)}`);
  if (above >= 0 && above !== act.token) emit(`up:${tree.relation(mention.head)}_${tree.lemma[above]}`, 0.6);
  if (tree.upos(mention.head) !== 'PROPN') emit(`noun:${tree.lemma[mention.head]}_${side}`, 0.6);
}
