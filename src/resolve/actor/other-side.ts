import { foldPlain } from '../../language/segment/fold.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation } from './verdict.ts';

/** How many sentences back the other side may have been named. */
const REACH = 2;

/**
 * The state that "his hosts", "its neighbour" are: of another one than whoever they are the hosts or neighbours of. Hosts
 * are at home where the sentence or the one before goes (`host` words of reference.tsv); of several others, the one that
 * the text is about.
 */
export function otherSide(phrase: Phrase, at: Situation): string | undefined {
  const { memory, sentence, scene } = at;
  const { register } = scene.gazetteer;
  const isState = ({ state }: Salient): boolean => state !== undefined && register.typeOf(state) === 'state';
  const owner = memory.best(sentence, REACH, (one) => isState(one) && !one.place)?.state;
  if (owner === undefined) return undefined;
  const others = (one: Salient): boolean => isState(one) && one.state !== owner;
  const host = foldPlain(phrase.reference!.form).split(' ').at(-1);
  if (inList(scene, 'host', host)) return ground(at, others);
  const near = memory.statesOf(sentence, REACH, others);
  if (near.length < 2) return near[0];
  return near.find((state) => memory.twoOfText(owner)?.[0] === state);
}

/** "Called at Manila and trained with its hosts": the place gone to last. */
function ground({ memory, sentence }: Situation, fits: (one: Salient) => boolean): string | undefined {
  const isPlace = (one: Salient): boolean => one.place && fits(one);
  return (memory.latest(sentence, isPlace) ?? memory.latest(sentence - 1, isPlace))?.state;
}
