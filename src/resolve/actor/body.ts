import type { Entry } from './entry.ts';
import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './unit.ts';

/** Whether a body or office is a state's or organisation's own. */
export function belongs(entry: Entry, owner: string, scene: Scene): boolean {
  return scene.gazetteer.register.unit(entry.id)?.state === owner;
}

/** "Estonya büyükelçisi Rusya Dışişleri Bakanlığına çağrıldı": a ministry of another state than the phrase's. */
export function isForeignBody({ state }: Phrase, { named }: Unit, scene: Scene): boolean {
  return (
    state !== undefined &&
    named.length > 0 &&
    named.every((one) => one.type === 'body' && !belongs(one, state.id, scene))
  );
}

/** "Suriye'nin doğusundan Amerikan askerleri": the body's own name says whose it is. */
export function namesOwner({ first, named }: Unit, { tokens, gazetteer }: Scene): boolean {
  const states = gazetteer.entriesOf(tokens[first]!).flat();
  return named.some(({ id }) => states.some((entry) => entry.id === gazetteer.register.unit(id)?.state));
}
