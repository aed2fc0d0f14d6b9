import type { Scene } from './scene.ts';
import type { Unit } from './unit.ts';

/** "İsyancılar Sudan ordusuna saldırdı": where the owner stands in front, a body that opens with its state begins anew. */
export function isOwnersBody({ first, last, named }: Unit, { tokens, gazetteer }: Scene): boolean {
  if (!gazetteer.reference.has('possessive-compound') || first === last) return false;
  const isState = gazetteer.entriesOf(tokens[first]!).some((entries) => entries.some(({ type }) => type === 'state'));
  return isState && named.some(({ type }) => type === 'body');
}
