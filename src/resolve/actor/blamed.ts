import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

/** «обвинил Китай в том, что он», «благодарен Катару за то, что он»: the clause says what was done by who is blamed or thanked (kind `content-bridge`). */
export function blamedBefore(
  { first, reference }: Phrase,
  { memory, scene, sentence }: Situation,
): Verdict | undefined {
  const from = first - BRIDGE;
  if (!inList(scene, 'content-bridge', scene.words.slice(Math.max(0, from), first).join(' '))) return undefined;
  const who = memory.latest(sentence, ({ range, actors }) => range?.last === from - 1 && actors.length > 0);
  if (!who) return undefined;
  const state = who.state === undefined ? {} : { state: who.state };
  const why = `${reference!.form}: ${who.actors.map(({ name }) => name).join(', ')}`;
  return { kind: 'pronoun', actors: who.actors, ...state, why };
}

/** So many words and commas: «в том, что». */
const BRIDGE = 4;
