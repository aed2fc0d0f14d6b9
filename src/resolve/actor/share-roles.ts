import { gapBetween } from './gap.ts';
import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';

const FORCES = new Set(['MIL', 'COP']);

/** "югославская армия и полиция", "Turkish soldiers and police": the adjective serves both forces, the mentions stay two. */
export function shareOwners(phrases: readonly Phrase[], scene: Scene): void {
  for (const [at, next] of phrases.entries()) {
    const owner = phrases[at - 1];
    if (owner?.state?.kind !== 'adjective' || owner.people.length > 0 || !isForce(owner) || !isForce(next)) continue;
    if (next.state || next.named.length > 0 || next.people.length > 0 || next.owned || next.name) continue;
    if (gapBetween(scene, owner.last, next.first) !== 'conjunction') continue;
    next.state = owner.state;
    next.stateUnit = owner.stateUnit!;
  }
}

function isForce({ roles }: Phrase): boolean {
  const role = roles.at(-1)?.role;
  return role?.sector !== undefined && FORCES.has(role.sector);
}

/** "Hungarian and Romanian officials": the role serves both, the mentions stay two. */
export function shareRoles(phrases: readonly Phrase[], scene: Scene): void {
  for (let at = phrases.length - 2; at >= 0; at--) {
    const phrase = phrases[at]!;
    const next = phrases[at + 1]!;
    if (phrase.state?.kind !== 'adjective' || phrase.roles.length > 0 || phrase.named.length > 0) continue;
    if (next.state?.kind !== 'adjective' || next.roles.length === 0) continue;
    const gap = gapBetween(scene, phrase.last, next.first);
    if (gap === 'conjunction' || gap === 'comma') phrase.roles.push(...next.roles);
  }
}
