import { countsNext, stateActor } from './both-sides.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

/** So many sentences back a list of several may stand, and their names by themselves. */
const LIST_REACH = 8;
const NAMES_REACH = 3;

/**
 * "The three countries", "the four governments": as many states as it says, those named in the sentence, else the last list of
 * as many, else those of the last sentences where these name just as many. Who urges or hosts them is none of them.
 */
export function several(phrase: Phrase, at: Situation): Verdict {
  const { form } = phrase.reference!;
  const { deprel } = at.scene.tokens[phrase.last]!;
  const none = (why: string): Verdict => ({ kind: 'group', actors: [], why: `${form}: ${why}` });
  if (deprel === 'nummod' || deprel === 'det' || countsNext(phrase, at)) return none('counts what follows');
  const states = statesOf(phrase, at, /^(?:obj|iobj)/.test(deprel));
  if (!states) return none('that many states have not been named before');
  const actors = states.map((id) => stateActor(at, id));
  const names = actors.map(({ name }) => name).join(', ');
  return { kind: 'group', actors, states, why: `${form}: ${names} named before` };
}

/** Reference kinds by how many they are. */
const COUNTS = ['', '', '', 'three', 'four', 'five'];

function statesOf(phrase: Phrase, at: Situation, isDoneTo: boolean): readonly string[] | undefined {
  const count = COUNTS.indexOf(phrase.reference!.kind);
  const { memory, sentence, scene } = at;
  const { register } = scene.gazetteer;
  const isState = (id: string | undefined): boolean => id !== undefined && register.typeOf(id) === 'state';
  const doers = isDoneTo ? inClauseOf(phrase, at) : [];
  const named = (one: Salient): boolean => isState(one.state) && !one.place && !doers.includes(one.state!);
  const here = memory.statesOf(sentence, 0, named);
  if (here.length === count && !isDoneTo) return here;
  const idsOf = ({ actors }: Salient): string[] => [
    ...new Set(actors.map(({ code }) => register.ownerOfCode(code) ?? '').filter(isState)),
  ];
  const isList = (one: Salient): boolean =>
    one.kind === 'group' && idsOf(one).length === count && !idsOf(one).some((id) => doers.includes(id));
  const list = memory.best(sentence, LIST_REACH, isList);
  if (list) return idsOf(list);
  for (let reach = 1; reach <= NAMES_REACH; reach++) {
    const near = memory.statesOf(sentence, reach, named);
    if (near.length === count) return near;
  }
  return undefined;
}

/** States named before a phrase in its clause, from the word on that opens it (reference kind `clause-opener`). */
function inClauseOf({ first }: Phrase, { memory, sentence, scene }: Situation): string[] {
  let start = first - 1;
  while (start >= 0 && !inList(scene, 'clause-opener', scene.words[start])) start--;
  const isIn = (one: Salient): boolean => (one.range?.first ?? -1) > start && (one.range?.last ?? first) < first;
  return memory.inSentence(sentence).flatMap((one) => (isIn(one) && one.state !== undefined ? [one.state] : []));
}
