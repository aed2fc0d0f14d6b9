import type { Act } from './act.ts';
import { byNature } from './natural-force.ts';
import { isNoNews } from './no-news.ts';
import { isOtherSense } from './other-sense.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder, Told } from './party-finder.ts';
import { isPlayed } from './pastime.ts';
import { isPolled } from './polled.ts';
import { isPrivateDeal } from './private-deal.ts';
import { isAboutPeople, saysAgain } from './refusal.ts';
import type { Scene } from './scene.ts';

/**
 * Why the rules take a word for no deed of states although they know its parties. None of these reasons is sure (of what they
 * held back half was an event in the records for weights), so the layer behind the rules has the last word.
 */
export function noDeed(scene: Scene, act: Act, parties: Parties, earlier: readonly Told[]): string | undefined {
  const { finder, tree } = scene;
  const { grammar } = finder.composer;
  if (scene.isHistory(act)) return `"${act.outcome.type}" is history`;
  if (isPrivateDeal(finder, act, parties)) return `"${act.outcome.type}" is no deed of states here`;
  if (isOtherSense(finder, act)) return `"${act.outcome.type}" is not meant by the word here`;
  const read = { tree, grammar };
  if (isAboutPeople(act, parties, read)) return `"${act.outcome.type}" only says who somebody is`;
  return earlier.some((one) => saysAgain(one, act, parties, read))
    ? `"${act.outcome.type}" is told already`
    : undefined;
}

/** Done by a storm, a team, voters or animals, or what private people always say and advise: surely no deed of states. */
export function isNobodys(finder: PartyFinder, act: Act, parties: Parties): boolean {
  return (
    byNature(finder, act) ||
    isPlayed(finder, act, parties) ||
    isPolled(finder, act, parties) ||
    isNoNews(finder, act, parties)
  );
}
