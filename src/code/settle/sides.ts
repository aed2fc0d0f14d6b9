import type { Mention } from '../../model/index.ts';
import type { Reading } from './reading.ts';

/** Everybody who may be a party: the mentions of one actor, or of the same several, are one side. */
export interface Side {
  readonly codes: readonly string[];
  readonly mentions: readonly Mention[];
}

/** A sentence that names more sides is a list; the first ones are weighed. */
export const MOST_SIDES = 9;

export function sidesOf({ mentions, parties, before }: Reading): Side[] {
  const named = [...parties.actor, ...parties.recipient, ...mentions, ...(before?.mentions ?? [])];
  const known = named.filter(({ actors }) => actors.length > 0);
  const byKey = new Map<string, { codes: string[]; mentions: Mention[] }>();
  for (const mention of new Set(known)) {
    const codes = [...new Set(mention.actors.map(({ code }) => code))].sort();
    const key = codes.join(' ');
    const side = byKey.get(key);
    if (side) side.mentions.push(mention);
    else byKey.set(key, { codes, mentions: [mention] });
  }
  return [...byKey.values()].slice(0, MOST_SIDES);
}

/** The sides that a list of mentions stands for, as bits. */
export function maskOf(sides: readonly Side[], mentions: readonly Mention[]): number {
  let mask = 0;
  for (const [k, side] of sides.entries()) if (side.mentions.some((one) => mentions.includes(one))) mask |= 1 << k;
  return mask;
}

export function bitsOf(mask: number): number[] {
  const found: number[] = [];
  for (let k = 0; mask >> k; k++) if ((mask >> k) & 1) found.push(k);
  return found;
}

export function countOf(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** The first of at least one side. */
export function firstOf(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** Sides all of whose mentions are in a list, as bits. */
export function sidesWithin(sides: readonly Side[], list: readonly Mention[]): number {
  let mask = 0;
  for (const [k, { mentions }] of sides.entries()) if (mentions.every((one) => list.includes(one))) mask |= 1 << k;
  return mask;
}
