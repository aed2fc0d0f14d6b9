import type { Mention, Sentence } from '../../model/index.ts';
import type { Told } from '../rule/party-finder.ts';

/** What the sentence before names and tells: "Vilnius has closed the border. Minsk called it a scam." */
export interface Before {
  readonly sentence: Sentence;
  /** Who is named there and not here, one mention a side, the last named first. */
  readonly mentions: readonly Mention[];
  /** What the rules read there last. */
  readonly told: Told | undefined;
}

/** Sentences that name so many sides themselves are seldom about anybody else. */
const MOST_NAMED = 2;
/** The last sides named before are weighed. */
const MOST_BEFORE = 3;

const keyOf = ({ actors }: Mention): string => actors.map(({ code }) => code).join(' ');

/** Undefined where the sentence names both parties itself, or where there is nobody else. */
export function beforeOf(
  sentence: Sentence | undefined,
  named: readonly Mention[],
  here: readonly Mention[],
  told: Told | undefined,
): Before | undefined {
  if (sentence === undefined) return undefined;
  const own = new Set(here.filter(({ actors }) => actors.length > 0).map(keyOf));
  if (own.size > MOST_NAMED) return undefined;
  const sides = new Map<string, Mention>();
  for (const one of named) {
    if (one.actors.length !== 1 || own.has(keyOf(one))) continue;
    const known = sides.get(keyOf(one));
    // a name says more than the place where something was said
    if (known === undefined || one.kind !== 'place' || known.kind === 'place') {
      sides.delete(keyOf(one));
      sides.set(keyOf(one), one);
    }
  }
  const mentions = [...sides.values()].reverse().slice(0, MOST_BEFORE);
  return mentions.length === 0 ? undefined : { sentence, mentions, told };
}

/** What a side was in what was told last: actor, recipient, both, or nothing. */
export function partBefore({ told }: Before, { actors }: Mention): 'A' | 'R' | 'B' | 'N' {
  if (told === undefined) return 'N';
  const { code } = actors[0]!;
  const is = (list: readonly Mention[]): boolean => list.some((one) => one.actors.some((actor) => actor.code === code));
  const does = is(told.actor);
  const bears = is(told.recipient);
  return does && bears ? 'B' : does ? 'A' : bears ? 'R' : 'N';
}
