import { ChanceryError, type Event, type Interaction } from '../../model/index.ts';
import { quadOf } from './codes.ts';
import { type Imported, type ImportOptions, ImportTally, isoDate } from './imported.ts';

/** Only what is said to have happened counts towards relations. */
const COUNTED = new Set(['happened']);

/** The project's own events, one JSON object a line (`chancery code --format jsonl`). Throws EVENTS_JSON with the line. */
export function readNative(text: string, options: ImportOptions = {}): Imported {
  const events: unknown[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      events.push(JSON.parse(line));
    } catch {
      throw new ChanceryError('EVENTS_JSON', 'not JSON', {
        at: `${options.file ?? 'events'}:${index + 1}`,
        found: line.slice(0, 60),
        hint: 'One JSON object a line; is --profile right?',
      });
    }
  });
  return fromEvents(events, options.file ?? 'events');
}

/** The fields that counting needs; the rest of an event may be absent. */
type Countable = Partial<Event> & { readonly published?: string };

/** Turns coded events into interactions: every actor with every recipient; without recipient, all pairs of actors. With a file's name, none that can be used is an error. */
export function fromEvents(events: readonly unknown[], file?: string): Imported {
  const tally = new ImportTally();
  for (const raw of events) {
    if (!isCountable(raw)) {
      tally.skip('that is no event');
      continue;
    }
    const event = raw;
    const quad = quadOf(event.quad ?? '');
    const placed = dateOf(event);
    if (!event.type || !quad) tally.skip('without a type or quad');
    else if (event.stance !== undefined && !COUNTED.has(event.stance))
      tally.skip(`whose act is ${event.stance}, not happened`);
    else if (!placed) tally.skip('without a date');
    else {
      const pairs = pairsOf(event);
      if (pairs.length === 0) tally.skip('without two parties');
      for (const [source, target] of pairs) tally.events.push(interaction(event, { source, target, quad, ...placed }));
    }
  }
  return file === undefined ? tally : tally.done(file);
}

/** A field that is there has the form that counting relies on; the values are judged later. */
function isCountable(raw: unknown): raw is Countable {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
  const event: Readonly<Record<string, unknown>> = { ...raw };
  const isText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';
  const isObject = (value: unknown): boolean => value === undefined || value === null || typeof value === 'object';
  const isList = (value: unknown, of: (item: unknown) => boolean): boolean =>
    value === undefined || (Array.isArray(value) && value.every(of));
  const isParty = (party: unknown): boolean => typeof party === 'object' && party !== null;
  const textIn = (name: string, field: string): boolean => isText(Object(event[name])[field]);
  return (
    ['id', 'type', 'mode', 'quad', 'stance', 'published'].every((name) => isText(event[name])) &&
    ['when', 'document', 'evidence', 'source', 'attribution', 'origin'].every((name) => isObject(event[name])) &&
    textIn('when', 'from') &&
    textIn('when', 'to') &&
    textIn('evidence', 'quote') &&
    textIn('document', 'url') &&
    isList(event['actor'], isParty) &&
    isList(event['recipient'], isParty) &&
    isList(event['contexts'], (context) => typeof context === 'string')
  );
}

interface Placed {
  readonly date: string;
  readonly until?: string;
}

function dateOf(event: Countable): Placed | undefined {
  const from = isoDate(event.when?.from ?? event.published ?? '');
  if (from === undefined) return undefined;
  const to = isoDate(event.when?.to ?? '');
  return to === undefined || to <= from ? { date: from } : { date: from, until: to };
}

function pairsOf(event: Countable): [string, string][] {
  const actors = codesOf(event.actor);
  const recipients = codesOf(event.recipient);
  if (recipients.length > 0) {
    return actors.flatMap((a) => recipients.filter((r) => r !== a).map((r): [string, string] => [a, r]));
  }
  return actors.flatMap((a, i) => actors.slice(i + 1).map((b): [string, string] => (a < b ? [a, b] : [b, a])));
}

function codesOf(parties: Countable['actor']): string[] {
  return [
    ...new Set((parties ?? []).flatMap(({ code }) => (typeof code === 'string' && code !== '' ? [code] : []))),
  ].sort();
}

function interaction(event: Countable, part: Placed & Pick<Interaction, 'source' | 'target' | 'quad'>): Interaction {
  const citation = event.source?.citation;
  const origin =
    event.origin?.witness ??
    citation?.URL ??
    citation?.title ??
    event.attribution?.speaker?.name ??
    event.document?.url ??
    event.document?.id;
  const outlet = hostOf(event.document?.url) ?? event.document?.id;
  const score =
    typeof event.score === 'number' && Number.isFinite(event.score) && Math.abs(event.score) <= 10
      ? event.score
      : undefined;
  return {
    id: event.id ?? `${part.date}:${part.source}:${part.target}:${event.type}`,
    kind: event.type ?? '',
    contexts: event.contexts ?? [],
    ...part,
    ...(event.mode ? { mode: event.mode } : {}),
    ...(score === undefined ? {} : { score }),
    ...(codesOf(event.recipient).length === 0 ? { symmetric: true } : {}),
    ...(origin ? { origin } : {}),
    ...(outlet ? { outlet } : {}),
    ...(event.published === undefined ? {} : { published: event.published }),
    ...(event.evidence?.quote == null ? {} : { quote: event.evidence.quote }),
  };
}

function hostOf(url: string | null | undefined): string | undefined {
  return url ? /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] : undefined;
}
