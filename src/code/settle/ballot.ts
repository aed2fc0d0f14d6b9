import { softmax } from '../linear/linear-model.ts';
import { type Matter, matterOf } from './matter.ts';
import { proposals } from './proposals.ts';
import type { Assignment, Reading } from './reading.ts';
import { sideFeatures } from './side-features.ts';
import { bitsOf, type Side } from './sides.ts';
import { type Features, score, type Table, type Weights } from './weights.ts';
import { noneFeatures, type Whole, wholeFeatures } from './whole-features.ts';

/** All answers to an act with what speaks for them; the trainer and the coder look at the same. */
export interface Ballot {
  readonly matter: Matter;
  readonly sides: readonly Side[];
  readonly answers: readonly Assignment[];
  /** By side: weighed once as actor and once as recipient. */
  readonly bySide: readonly Features[];
  /** By answer. */
  readonly whole: readonly Whole[];
  readonly none: Features;
}

export function ballotOf(reading: Reading): Ballot {
  const matter = matterOf(reading);
  const { sides } = matter;
  const answers = proposals(matter);
  return {
    matter,
    sides,
    answers,
    bySide: sides.map((side) => sideFeatures(matter, side)),
    whole: wholeFeatures(matter, answers),
    none: noneFeatures(matter),
  };
}

/** Probabilities of all answers, and of "no event" last. */
export function weigh({ answers, bySide, whole, none }: Ballot, { tables, scale, temperature }: Weights): number[] {
  const does = bySide.map((features) => score(tables.actor, features));
  const bears = bySide.map((features) => score(tables.recipient, features));
  const wholes = wholeScores(whole, tables.whole);
  const scores = answers.map(({ actor, recipient }, i) => wholes[i]! + sumOf(actor, does) + sumOf(recipient, bears));
  return softmax([...scores, score(tables.none, none)].map((one) => (one * scale) / temperature));
}

/** The same, answers that name the same actors and recipients counted as the likeliest of them: "the two navies", and each of the two. */
export function weighAlike(ballot: Ballot, weights: Weights): number[] {
  const shares = weigh(ballot, weights);
  if (ballot.sides.every(({ codes }) => codes.length === 1)) return shares;
  const best = new Map<string, number>();
  for (const [i, answer] of ballot.answers.entries()) {
    const key = `${codesIn(ballot, answer.actor)}>${codesIn(ballot, answer.recipient)}`;
    const known = best.get(key);
    if (known === undefined) best.set(key, i);
    else {
      const [more, less] = shares[i]! > shares[known]! ? [i, known] : [known, i];
      shares[more]! += shares[less]!;
      shares[less] = 0;
      best.set(key, more);
    }
  }
  return shares;
}

function codesIn({ sides }: Ballot, mask: number): string {
  return [...new Set(bitsOf(mask).flatMap((k) => sides[k]!.codes))].sort().join(' ');
}

/** Of every answer: the part that many share is summed once. */
function wholeScores(whole: readonly Whole[], table: Table): number[] {
  const shapes = new Map<Features, number>();
  return whole.map(({ shape, pair }) => {
    const first = shapes.get(shape) ?? score(table, shape);
    shapes.set(shape, first);
    let sum = first;
    for (let k = 0; k < pair.slots.length; k++) {
      const slot = pair.slots[k]!;
      // names that share a slot count once
      if (!shape.slots.includes(slot)) sum += table[slot]! * pair.values[k]!;
    }
    return sum;
  });
}

/** The sum over the sides of an answer. */
function sumOf(mask: number, values: readonly number[]): number {
  let sum = 0;
  for (let k = 0; mask >> k; k++) if ((mask >> k) & 1) sum += values[k]!;
  return sum;
}
