import type { Codebook } from '../codebook/index.ts';
import type { Document, Event, TextSpan } from '../model/index.ts';

export interface Rejected {
  readonly event: Event;
  readonly why: string;
}

/** Why the text does not support an event; undefined when it does. Holds for every coder. */
export function unsupported(document: Document, event: Event, codebook: Codebook): string | undefined {
  const { text } = document;
  const { evidence } = event;
  if (text.slice(evidence.start, evidence.end) !== evidence.quote || evidence.quote === '')
    return 'the quote is not in the text at its place';
  const spans: TextSpan[] = [
    event.trigger,
    ...event.actor.map((one) => one.mention),
    ...event.recipient.map((one) => one.mention),
  ];
  if (event.attribution) spans.push(event.attribution.cue, event.attribution.speaker.mention);
  for (const span of spans)
    if (text.slice(span.start, span.end) !== span.text) return `"${span.text}" is not in the text at its place`;
  if (event.trigger.start < evidence.start || event.trigger.end > evidence.end)
    return 'the trigger is outside its evidence';
  const type = codebook.types.get(event.type);
  if (!type) return `the codebook has no type ${event.type}`;
  if (event.mode !== null && !type.modes[event.mode]) return `${event.type} has no mode ${event.mode}`;
  if (event.actor.length === 0 && !type.anonymous) return 'no actor';
  return undefined;
}

/** Splits proposals into those the text supports and those it does not. */
export function verify(
  document: Document,
  events: readonly Event[],
  codebook: Codebook,
): { kept: Event[]; rejected: Rejected[] } {
  const kept: Event[] = [];
  const rejected: Rejected[] = [];
  for (const event of events) {
    const why = unsupported(document, event, codebook);
    if (why === undefined) kept.push(event);
    else rejected.push({ event, why });
  }
  return { kept, rejected };
}
