import type { Mention } from '../../model/index.ts';
import { type Before, partBefore } from './before.ts';
import type { Matter } from './matter.ts';
import type { Reading } from './reading.ts';
import { begun, type Emit, slotAt, slotOf, slotOn } from './weights.ts';

/** What speaks for a party that only the sentence before names. */
export function addBefore(matter: Matter, before: Before, mention: Mention, emit: Emit): void {
  const { reading, shape, refused } = matter;
  const { act, tree, acts } = reading;
  const { type } = act.outcome;
  const at = before.mentions.indexOf(mention);
  const isNear = before.sentence.index === mention.sentence;
  const relation = isNear ? before.sentence.tokens[mention.head]!.deprel.replace(/:.*/, '') : 'far';
  const back = tree.sentence.index - mention.sentence;
  const part = partBefore(before, mention);
  const what = before.told === undefined ? '' : before.told.type;
  const open = begun`before:${shape}`;
  emit(slotAt(open), 1.5);
  emit(slotOn(open, type));
  emit(slotOn(open, refused));
  emit(slotOf`before:part_${part}_${shape}`, 1.5);
  emit(slotOf`before:part_${part}_${type}_${what}`);
  emit(slotOf`before:part_${part}_${type}`);
  emit(slotOf`before:rel_${relation}_${shape}`);
  emit(slotOf`before:rel_${relation}_${type}`);
  emit(slotOf`before:back_${back}_${part}`);
  emit(slotOf`before:back_${back}_${relation}`);
  emit(slotOf`before:place_${at}_of_${before.mentions.length}_${relation}`);
  emit(slotOf`before:kind_${mention.kind}_${mention.actors[0]!.sector ?? 'state'}`);
  emit(slotOf`before:kind_${mention.kind}_${type}`);
  emit(slotOf`before:lemma_${tree.lemma[act.token]}_${shape}`);
  emit(slotOf`before:line_${act.entry.id}`);
  emit(slotOf`before:acts_${Math.min(4, acts)}_${reading.isSpoken}`);
  for (const field of tree.fields(act.token)) emit(slotOf`before:field_${field}_${shape}`, 0.8);
  for (const cue of cuesOf(reading)) {
    const pointed = begun`before:cue_${cue}`;
    emit(slotAt(pointed));
    emit(slotOn(pointed, type));
    emit(slotOn(pointed, part));
  }
}

const OBJECTS = ['obj', 'iobj', 'obl', 'nmod'];

/** What in the act's clause points back: pronouns and what they are there, nouns that are known, and whether it takes an object of its own. */
function cuesOf({ tree, act }: Reading): string[] {
  const cues = new Set<string>();
  for (let i = 0; i < tree.tokens.length; i++) {
    const { upos, feats } = tree.tokens[i]!;
    const side = i < act.token ? '-' : '+';
    if (upos === 'PRON' && feats['Person'] === '3')
      cues.add(`pron${side}${tree.relation(i)}${tree.head(i) === act.token}`);
    if (upos === 'DET' && tree.head(i) >= 0 && tree.head(tree.head(i)) === act.token)
      cues.add(`det${side}${tree.form[i]}`);
  }
  let takes = 'nothing';
  for (const c of tree.children[act.token]!) {
    const relation = tree.relation(c);
    if (!OBJECTS.includes(relation)) continue;
    takes = 'something';
    if (tree.upos(c) === 'NOUN') cues.add(`${relation}:${tree.lemma[c]}`);
    else cues.add(`${relation}:${tree.upos(c)}`);
    for (const field of tree.fields(c)) cues.add(`${relation}:[${field}]`);
  }
  cues.add(takes);
  return [...cues];
}
