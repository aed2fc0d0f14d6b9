/** Two annotators of the unseen actor texts: how many of their mentions meet, and what the two say of those that do. */

interface Mention {
  readonly text: string;
  readonly nth?: number;
  readonly codes: readonly string[];
  readonly kind?: string;
  readonly sector?: string;
  /** The conventions leave open whether it is one. */
  readonly optional?: boolean;
}

/** A text of gold/actors/unseen, and what the second reader marked in it. */
export interface FirstText {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}
export interface SecondText {
  readonly id: string;
  readonly mentions: readonly Mention[];
  /** The first reader's mentions as they stood, where the comparison changed them. */
  readonly first?: readonly Mention[];
}

export interface Agreement {
  first: number;
  second: number;
  /** Mentions that overlap and carry the same codes. */
  met: number;
  kind: [agreed: number, all: number];
  sector: [agreed: number, all: number];
}

function spanOf(text: string, mention: Mention): readonly [number, number] {
  let at = -1;
  for (let n = 0; n < (mention.nth ?? 1); n++) at = text.indexOf(mention.text, at + 1);
  if (at < 0) throw new Error(`"${mention.text}" is not in "${text}"`);
  return [at, at + mention.text.length];
}

const codesOf = (mention: Mention): string => [...mention.codes].sort().join();

/** Both readers' mentions paired by the words they share, longest overlap first; each is used once. */
function pairsOf(text: string, first: readonly Mention[], second: readonly Mention[]): [Mention, Mention][] {
  const free = new Set(second);
  return first.flatMap((one): [Mention, Mention][] => {
    const [start, end] = spanOf(text, one);
    const shared = (other: Mention): number => {
      const [from, to] = spanOf(text, other);
      return Math.min(end, to) - Math.max(start, from);
    };
    const best = [...free].filter((other) => shared(other) > 0).sort((a, b) => shared(b) - shared(a))[0];
    if (!best) return [];
    free.delete(best);
    return [[one, best]];
  });
}

/** Kinds and sectors are compared where both readers give one. */
function count(tally: [number, number], a: string | undefined, b: string | undefined): void {
  if (a === undefined || b === undefined) return;
  tally[1]++;
  if (a === b) tally[0]++;
}

export function agreementOf(texts: readonly FirstText[], second: readonly SecondText[]): Agreement {
  const sum: Agreement = { first: 0, second: 0, met: 0, kind: [0, 0], sector: [0, 0] };
  const byId = new Map(second.map((row) => [row.id, row]));
  for (const { id, text, mentions } of texts) {
    const other = byId.get(id);
    if (!other) continue;
    const first = other.first ?? mentions;
    sum.first += first.length;
    sum.second += other.mentions.length;
    for (const [a, b] of pairsOf(text, first, other.mentions)) {
      if (codesOf(a) !== codesOf(b)) continue;
      sum.met++;
      count(sum.kind, a.kind, b.kind);
      count(sum.sector, a.sector, b.sector);
    }
  }
  return sum;
}
