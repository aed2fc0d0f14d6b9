import type { Ballot } from './ballot.ts';
import { AS_READ, type Matter } from './matter.ts';
import { type Assignment, isSaidOfSeveral } from './reading.ts';
import { countOf } from './sides.ts';
import type { Thresholds } from './thresholds.ts';

/** How likely each answer is, and what decides among them. */
export interface Vote {
  /** Probabilities of the answers, and of "no event" last. */
  readonly shares: readonly number[];
  /** The rules would code the act. */
  readonly fits: boolean;
  readonly thresholds: Thresholds;
}

/** An answer, the probabilities that it was found by, and whether it is likely enough. */
export interface Decision {
  readonly best: number;
  readonly shares: readonly number[];
  readonly coded: boolean;
}

/** The answer to an act: the likeliest, or where it is open whom of the sentence before it concerns, that it is done to nobody who is named. */
export function decide(ballot: Ballot, vote: Vote): Decision {
  const best = choose(ballot, vote);
  const first: Decision = {
    best,
    shares: vote.shares,
    coded: isCoded(ballot, vote, best) || isCodedHere(ballot, vote, best),
  };
  const shares = first.coded ? undefined : pooled(ballot, vote.shares, best);
  if (shares === undefined) return first;
  const again = { ...vote, shares };
  const other = choose(ballot, again);
  return isCoded(ballot, again, other) ? { best: other, shares, coded: true } : first;
}

/**
 * The rules' own answer where the sentence before names somebody likelier who is yet too unlikely: what is said for him does not keep
 * out two sides that the sentence itself names, if of all that it says itself this is as likely as not, and the word is likelier to
 * tell such an act than none.
 */
function isCodedHere({ answers, matter }: Ballot, { shares, fits, thresholds }: Vote, best: number): boolean {
  const { judged, act } = matter.reading;
  if (matter.named < 2 || judged === undefined || judged.shareOf(act.outcome.type) <= judged.none) return false;
  if (!fits || answers[best]!.edit !== AS_READ || isOfBefore(matter, answers[best]!)) return false;
  const others = answers.reduce((sum, one, i) => sum + (isOfBefore(matter, one) ? shares[i]! : 0), 0);
  return shares[best]! >= HERE * (1 - others) && shares.at(-1)! <= thresholds.doubt * shares[best]!;
}

/** Of the answers that name nobody of the sentence before; by cross-validation (English: 4 of 7 right, and 1 of 4 from .3 to here). */
const HERE = 0.5;

/** What all answers say of a doer whose other side only the sentence before would name goes to his doing it alone. */
function pooled(
  { answers, matter: { before } }: Ballot,
  shares: readonly number[],
  best: number,
): number[] | undefined {
  const { actor } = answers[best]!;
  const alone = answers.findIndex((one) => one.actor === actor && one.recipient === 0);
  if (before === 0 || actor === 0 || (actor & before) !== 0 || alone < 0) return undefined;
  const found = [...shares];
  for (const [i, { actor: does, recipient }] of answers.entries()) {
    if (does !== actor || recipient === 0 || (recipient & ~before) !== 0) continue;
    found[alone]! += found[i]!;
    found[i] = 0;
  }
  return found;
}

/** The likeliest answer; what the rules have found and would code stays, unless another is likelier by a margin. */
function choose({ answers }: Ballot, { shares, fits, thresholds }: Vote): number {
  const best = next(shares, answers.length, -1);
  const isNear = fits && answers[0]!.edit === AS_READ && shares[best]! - shares[0]! < thresholds.margin;
  return isNear ? 0 : best;
}

/** Whether an answer is likely enough; one to an act that the rules refuse has to gain a second party, or to be likely without. */
function isCoded({ matter, answers }: Ballot, { shares, fits, thresholds }: Vote, best: number): boolean {
  const share = shares[best]!;
  if (matter.reading.isDoubted && share < SURELY_A_DEED) return false;
  if (isOfBefore(matter, answers[best]!) && share < thresholds.before) return false;
  const isEased = fits && answers[best]!.edit === AS_READ && isSurelyTold(matter);
  const isSure = isEased || shares.at(-1)! <= thresholds.doubt * share;
  if (fits) return share >= thresholds.keep - (isEased ? thresholds.ease : 0) && isSure;
  const { actor, recipient } = answers[best]!;
  // "Beijing rejected the ruling"
  if (recipient === 0 && countOf(actor) < 2) return share >= thresholds.alone && isSure;
  return share >= thresholds.add;
}

/**
 * What the rules take for no deed of states, or for told already, must be one with this share: of 40 such Russian acts in records that had been learnt
 * 32 were right from .75 on, 10 of 23 below; with weights learnt from more records one of history ("in October 1973") had .78.
 */
export const SURELY_A_DEED = 0.8;

function isOfBefore({ before }: Matter, { actor, recipient }: Assignment): boolean {
  return ((actor | recipient) & before) !== 0;
}

/**
 * The word by itself tells an act of its type (or of that which the rules gave it before they saw whose blow is one of words: "Netanyahu fired back
 * at Obama"), or says little against it: what is left to doubt is who did it to whom.
 */
function isSurelyTold({ reading }: Matter): boolean {
  const { judged, act } = reading;
  if (judged === undefined) return false;
  const told = Math.max(judged.shareOf(act.outcome.type), judged.shareOf(judged.type));
  return told >= SURELY || isSaidOfSeveral(reading);
}

/** From this share on the act's word surely tells one of its type. */
export const SURELY = 0.8;

/** Place of the largest of the first shares but one; -1 when there is none. */
export function next(shares: readonly number[], count: number, but: number): number {
  let best = -1;
  for (let i = 0; i < count; i++) if (i !== but && (best < 0 || shares[i]! > shares[best]!)) best = i;
  return best;
}
