import { ChanceryError, type Event, type Participant } from '../model/index.ts';
import type { JsonRecord } from './records.ts';

/** An event as an annotator writes it in the project's gold format (docs/reference/gold.md). */
export interface GoldEvent {
  /** Acceptable types, best first. */
  readonly type: readonly string[];
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly mode?: string | null;
  readonly stance?: string;
  readonly date?: string | null;
  readonly speaker?: string | null;
  /** Defensible but not required: neither a hit nor a miss. */
  readonly optional?: boolean;
}

export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly language?: string;
  readonly published?: string;
  readonly events: readonly GoldEvent[];
}

export interface Score {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

export interface Evaluation {
  /** Type, both actors and stance. */
  readonly record: Score;
  readonly type: Score;
  readonly parties: Score;
  readonly byType: ReadonlyMap<string, Score>;
  /** Records without any gold event, and how many of them got one. */
  readonly empty: number;
  readonly emptyCoded: number;
}

/** What is compared of an event. */
export type Compared = Pick<Event, 'type'> & {
  readonly stance: string;
  readonly actor: readonly Pick<Participant, 'code'>[];
  readonly recipient: readonly Pick<Participant, 'code'>[];
};

type Fits = (gold: GoldEvent, event: Compared) => boolean;

const codes = (list: readonly Pick<Participant, 'code'>[]): string =>
  [...new Set(list.map((one) => one.code))].sort().join(' ');
const wanted = (list: readonly string[]): string => [...new Set(list)].sort().join(' ');

const sameType: Fits = (gold, event) => gold.type.includes(event.type);
const sameParties: Fits = (gold, event) =>
  codes(event.actor) === wanted(gold.actor) && codes(event.recipient) === wanted(gold.recipient);
const sameStance: Fits = (gold, event) => gold.stance === undefined || gold.stance === event.stance;
const sameRecord: Fits = (gold, event) => sameType(gold, event) && sameParties(gold, event) && sameStance(gold, event);

/** Precision, recall and F1 (0 … 1); 0 where nothing was found or asked. */
export function rates({ truePositive, falsePositive, falseNegative }: Score): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = truePositive / (truePositive + falsePositive) || 0;
  const recall = truePositive / (truePositive + falseNegative) || 0;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) || 0 };
}

/** Compares coded events with gold, record by record: each gold event is matched at most once. */
export function evaluate(pairs: readonly { gold: GoldRecord; events: readonly Compared[] }[]): Evaluation {
  const byType = new Map<string, Score>();
  let empty = 0;
  let emptyCoded = 0;
  for (const { gold, events } of pairs) {
    if (gold.events.length > 0) continue;
    empty += 1;
    if (events.length > 0) emptyCoded += 1;
  }
  for (const { gold, events } of pairs) addByType(byType, gold, events);
  return {
    record: total(pairs, sameRecord),
    type: total(pairs, sameType),
    parties: total(pairs, sameParties),
    byType,
    empty,
    emptyCoded,
  };
}

function total(pairs: readonly { gold: GoldRecord; events: readonly Compared[] }[], fits: Fits): Score {
  let sum: Score = { truePositive: 0, falsePositive: 0, falseNegative: 0 };
  for (const { gold, events } of pairs) sum = add(sum, compare(gold.events, events, fits));
  return sum;
}

function addByType(byType: Map<string, Score>, gold: GoldRecord, events: readonly Compared[]): void {
  const types = new Set([...gold.events.map((event) => event.type[0]!), ...events.map((event) => event.type)]);
  for (const type of types) {
    const ofGold = gold.events.filter((event) => event.type[0] === type);
    const ofCoder = events.filter((event) => event.type === type);
    const none: Score = { truePositive: 0, falsePositive: 0, falseNegative: 0 };
    byType.set(type, add(byType.get(type) ?? none, compare(ofGold, ofCoder, sameRecord)));
  }
}

function compare(gold: readonly GoldEvent[], events: readonly Compared[], fits: Fits): Score {
  const open = [...gold].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
  let truePositive = 0;
  let falsePositive = 0;
  for (const event of events) {
    const place = open.findIndex((one) => fits(one, event));
    const optional = place >= 0 && open[place]!.optional === true;
    if (place < 0) falsePositive += 1;
    else if (!optional) truePositive += 1;
    if (place >= 0) open.splice(place, 1);
  }
  return { truePositive, falsePositive, falseNegative: open.filter((one) => !one.optional).length };
}

function add(a: Score, b: Score): Score {
  return {
    truePositive: a.truePositive + b.truePositive,
    falsePositive: a.falsePositive + b.falsePositive,
    falseNegative: a.falseNegative + b.falseNegative,
  };
}

/** Checks a line of a gold file; GOLD_EVENTS names what is wrong. */
export function toGold(record: JsonRecord, at: string): GoldRecord {
  const events = record['events'];
  if (!Array.isArray(events))
    throw new ChanceryError('GOLD_EVENTS', 'no list of events', { at, expected: '"events": [ … ]' });
  return {
    id: String(record['id']),
    text: String(record['text']),
    events: events.map((event: unknown) => toGoldEvent(event, at)),
  };
}

function toGoldEvent(event: unknown, at: string): GoldEvent {
  const fields = typeof event === 'object' && event !== null ? (event as JsonRecord) : {};
  const list = (name: string): string[] => {
    const value = fields[name];
    if (!Array.isArray(value)) throw new ChanceryError('GOLD_EVENTS', `"${name}" is no list`, { at });
    return value.map(String);
  };
  return {
    type: list('type'),
    actor: list('actor'),
    recipient: list('recipient'),
    optional: fields['optional'] === true,
    ...(typeof fields['stance'] === 'string' ? { stance: fields['stance'] } : {}),
  };
}
