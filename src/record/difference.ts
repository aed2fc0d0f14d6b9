import type { Event } from '../model/index.ts';

/** What one run of the coder says that another does not. Events are the same when their ids are. */
export interface Difference {
  readonly gained: readonly Event[];
  readonly lost: readonly Event[];
  /** Same id, other content (contexts, date, confidence …). */
  readonly changed: readonly { readonly before: Event; readonly after: Event }[];
}

/** Compares two runs over the same texts, in the order of the second (gained, changed) and first run (lost). */
export function differenceOf(before: readonly Event[], after: readonly Event[]): Difference {
  const old = new Map(before.map((event) => [event.id, event]));
  const now = new Map(after.map((event) => [event.id, event]));
  return {
    gained: after.filter((event) => !old.has(event.id)),
    lost: before.filter((event) => !now.has(event.id)),
    changed: after.flatMap((event) => {
      const previous = old.get(event.id);
      return previous && content(previous) !== content(event) ? [{ before: previous, after: event }] : [];
    }),
  };
}

/** Versions differ between any two runs; they are no change of what is said. */
function content({ coder: _coder, codebook: _codebook, ...rest }: Event): string {
  return JSON.stringify(rest);
}
