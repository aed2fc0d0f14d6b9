import type { Mention } from '../../model/index.ts';

/** In so many of its sentences a text names at least whom it is about. */
const LEAST_NAMED = 3;

/** Code of the actor whom most sentences of a text name, the first of several; undefined in a text too short to be about anybody. */
export function mainActor(mentions: readonly (readonly Mention[])[]): string | undefined {
  const [first] = countsOf(mentions);
  return first && first[1] >= LEAST_NAMED ? first[0] : undefined;
}

/** How many actors a text names in more of its sentences than this one: 0 for whom it names most, and for all of a text of one sentence. */
export function ranked(mentions: readonly (readonly Mention[])[]): (code: string) => number {
  const order = countsOf(mentions);
  const places = new Map<string, number>();
  for (const [place, [code, count]] of order.entries()) {
    const before = order[place - 1];
    places.set(code, before?.[1] === count ? places.get(before[0])! : place);
  }
  return (code) => places.get(code) ?? order.length;
}

/** In how many sentences each actor is named, the most first. */
function countsOf(mentions: readonly (readonly Mention[])[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const sentence of mentions) {
    const here = new Set(sentence.flatMap(({ actors }) => actors.map(({ code }) => code)));
    for (const code of here) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
