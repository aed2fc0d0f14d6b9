import { gapBetween } from './gap.ts';
import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';

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
