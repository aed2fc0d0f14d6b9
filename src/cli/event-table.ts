import type { Event, Participant } from '../model/index.ts';
import { formatTable } from './table.ts';

const QUOTE = 72;

/** Events for a reader at a terminal: one line each, with the trigger's surroundings. */
export function eventTable(events: readonly Event[]): string {
  if (events.length === 0) return 'no events';
  const rows = events.map((event) => [
    event.when?.from ?? '',
    parties(event.actor),
    event.type + (event.mode ? `/${event.mode}` : ''),
    parties(event.recipient),
    event.stance === 'happened' ? '' : event.stance,
    event.attribution?.speaker.name ?? '',
    event.source?.note ? `[${event.source.note}]` : '',
    around(event),
  ]);
  return formatTable(['date', 'actor', 'type', 'recipient', 'stance', 'on whose word', 'note', 'evidence'], rows);
}

function parties(list: readonly Participant[]): string {
  return list.map((one) => one.code).join(' + ');
}

function around({ trigger, evidence }: Event): string {
  const at = trigger.start - evidence.start;
  const from = Math.max(0, at - 24);
  const text = evidence.quote.slice(from, from + QUOTE).replaceAll('\n', ' ');
  return (from > 0 ? '…' : '') + text + (from + QUOTE < evidence.quote.length ? '…' : '');
}
