import { ChanceryError, type Event } from '../model/index.ts';
import { type Difference, differenceOf } from '../record/difference.ts';
import { groupReports, type ReportedEvent } from '../record/report.ts';

/** Differences between two runs given as JSON Lines; EVENT_JSON names the line that is no event. */
export function differenceBetween(before: string, after: string, beforeName: string, afterName: string): Difference {
  return differenceOf(parseEvents(before, beforeName), parseEvents(after, afterName));
}

function parseEvents(text: string, name: string): Event[] {
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseEvent(line, `${name}:${i + 1}`)]));
}

function parseEvent(line: string, at: string): Event {
  try {
    const value = JSON.parse(line) as Event;
    if (typeof value.id === 'string' && typeof value.type === 'string' && Array.isArray(value.actor)) return value;
  } catch {
    // reported below with its place
  }
  throw new ChanceryError('EVENT_JSON', 'not an event', { at, expected: 'a line of `chancery code --format jsonl`' });
}

/** The events behind reports: one for each, however often it is told. */
export function distinctEvents(events: readonly Event[]): ReportedEvent[] {
  return groupReports(events);
}
