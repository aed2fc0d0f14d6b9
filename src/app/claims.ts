import type { Event } from '../model/index.ts';
import { type Claim, linkClaims } from '../record/claim.ts';
import type { Archive, EventQuery } from '../store/store.ts';

export type { Claim } from '../record/claim.ts';

/** An event with what else the record holds about the same deed; `claims` is absent where it holds nothing. */
export type ClaimedEvent = Event & { readonly claims?: readonly Claim[] };

type Events = Pick<Archive, 'events'>;

/** Links events to all that the record says of their deeds, asked for or not. One question for each type and pair of sides. */
export function withClaims(store: Events, events: readonly Event[]): ClaimedEvent[] {
  const links = new Map<string, ReadonlyMap<string, readonly Claim[]>>();
  return events.map((event) => {
    const query = deedQuery(event);
    const key = JSON.stringify(query);
    const known = links.get(key) ?? linkClaims(allOf(store, query));
    links.set(key, known);
    const claims = known.get(event.id);
    return claims ? { ...event, claims } : event;
  });
}

function deedQuery({ type, actor, recipient }: Event): EventQuery {
  const [doer] = actor;
  const [other] = recipient;
  return { type, ...(doer && { actor: doer.code }), ...(other && { recipient: other.code }) };
}

/** Every page of an answer. */
export function allOf(store: Events, query: EventQuery): Event[] {
  const found: Event[] = [];
  let next: string | undefined;
  do {
    const page = store.events({ ...query, limit: 1000, ...(next === undefined ? {} : { next }) });
    found.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return found;
}
