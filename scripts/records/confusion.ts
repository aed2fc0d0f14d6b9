import type { Event } from '../../src/model/index.ts';

/** The words of a gold event and where they stand. */
interface Trigger {
  readonly text: string;
  readonly anchor: string;
  readonly trigger: string;
  readonly type: readonly string[];
}

export type Confusion = Map<string, Map<string, number>>;

/** Counts which type was found on the words of a gold event: its own, another one, or none ("-"). */
export function addConfusion(
  table: Confusion,
  record: Readonly<Record<string, unknown>>,
  events: readonly Event[],
): void {
  const text = String(record['text']);
  for (const { anchor, trigger, type, optional } of record['events'] as (Trigger & { optional: boolean })[]) {
    if (optional) continue;
    const start = text.indexOf(anchor) + anchor.indexOf(trigger);
    const end = start + trigger.length;
    const there = events.filter((event) => event.trigger.start < end && start < event.trigger.end);
    const found = there.find((event) => type.includes(event.type)) ?? there[0];
    const answer = found === undefined ? '-' : type.includes(found.type) ? type[0]! : found.type;
    const row = table.get(type[0]!) ?? new Map<string, number>();
    row.set(answer, (row.get(answer) ?? 0) + 1);
    table.set(type[0]!, row);
  }
}

/** A line a gold type: what was found on its words, most often first. */
export function confusionLines(table: Confusion): string[] {
  return [...table.keys()].sort().map((type) => {
    const cells = [...table.get(type)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return `    ${type.padEnd(10)} ${cells.map(([answer, n]) => `${answer} ${n}`).join(', ')}`;
  });
}
