import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor } from '../../model/index.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

export function pair(phrase: Phrase, at: Situation, kind: 'group' | 'pronoun'): Verdict {
  const { form } = phrase.reference!;
  const { deprel } = at.scene.tokens[phrase.last]!;
  if (deprel === 'nummod' || deprel === 'det' || countsNext(phrase, at))
    return { kind, actors: [], why: `${form}: counts what follows` };
  // "Japan accused the two countries", "offered to mediate between the neighbours": who does it is neither of them
  const apart = kind === 'group' && (/^(?:obj|iobj)/.test(deprel) || standsBetween(phrase, at));
  const doer = apart ? at.memory.latest(at.sentence, ({ subject }) => subject)?.state : undefined;
  const last = at.memory.lastTwoStates(at.sentence, doer);
  // "received both leaders …, and the two guests signed"
  const again = at.memory.latest(at.sentence, (one) => isPair(one, at));
  const listed = again ? statesOf(again, at) : last.some((one) => one.sentence === at.sentence) && listedPair(at);
  if (listed) return both(kind, listed, `${form}: ${listed.map(({ name }) => name).join(' and ')} named together`);
  // "Brazil hosted the two sides": a third one brings those together whom the text is about
  const about = doer !== undefined || last.length < 2 ? at.memory.twoOfText(doer) : undefined;
  if (about) {
    const actors = about.map((id) => stateActor(at, id));
    return both(kind, actors, `${form}: ${actors.map(({ name }) => name).join(' and ')} are who the text is about`);
  }
  const two = samePair(at, kind, doer) ?? last.map(({ state }) => state!);
  if (two.length < 2) return { kind, actors: [], why: `${form}: two states have not been named before` };
  at.memory.pair = { states: two, sentence: at.sentence };
  const actors = two.map((state) => stateActor(at, state));
  return both(kind, actors, `${form}: ${actors.map((actor) => actor.name).join(' and ')} named last`);
}

function both(kind: 'group' | 'pronoun', actors: readonly Actor[], why: string): Verdict {
  return { kind, actors, states: actors.map(({ id }) => id), why };
}

/** "London sent a ship, Maduro denounced it. Brasilia hosted the two sides": the two that were called so before, one of whom has acted since. */
function samePair({ memory, sentence }: Situation, kind: string, doer?: string): readonly string[] | undefined {
  const { pair } = memory;
  if (kind === 'pronoun' || !pair || sentence - pair.sentence > PAIR_NEAR || pair.states.includes(doer ?? ''))
    return undefined;
  const last = memory.lastTwoStates(sentence, doer);
  const isTogether = last.length === 2 && last[0]!.sentence === last[1]!.sentence && last[0]!.sentence >= sentence;
  const isOfPair = last.some(({ state }) => pair.states.includes(state!));
  return isOfPair && !isTogether ? pair.states : undefined;
}

const PAIR_NEAR = 6;

/** "Both men", "the two women": the two people of different states who were named last; who hosts them is none of them. */
export function twoPeople(phrase: Phrase, at: Situation): Verdict | undefined {
  const { memory, sentence } = at;
  const { deprel } = at.scene.tokens[phrase.last]!;
  const done = /^(?:obj|iobj|obl)/.test(deprel);
  const isPerson = ({ kind, actors, subject, sentence: where }: Salient): boolean =>
    kind === 'person' && actors.length === 1 && !(done && subject && where === sentence);
  const last = memory.best(sentence, PEOPLE_NEAR, isPerson);
  const code = last?.actors[0]?.code;
  const other = memory.best(sentence, PEOPLE_NEAR, (one) => isPerson(one) && one.actors[0]!.code !== code);
  if (!last || !other) return undefined;
  const placeOf = ({ sentence: where, range }: Salient): number => 1000 * where + (range?.first ?? 0);
  const both = [other, last].sort((a, b) => placeOf(a) - placeOf(b));
  const actors = both.map((one) => one.actors[0]!);
  return { kind: 'group', actors, why: `${phrase.reference!.form}: ${actors.map(({ name }) => name).join(' and ')}` };
}

const PEOPLE_NEAR = 3;

/** "Both men", "the two villages": the noun behind is no state. */
function countsNext({ reference, last }: Phrase, { scene }: Situation): boolean {
  const next = scene.tokens[last + 1];
  const bare = inList(scene, 'both', foldPlain(reference!.form)) || inList(scene, 'two', scene.words[last]);
  return bare && next?.upos === 'NOUN' && next.head !== last;
}

/** "Mediated between both sides", "called on both sides", "appealed to the two countries". */
function standsBetween({ first }: Phrase, { scene }: Situation): boolean {
  const { words } = scene;
  const before = words.slice(Math.max(0, first - MEDIATOR_NEAR), first);
  if (inList(scene, 'mediator', before.at(-1))) return before.some((word) => inList(scene, 'mediating', word));
  return inList(scene, 'calling', before.slice(-2).join(' '));
}

const MEDIATOR_NEAR = 5;

/** "Swedish and Finnish envoys … Turkey would block the two countries": the two named together before who speaks of them. */
function listedPair(at: Situation): Actor[] | undefined {
  const pair = at.memory.best(at.sentence, 2, (one) => one.sentence < at.sentence && isPair(one, at));
  return pair && statesOf(pair, at);
}

function isPair(one: Salient, at: Situation): boolean {
  return one.kind === 'group' && statesOf(one, at).length === 2;
}

function statesOf({ actors }: Salient, at: Situation): Actor[] {
  const { register } = at.scene.gazetteer;
  const ids = actors.map(({ code }) => register.ownerOfCode(code) ?? '');
  return [...new Set(ids.filter((id) => register.typeOf(id) === 'state'))].map((id) => stateActor(at, id));
}

export function stateActor(at: Situation, id: string): Actor {
  const { register } = at.scene.gazetteer;
  return { id, code: register.unit(id)?.code ?? '', name: register.nameOf(id) };
}
