import type { Actor, Event } from '../model/index.ts';

/** What an event can be asked for by. */
export type Side =
  | 'actor'
  | 'recipient'
  | 'speaker'
  | 'party'
  | 'code'
  | 'pair'
  | 'type'
  | 'mode'
  | 'quad'
  | 'context'
  | 'stance'
  | 'document';

export type Facet = readonly [side: Side, value: string];

/** All facets of an event, each once. */
export function facetsOf(event: Event): Facet[] {
  const facets: Facet[] = [
    ['type', event.type],
    ['quad', event.quad],
    ['stance', event.stance],
    ['document', event.document.id],
    ...event.contexts.map((context): Facet => ['context', context]),
    ...named('actor', event.actor),
    ...named('recipient', event.recipient),
    ...named('party', [...event.actor, ...event.recipient]),
    ...[...event.actor, ...event.recipient].map(({ code }): Facet => ['code', code]),
    ...pairs(event).map((pair): Facet => ['pair', pair]),
  ];
  if (event.mode !== null) facets.push(['mode', event.mode]);
  if (event.attribution) facets.push(...named('speaker', [event.attribution.speaker]));
  return [...new Map(facets.map((facet) => [facet.join('\n'), facet])).values()];
}

/** One key for both directions. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

function named(side: Side, actors: readonly Actor[]): Facet[] {
  return actors.flatMap((actor): Facet[] => [
    [side, actor.code],
    [side, actor.id],
  ]);
}

/** Who faces whom: each actor with each recipient or, in a symmetric act (no recipient), the actors with each other. */
function pairs(event: Event): string[] {
  const names = (actors: readonly Actor[]): string[] => actors.flatMap((actor) => [actor.code, actor.id]);
  if (event.recipient.length > 0) {
    return names(event.actor).flatMap((a) => names(event.recipient).map((b) => pairKey(a, b)));
  }
  return event.actor.flatMap((first, i) =>
    event.actor
      .slice(i + 1)
      .flatMap((second) => names([first]).flatMap((a) => names([second]).map((b) => pairKey(a, b)))),
  );
}
