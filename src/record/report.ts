import type { Event, Participant } from '../model/index.ts';
import { type Witness, witnessesOf } from './witness.ts';

/** One event as several texts report it: the reports are kept, and independent origins are counted apart from repetitions. */
export interface ReportedEvent {
  readonly key: string;
  /** The report with the highest confidence; ties by id. */
  readonly best: Event;
  readonly reports: readonly Event[];
  /** On whose word: one state's voices, one agency's copies and one text are each one. */
  readonly origins: readonly Witness[];
}

export const codesOf = (list: readonly Participant[]): string =>
  [...new Set(list.map((one) => one.code))].sort().join('+');

/** Type, mode and both sides: what two reports of one deed share whatever they say of it. */
export function deedKey({ type, mode, actor, recipient }: Event): string {
  return [type, mode ?? '', codesOf(actor), codesOf(recipient)].join('|');
}

/**
 * Two reports are of one event when type, both sides, stance and date agree. An undated report stands alone: it cannot
 * be told apart from another day's.
 */
export function eventKey(event: Event): string {
  const when = event.when ? `${event.when.from}/${event.when.to}` : `undated ${event.id}`;
  return [deedKey(event), event.stance, when].join('|');
}

/** Groups reports into events, in the order of each event's first report. */
export function groupReports(events: readonly Event[]): ReportedEvent[] {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = eventKey(event);
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups].map(([key, reports]) => ({ key, reports, best: bestOf(reports), origins: witnessesOf(reports) }));
}

function bestOf(reports: readonly Event[]): Event {
  return [...reports].sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0]!;
}
