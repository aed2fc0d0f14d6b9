import type { Event, Participant } from '../model/index.ts';

const COLUMNS = [
  'id',
  'record',
  'document',
  'title',
  'from',
  'to',
  'actor',
  'actor_sector',
  'actor_name',
  'recipient',
  'recipient_sector',
  'recipient_name',
  'type',
  'mode',
  'contexts',
  'cameo',
  'quad',
  'score',
  'stance',
  'speaker',
  'note',
  'confidence',
  'trigger',
  'quote',
  'note_chain',
  'origin_kind',
  'origin',
  'witness',
] as const;

/** RFC 4180: quoted where needed, CRLF. Text is kept as it is; spreadsheets may read a leading = as a formula. */
export function eventsToCsv(events: Iterable<Event>): string {
  const lines = [COLUMNS.join(',')];
  for (const event of events) lines.push(row(event).map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function row(event: Event): string[] {
  const join = (list: readonly Participant[], pick: (one: Participant) => string): string => list.map(pick).join('|');
  const party = (list: readonly Participant[]): string[] => [
    join(list, (one) => one.code),
    join(list, (one) => one.sector ?? ''),
    join(list, (one) => one.name),
  ];
  return [
    event.id,
    event.record ?? '',
    event.document.id,
    event.document.title ?? '',
    event.when?.from ?? '',
    event.when?.to ?? '',
    ...party(event.actor),
    ...party(event.recipient),
    event.type,
    event.mode ?? '',
    event.contexts.join('|'),
    event.cameo ?? '',
    event.quad,
    String(event.score),
    event.stance,
    event.attribution?.speaker.name ?? '',
    event.source?.note ?? '',
    String(event.confidence),
    event.trigger.text,
    event.evidence.quote,
    (event.source?.chain ?? []).join('|'),
    event.origin?.kind ?? '',
    event.origin?.name ?? '',
    event.origin?.witness ?? '',
  ];
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
