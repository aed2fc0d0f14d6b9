import type { Actor } from '../../model/index.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

/** Who travelled last, and the state where he was received. */
export interface Visit {
  readonly guest: readonly Actor[];
  /** The guest's state. */
  readonly from: string;
  readonly host: string;
  readonly sentence: number;
}

/** How far back a visit may have been told that "his guest" and "the host" speak of, in sentences. */
const VISIT_REACH = 8;

/**
 * "Dendias Ankara'yı ziyaret etti", "Erdoğan … Atina'ya gitti": the first who is named, no place, goes to another state that
 * is named before a word of travel (reference kind `travel`); with a word of receiving (kind `receiving`) it is the other way.
 */
export function noteVisit(found: readonly Salient[], { scene, memory, sentence }: Situation): void {
  const at = scene.words.findIndex((word) => inList(scene, 'travel', word) || inList(scene, 'receiving', word));
  if (at < 0) return;
  const named = found.filter(
    ({ actors, state, range }) => actors.length === 1 && state !== undefined && range !== undefined,
  );
  const first = named.find(({ place, range }) => !place && range!.last < at);
  const other = named.findLast(({ state, range }) => state !== first?.state && range!.last < at);
  if (!first || !other || other.range!.first < first.range!.first) return;
  const receives = inList(scene, 'receiving', scene.words[at]);
  const [guest, host] = receives ? [other, first] : [first, other];
  memory.visit = { guest: guest.actors, from: guest.state!, host: host.state!, sentence };
}

/** "Konuğu", "misafirine": who came; "ev sahibi": the state that receives. Before a name it only says what he is. */
export function visitor(phrase: Phrase, at: Situation, side: 'guest' | 'host'): Verdict | undefined {
  const { visit } = at.memory;
  const { form } = phrase.reference!;
  const { ending } = phrase.units.at(-1)!.match;
  if (ending === '' && at.scene.tokens[phrase.last + 1]?.upos === 'PROPN') return undefined;
  if (!visit || at.sentence - visit.sentence > VISIT_REACH) return undefined;
  const { register } = at.scene.gazetteer;
  const state = side === 'guest' ? visit.from : visit.host;
  const acting = register.unit(state);
  if (!acting) return undefined;
  const actors = side === 'guest' ? visit.guest : [{ id: state, code: acting.code, name: register.nameOf(state) }];
  return { kind: 'role', actors, state, why: `${form}: ${actors[0]!.name}, by the visit told before` };
}
