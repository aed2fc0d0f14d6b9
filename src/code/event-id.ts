import { hash } from 'node:crypto';
import type { DocumentRef, Event } from '../model/index.ts';

type Core = Pick<Event, 'type' | 'mode' | 'actor' | 'recipient' | 'stance' | 'trigger'>;

/** Content-derived: the same event found again in the same document has the same id, whatever the coder's version. */
export function eventId(document: DocumentRef, record: string | null, core: Core): string {
  const parties = (list: Event['actor']): string => list.map((one) => `${one.id}@${one.mention.start}`).join(',');
  const key = [
    document.id,
    record ?? '',
    core.trigger.start,
    core.trigger.end,
    core.type,
    core.mode ?? '',
    core.stance,
    parties(core.actor),
    parties(core.recipient),
  ].join('\u0000');
  return hash('sha256', key, 'hex').slice(0, 24);
}
