import type { Event, Interval } from '../model/index.ts';
import { codesOf } from './report.ts';
import { witnessEach } from './witness.ts';

/** What another report says of the same deed: the opposite, the same on other authority, or the same once more. */
export type ClaimRelation = 'denies' | 'confirms' | 'repeats';

export interface Claim {
  /** Id of the other event. */
  readonly id: string;
  readonly relation: ClaimRelation;
}

/** A denial comes days after the deed, and is often dated by its own day. */
const DENIED_WITHIN = 7;
/** "In 2022": a longer stretch may hold several deeds. */
const ONE_DEED = 31;
/** Links of one event: in a long war every day's shelling is denied by somebody. */
const MOST = 100;
const SEEN = 2000;

/**
 * Links reports of one deed: same type, sides and (where both name one) mode, at a time that can be the same. Only what
 * is said to have happened and what is denied are claims of a deed; plans, demands and guesses are none. By event id, in
 * the order of the input; events without a link are left out. An event looks only at those near it in time.
 */
export function linkClaims(events: readonly Event[]): ReadonlyMap<string, readonly Claim[]> {
  const links = new Map<string, readonly Claim[]>();
  const witnesses = witnessEach(events);
  const deeds = new Map<string, Told[]>();
  for (const [i, event] of events.entries()) {
    if (event.stance !== 'happened' && event.stance !== 'denied') continue;
    const key = [event.type, codesOf(event.actor), codesOf(event.recipient)].join('|');
    const told = { event, at: i, witness: witnesses[i]!.witness, ...stretch(event.when) };
    const list = deeds.get(key);
    if (list) list.push(told);
    else deeds.set(key, [told]);
  }
  for (const list of deeds.values()) linkDeed(list, links);
  return links;
}

interface Told {
  readonly event: Event;
  readonly at: number;
  readonly witness: string;
  /** Days since 1970; undefined where the report has no date. */
  readonly from?: number;
  readonly to?: number;
}

function linkDeed(list: readonly Told[], links: Map<string, readonly Claim[]>): void {
  const undated = list.filter((one) => one.from === undefined);
  const dated = list.filter((one) => one.from !== undefined);
  const long = dated.filter((one) => one.to! - one.from! > ONE_DEED);
  const short = dated.filter((one) => one.to! - one.from! <= ONE_DEED).sort((a, b) => a.from! - b.from! || a.at - b.at);
  for (const one of list) {
    const near =
      one.from === undefined ? dated.filter((other) => sameText(one, other)) : [...long, ...window(short, one)];
    const found = [...near, ...undated.filter((other) => sameText(one, other))]
      .flatMap((other) => claimOf(one, other))
      .sort((a, b) => a.at - b.at)
      .slice(0, MOST)
      .map(({ id, relation }): Claim => ({ id, relation }));
    if (found.length > 0) links.set(one.event.id, found);
  }
}

/** Those that begin early enough to touch, and late enough; in a dense time the first of them. */
function window(short: readonly Told[], one: Told): readonly Told[] {
  const first = firstFrom(short, one.from! - ONE_DEED - DENIED_WITHIN);
  let last = first;
  while (last < short.length && last - first < SEEN && short[last]!.from! <= one.to! + DENIED_WITHIN) last += 1;
  return short.slice(first, last);
}

function firstFrom(dated: readonly Told[], day: number): number {
  let low = 0;
  let high = dated.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dated[middle]!.from! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function claimOf(one: Told, other: Told): (Claim & { at: number })[] {
  const [a, b] = [one.event, other.event];
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return [];
  const { id } = b;
  if (id === a.id) return [];
  if (a.stance !== b.stance)
    return apart(one, other) <= DENIED_WITHIN ? [{ id, at: other.at, relation: 'denies' }] : [];
  if (!oneDeed(one, other)) return [];
  return [{ id, at: other.at, relation: one.witness === other.witness ? 'repeats' : 'confirms' }];
}

/** Reports that agree must be of one stretch short enough to hold one deed; an undated one is of its own text's. */
function oneDeed(one: Told, other: Told): boolean {
  if (one.from === undefined || other.from === undefined) return true;
  if (one.from === other.from && one.to === other.to) return true;
  return apart(one, other) === 0 && Math.max(one.to! - one.from, other.to! - other.from) <= ONE_DEED;
}

/** Days between two stretches; 0 where they touch or one has no date. */
function apart(one: Told, other: Told): number {
  if (one.from === undefined || other.from === undefined) return 0;
  return Math.max(0, one.from - other.to!, other.from - one.to!);
}

function sameText(one: Told, other: Told): boolean {
  return one.event.document.id === other.event.document.id && one.event.record === other.event.record;
}

function stretch(when: Interval | null): { from?: number; to?: number } {
  if (!when) return {};
  const [from, to] = [Date.parse(when.from), Date.parse(when.to)];
  return Number.isNaN(from) || Number.isNaN(to) ? {} : { from: from / 86_400_000, to: to / 86_400_000 };
}
