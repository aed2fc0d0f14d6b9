import type { Claim } from '../app/claims.ts';
import type { Event, Participant } from '../model/index.ts';
import { formatTable } from './table.ts';

const QUOTE = 72;

/** Events for a reader at a terminal: one line each, with the trigger's surroundings. */
export function eventTable(events: readonly Listed[]): string {
  if (events.length === 0) return 'no events';
  const counted = events.some((event) => event.reports !== undefined);
  const claimed = events.some((event) => event.claims !== undefined);
  const rows = events.map((event) => [
    event.when?.from ?? '',
    parties(event.actor),
    event.type + (event.mode ? `/${event.mode}` : ''),
    parties(event.recipient),
    event.stance === 'happened' ? '' : event.stance,
    event.attribution?.speaker.name ?? carrierOf(event),
    event.source?.note ? `[${event.source.note}]` : '',
    ...(counted ? [`${event.reports ?? 1} of ${event.origins?.length ?? 1}`] : []),
    ...(claimed ? [claimWords(event.claims ?? [])] : []),
    around(event),
  ]);
  const extra = [...(counted ? ['reports of origins'] : []), ...(claimed ? ['others'] : [])];
  return formatTable(
    ['date', 'actor', 'type', 'recipient', 'stance', 'on whose word', 'note', ...extra, 'evidence'],
    rows,
  );
}

/** An event with what a list may know beside it. */
interface Listed extends Event {
  readonly claims?: readonly Claim[];
  readonly reports?: number;
  readonly origins?: readonly unknown[];
}

/** "1 denies, 2 confirm": what others say of the deed. */
function claimWords(claims: readonly Claim[]): string {
  const counts = (['denies', 'confirms', 'repeats'] as const).map((relation): [string, number] => [
    relation,
    claims.filter((claim) => claim.relation === relation).length,
  ]);
  return counts.flatMap(([relation, n]) => (n > 0 ? [`${n} ${relation}`] : [])).join(', ');
}

/** Who tells what the text itself does not answer for. */
function carrierOf({ origin }: Event): string {
  return origin && origin.kind !== 'own' ? origin.name : '';
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
