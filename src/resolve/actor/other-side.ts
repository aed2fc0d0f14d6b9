import { foldPlain } from '../../language/segment/fold.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

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
  return near.find((state) => memory.twoOfText(new Set([owner]))?.[0] === state);
}

/** "Called at Manila and trained with its hosts": the place gone to last. */
function ground({ memory, sentence }: Situation, fits: (one: Salient) => boolean): string | undefined {
  const isPlace = (one: Salient): boolean => one.place && fits(one);
  return (memory.latest(sentence, isPlace) ?? memory.latest(sentence - 1, isPlace))?.state;
}

/** "Türkiye komşusuna ekip gönderdi": the other state spoken of last beside the one that is named right before, or acts. */
export function neighbour(phrase: Phrase, at: Situation): Verdict | undefined {
  const { memory, sentence, scene } = at;
  const before = memory.latest(sentence, ({ range }) => range?.last === phrase.first - 1);
  const own = (before ?? memory.latest(sentence, ({ subject }) => subject))?.state;
  if (own === undefined) return undefined;
  const { register } = scene.gazetteer;
  const isOther = (id: string | undefined): boolean =>
    id !== undefined && id !== own && register.typeOf(id) === 'state';
  const other = memory.best(sentence, 1, ({ state, actors }) => actors.length === 1 && isOther(state))?.state;
  const unit = other === undefined ? undefined : register.unit(other);
  if (!unit) return undefined;
  const name = register.nameOf(unit.id);
  const actors = [{ id: unit.id, code: unit.code, name }];
  return {
    kind: 'group',
    actors,
    state: unit.id,
    why: `${phrase.reference!.form}: ${name}, named beside ${register.nameOf(own)}`,
  };
}
