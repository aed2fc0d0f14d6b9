import type { Mention } from '../../model/index.ts';

/** How many actors a text names in more of its sentences than this one: 0 for whom it names most, and for all of a text of one sentence. */
export function ranked(mentions: readonly (readonly Mention[])[]): (code: string) => number {
  const counts = new Map<string, number>();
  for (const sentence of mentions) {
    const here = new Set(sentence.flatMap(({ actors }) => actors.map(({ code }) => code)));
    for (const code of here) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const order = [...counts].sort(([, a], [, b]) => b - a);
  const places = new Map<string, number>();
  for (const [place, [code, count]] of order.entries()) {
    const before = order[place - 1];
    places.set(code, before?.[1] === count ? places.get(before[0])! : place);
  }
  return (code) => places.get(code) ?? order.length;
}
