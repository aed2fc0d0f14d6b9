import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './unit.ts';

/** "Kürdistan Yurtseverler Birliği (KYB) lideri", "Patriotic Union of Kurdistan (PUK) leader": an owner's short name in brackets before his role. */
export function isBracketed(phrase: Phrase, unit: Unit, next: Unit | undefined, { tokens }: Scene): boolean {
  const closed = tokens[unit.first - 1]?.form === '(' && tokens[unit.last + 1]?.form === ')';
  if (!closed || phrase.last !== unit.first - 2 || phrase.roles.length > 0 || !next?.role) return false;
  const own = [...phrase.named, ...(phrase.state ? [phrase.state] : [])].map(({ id }) => id);
  const same = [...unit.named, ...(unit.state ? [unit.state] : [])].some(({ id }) => own.includes(id));
  return same && next.first === unit.last + 2;
}
