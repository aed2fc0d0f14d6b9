import type { Event, Participant } from '../model/index.ts';

/** One event as several texts report it: the reports are kept, and independent origins are counted apart from repetitions. */
export interface ReportedEvent {
  readonly key: string;
  /** The report with the highest confidence; ties by id. */
  readonly best: Event;
  readonly reports: readonly Event[];
  /** Documents, notes' publishers and speakers behind the reports, each once. */
  readonly origins: readonly string[];
}

const codes = (list: readonly Participant[]): string => [...new Set(list.map((one) => one.code))].sort().join('+');

/**
 * Two reports are of one event when type, both sides, stance and date agree. An undated report stands alone: it cannot
 * be told apart from another day's.
 */
export function eventKey(event: Event): string {
  const when = event.when ? `${event.when.from}/${event.when.to}` : `undated ${event.id}`;
  return [event.type, event.mode ?? '', codes(event.actor), codes(event.recipient), event.stance, when].join('|');
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
  return [...groups].map(([key, reports]) => ({ key, reports, best: bestOf(reports), origins: originsOf(reports) }));
}

function bestOf(reports: readonly Event[]): Event {
  return [...reports].sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))[0]!;
}

/** Where a report comes from: the work in its note, else who says so, else the document itself. */
function originsOf(reports: readonly Event[]): string[] {
  const origins = reports.map(({ source, attribution, document }) => {
    const publisher = source?.citation?.publisher ?? source?.citation?.['container-title'];
    return publisher ?? attribution?.speaker.id ?? document.id;
  });
  return [...new Set(origins)].sort();
}
