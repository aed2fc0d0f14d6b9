import type { Mention } from '../../model/index.ts';
import { type Assignment, type Reading, refusal } from './reading.ts';

/** Everybody who may be a party: the mentions of one actor, or of the same several, are one side. */
export interface Side {
  readonly codes: readonly string[];
  readonly mentions: readonly Mention[];
}

/** A sentence that names more sides is a list; the first ones are weighed. */
const MOST_SIDES = 9;

function sidesOf({ mentions, parties, before }: Reading): Side[] {
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

/** The answer of the rules themselves. */
export const AS_READ = 'as read';

/** What is decided on, with what every feature asks for. */
export interface Matter {
  readonly reading: Reading;
  readonly sides: readonly Side[];
  /** Those that only the sentence before names, as bits … */
  readonly before: number;
  /** … and how many others there are. */
  readonly named: number;
  /** Who does it to whom by the rules. */
  readonly rule: Assignment;
  /** "11", "20m": how many actors and recipients the rules found, `m` for together, `x` for nobody named. */
  readonly shape: string;
  readonly refused: string;
}

export function matterOf(reading: Reading): Matter {
  const sides = sidesOf(reading);
  const rule = ruleAssignment(reading, sides);
  const { mutual, anonymous } = reading.parties;
  const shape = `${atMost3(rule.actor)}${atMost3(rule.recipient)}${mutual ? 'm' : ''}${anonymous ? 'x' : ''}`;
  const before = sidesWithin(sides, reading.before?.mentions ?? []);
  const named = sides.length - countOf(before);
  return { reading, sides, before, named, rule, shape, refused: refusal(reading) };
}

function atMost3(mask: number): number {
  return Math.min(3, countOf(mask));
}

/** What the rules found; whoever is named once can't be on both sides of an act unless it is done to oneself. */
function ruleAssignment({ parties }: Reading, sides: readonly Side[]): Assignment {
  const { actor, recipient } = parties;
  const others = recipient === actor ? recipient : recipient.filter((one) => !actor.includes(one));
  return { actor: maskOf(sides, actor), recipient: maskOf(sides, others), edit: AS_READ };
}

/** Sides all of whose mentions are in a list, as bits. */
function sidesWithin(sides: readonly Side[], list: readonly Mention[]): number {
  let mask = 0;
  for (const [k, { mentions }] of sides.entries()) if (mentions.every((one) => list.includes(one))) mask |= 1 << k;
  return mask;
}

/** The rules' answer first, then every answer that is one step from it, then all pairs. */
export function proposals({ reading, sides, rule }: Matter): Assignment[] {
  const found = new Map<number, Assignment>();
  // what a line says that all sides do together ("met", "встретились") is done by nobody to anybody
  const { symmetric, reciprocal } = reading.act.entry.pattern;
  const together = symmetric && !reciprocal && reading.parties.mutual && countOf(rule.actor) > 1;
  const barred = sidesWithin(sides, reading.barred ?? []) & ~rule.recipient;
  const propose = (actor: number, recipient: number, edit: string): void => {
    if ((together && recipient !== 0) || (recipient & barred) !== 0) return;
    if (actor === 0 && !(reading.parties.anonymous && recipient !== 0)) return;
    const key = (actor << MOST_SIDES) | recipient;
    if (!found.has(key)) found.set(key, { actor, recipient, edit });
  };
  const { actor, recipient } = rule;
  propose(actor, recipient, rule.edit);
  if (actor && recipient) {
    propose(recipient, actor, 'turned');
    propose(actor | recipient, 0, 'together');
  }
  propose(actor, 0, 'nobody');
  const each = sides.map((_, k) => 1 << k);
  for (const side of each) {
    propose(actor, side, 'other recipient');
    propose(side, recipient, 'other actor');
    propose(actor, recipient | side, 'one more recipient');
    propose(actor | side, recipient, 'one more actor');
    if (countOf(recipient) > 1) propose(actor, recipient & ~side, 'one recipient less');
    if (countOf(actor) > 1) {
      propose(actor & ~side, recipient, 'one actor less');
      propose(side, actor & ~side, 'apart');
    }
    propose(side, 0, 'alone');
  }
  for (const one of each) {
    for (const other of each) {
      propose(one, other, 'pair');
      if (one < other) propose(one | other, 0, 'pair together');
    }
  }
  return [...found.values()];
}
