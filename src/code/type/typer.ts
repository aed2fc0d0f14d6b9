import { addSentence, candidates, SEEN, type Sight, type View, viewOf } from './type-features.ts';
import { RowSums, type TypeWeights } from './type-weights.ts';

/** A word that may tell an act, and of which type. */
export interface Judged {
  readonly token: number;
  /** The likeliest type, or that of the rules. */
  readonly type: string;
  /** The rules read it so, or another type, or no act at all. */
  readonly change: 'as read' | 'other type' | 'new';
  /** Probability that the word tells no act, 0 … 1. */
  readonly none: number;
  /** Probability that it tells an act of a type. */
  readonly shareOf: (type: string) => number;
  /** That of a type and of its rival, and what speaks for it most, in words. */
  readonly says: (type: string) => string;
}

/** Says which words of a sentence tell acts of which type. */
export interface Types {
  judge(sight: Sight): Judged[];
}

/** From this probability on another type goes before that of the rules … */
const SURE = 0.5;
/** … a word that they do not know tells an act: what speaks against it is weighed again with its parties … */
const UNKNOWN = 0.35;
/** … and one that they know, but of which they made no act. */
const RULED_OUT = 0.65;

/** A log-linear model over the types and "no act", for every word that may tell an act. */
export class Typer implements Types {
  private readonly types: readonly string[];
  private readonly sums: RowSums;

  /** `types`: by column of the weights; the last column is "no act". */
  constructor(weights: TypeWeights, types: readonly string[]) {
    this.types = types;
    this.sums = new RowSums(weights);
  }

  judge(sight: Sight): Judged[] {
    const view = viewOf(sight);
    const words = candidates(view);
    if (words.length === 0) return [];
    addSentence(view, this.sums.add);
    const sentence = this.sums.take();
    const judged: Judged[] = [];
    for (const i of words) {
      const one = this.judgeWord(view, i, sentence);
      if (one) judged.push(one);
    }
    return judged;
  }

  private judgeWord(view: View, i: number, sentence: Float64Array): Judged | undefined {
    for (const add of LOOKS) add(view, i, this.sums.add);
    const shares = softmax(this.sums.take(sentence));
    const shareOf = (type: string): number => shares[this.types.indexOf(type)] ?? 0;
    const read = view.acts.get(i)?.outcome.type;
    const best = bestOf(shares, this.types.length);
    const top = this.types[best]!;
    const isOther = top !== read && shares[best]! >= sureFor(view, i);
    if (!isOther && read === undefined) return undefined;
    return {
      token: i,
      type: isOther ? top : read!,
      change: !isOther ? 'as read' : read === undefined ? 'new' : 'other type',
      none: shares[this.types.length]!,
      shareOf,
      says: (type) => this.says({ view, i, shares }, this.types.indexOf(type)),
    };
  }

  private says({ view, i, shares }: { view: View; i: number; shares: Float64Array }, column: number): string {
    const none = this.types.length;
    const rival = bestOf(shares, none + 1, column);
    const told = Object.entries(SEEN)
      .map(([name, add]) => {
        add(view, i, this.sums.add);
        const sums = this.sums.take();
        return { name, value: (sums[column] ?? 0) - sums[rival]! };
      })
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
      .map(({ name, value }) => `${name} ${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`);
    const name = (k: number): string => (k === none ? 'no act' : (this.types[k] ?? 'its type'));
    const share = (k: number): string => (shares[k] ?? 0).toFixed(2);
    return `${name(column)}: ${share(column)}, ${name(rival)}: ${share(rival)} (${told.join(', ')})`;
  }
}

const LOOKS = Object.values(SEEN);

function sureFor({ sight: { matcher }, acts }: View, i: number): number {
  if (acts.has(i)) return SURE;
  return matcher.at(i).best === undefined ? UNKNOWN : RULED_OUT;
}

/** The largest of the first columns but one. */
function bestOf(shares: Float64Array, count: number, but = -1): number {
  let best = but === 0 ? 1 : 0;
  for (let k = 0; k < count; k++) if (k !== but && shares[k]! > shares[best]!) best = k;
  return best;
}

function softmax(scores: Float64Array): Float64Array {
  let top = scores[0]!;
  for (const one of scores) if (one > top) top = one;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! - top);
    sum += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}
