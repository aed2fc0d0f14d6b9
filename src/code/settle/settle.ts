import type { Mention, Step } from '../../model/index.ts';
import type { Parties } from '../rule/participants.ts';
import type { Types } from '../type/typer.ts';
import { type Ballot, ballotOf, weighAlike } from './ballot.ts';
import { decide, next, SURELY_A_DEED, type Vote } from './decide.ts';
import type { Matter } from './matter.ts';
import { type Assignment, isSaidOfSeveral, type Reading } from './reading.ts';
import { bitsOf, countOf, type Side } from './sides.ts';
import { type Thresholds, thresholdsOf } from './thresholds.ts';
import type { Weights } from './weights.ts';

/** The parties of an event, how likely it is that they are right, and what was weighed. */
export interface Settlement {
  readonly parties: Parties;
  readonly confidence: number;
  readonly steps: readonly Step[];
}

/** What is settled on, or why there is no event. */
export type Settled = Settlement | { readonly why: string };

/** The last word on what the rules have read. */
export interface Settles {
  settle(reading: Reading): Settled;
  /**
   * Of an act whose parties the text around tells: who does it to whom, or why it is none; undefined where what the rules say
   * of it holds.
   */
  around(reading: Reading): Settled | undefined;
  readonly types?: Types | undefined;
}

/**
 * From this share on "no event" goes before what several are said to have done together: most records leave it out as a habit, so it is too likely there.
 * Set where the typer dropped an act for good when it was chosen; events of the seed article had been lost at .72 and, with weights learnt from more habits, at .88.
 */
const DOUBT_SAID = 0.9;

/** Of an act whose parties the text around tells the likeliest answer is coded from this share on where the rules would code it … */
const KEEP_AROUND = 0.3;
/** … and from this one on where they refuse it. */
const ADD_AROUND = 0.4;

/** Decides by a log-linear model who does an act to whom, and whether it is an event at all. */
export class Settler implements Settles {
  private readonly weights: Weights;
  private readonly aroundWeights: Weights | undefined;
  private readonly thresholds: Thresholds;
  readonly types: Types | undefined;

  /** `around`: weights learnt with the acts whose parties the text around tells; `set`: what a convention sets otherwise. */
  constructor(weights: Weights, around?: Weights, set?: Partial<Thresholds>, types?: Types) {
    this.types = types;
    this.weights = weights;
    this.aroundWeights = around;
    this.thresholds = thresholdsOf(weights.keep, set);
  }

  around(reading: Reading): Settled | undefined {
    if (!this.aroundWeights) return undefined;
    const { type } = reading.act.outcome;
    const ballot = ballotOf(reading);
    const { answers } = ballot;
    if (answers.length === 0) return undefined;
    const shares = weighAlike(ballot, this.aroundWeights);
    const none = shares.at(-1)!;
    const best = next(shares, answers.length, -1);
    if (isLikelyAround(reading, shares[best]!, none)) return settlementOf(ballot, shares, best);
    const stands = reading.refused !== undefined || (isSaidOfSeveral(reading) && none < DOUBT_SAID);
    if (stands) return undefined;
    return { why: `"${type}" is too unlikely here (${share(shares[best]!)}, no event: ${share(none)})` };
  }

  settle(reading: Reading): Settled {
    const { type } = reading.act.outcome;
    const ballot = ballotOf(reading);
    const { answers } = ballot;
    if (answers.length === 0) return { why: reading.refused ?? `no actor known for "${type}"` };
    const shares = weighAlike(ballot, this.weights);
    const vote: Vote = { shares, fits: reading.refused === undefined, thresholds: this.thresholds };
    const { best, shares: final, coded } = decide(ballot, vote);
    const confidence = Math.round(100 * final[best]!) / 100;
    if (!coded) return { why: reading.refused ?? `"${type}" is too unlikely here (${confidence})` };
    return settlementOf(ballot, [...final.slice(0, -1), shares.at(-1)!], best);
  }
}

/** Whether the likeliest answer to an act whose parties the text around tells is likely enough. */
function isLikelyAround({ refused, isDoubted }: Reading, best: number, none: number): boolean {
  if (none > best) return false;
  if (refused === undefined) return best >= KEEP_AROUND;
  return best >= (isDoubted ? SURELY_A_DEED : ADD_AROUND);
}

/** An answer with its runner-up. */
function settlementOf({ answers, sides, matter }: Ballot, shares: readonly number[], best: number): Settlement {
  const confidence = Math.round(100 * shares[best]!) / 100;
  const second = next(shares, answers.length, best);
  const says = `${told(sides, answers[best]!)}: ${confidence}`;
  const runnerUp = second < 0 ? '' : `${told(sides, answers[second]!)}: ${share(shares[second]!)}, `;
  const steps: Step[] = [
    { rule: `linear:${answers[best]!.edit}`, says },
    { rule: 'linear:runner-up', says: `${runnerUp}no event: ${share(shares.at(-1)!)}` },
  ];
  const parties = partiesOf(matter, answers[best]!);
  return { parties, confidence, steps: [...steps, ...namedBefore(matter.reading, parties)] };
}

/** Who of the parties only the sentence before names. */
function namedBefore({ before }: Reading, { actor, recipient }: Parties): Step[] {
  const found = [...actor, ...recipient].filter((one) => before?.mentions.includes(one));
  return found.map(({ text }) => ({ rule: 'linear:before', says: `"${text}" is named in a sentence before` }));
}

const share = (value: number): string => value.toFixed(2);

function told(sides: readonly Side[], { actor, recipient }: Assignment): string {
  const names = (mask: number): string =>
    bitsOf(mask)
      .map((k) => sides[k]!.codes.join('+'))
      .join(', ') || 'nobody';
  return `${names(actor)} → ${names(recipient)}`;
}

/** The rules' parties where the answer is theirs; else each side by the mention that stands nearest to the act. */
function partiesOf({ reading, sides, rule }: Matter, answer: Assignment): Parties {
  const { parties } = reading;
  if (answer.actor === rule.actor && answer.recipient === rule.recipient) return parties;
  const mentionsOf = (mask: number, known: readonly Mention[]): Mention[] =>
    bitsOf(mask).flatMap((k) => {
      const { mentions } = sides[k]!;
      const own = mentions.filter((one) => known.includes(one));
      return own.length > 0 ? own : [nearest(reading, mentions)];
    });
  const actor = mentionsOf(answer.actor, parties.actor);
  // one list stands for both where they do it to each other or to themselves, as in the rules' parties
  const isReflexive = answer.recipient === answer.actor;
  const recipient = isReflexive ? actor : mentionsOf(answer.recipient, parties.recipient);
  const mutual = answer.recipient === 0 && countOf(answer.actor) > 1;
  return { actor, recipient, how: 'linear', mutual, ...(answer.actor === 0 ? { anonymous: true } : {}) };
}

function nearest({ act }: Reading, mentions: readonly Mention[]): Mention {
  const distance = ({ head, kind }: Mention): number => Math.abs(head - act.token) + (kind === 'place' ? 1000 : 0);
  return mentions.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
