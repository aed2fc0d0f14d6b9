import type { Expected, Row } from '../scripts/article-score.ts';
import type { Act } from '../src/code/rule/act.ts';
import { addSentence, candidates, SEEN, type Sight, type View, viewOf } from '../src/code/type/type-features.ts';

/** A word with what the gold has there: columns of its types, or the last column for no act. */
export interface TypeExample {
  readonly slots: Uint32Array;
  readonly values: Float32Array;
  readonly right: readonly number[];
}

/** An event of the gold with its place in the text. */
export interface Told {
  readonly start: number;
  readonly end: number;
  readonly types: readonly string[];
  readonly optional: boolean;
}

export function toldIn(record: Record<string, unknown>): Told[] {
  const text = record['text'] as string;
  const events = (record['events'] ?? []) as {
    anchor?: string;
    trigger?: string;
    type: string[];
    optional?: boolean;
  }[];
  return events.flatMap(({ anchor, trigger, type, optional }) => {
    if (anchor === undefined || trigger === undefined) return [];
    const start = text.indexOf(anchor) + anchor.indexOf(trigger);
    return [{ start, end: start + trigger.length, types: type, optional: optional === true }];
  });
}

/** The rows of an article with the places of their anchors; those that are only allowed say nothing for or against. */
export function toldInArticle(text: string, { must, may }: Expected): Told[] {
  const told = (row: Row, optional: boolean): Told[] => {
    const found: Told[] = [];
    for (let start = text.indexOf(row.anchor); start >= 0; start = text.indexOf(row.anchor, start + 1))
      found.push({ start, end: start + row.anchor.length, types: row.event ?? [], optional: optional || !row.event });
    return found;
  };
  return [...must.flatMap((row) => told(row, false)), ...may.flatMap((row) => told(row, true))];
}

/** What the gold has at words that may tell an act: types, nothing (no entry), or what it does not say (undefined). */
type Right = Map<number, readonly string[] | undefined>;

/**
 * The word of an event: an act of the rules of its type; of "talks were held", where the record marks the noun and the rules read
 * the act at the verb, that of the rules; or the first word with a line that hangs on no other one in its span.
 */
function wordOf({ tree, acts }: Sight, inside: readonly number[], types: readonly string[]): number | undefined {
  const fits = acts.filter(({ outcome }) => types.includes(outcome.type));
  const act = fits.find(({ token }: Act) => inside.includes(token));
  if (act) return act.token;
  const beside = fits.find(({ used }) => inside.some((i) => used.includes(i)));
  if (beside) return beside.token;
  return inside.find((i) => !tree.ancestors(i).some((above) => above !== i && inside.includes(above)));
}

function within({ tree }: Sight, words: readonly number[], { start, end }: Told): number[] {
  return words.filter((i) => tree.tokens[i]!.start < end && tree.tokens[i]!.end > start);
}

/** Records mark the words of each event: what they leave out is none. */
export function rightByTrigger(sight: Sight, words: readonly number[], told: readonly Told[]): Right {
  const right: Right = new Map();
  for (const one of told) {
    const inside = within(sight, words, one);
    const word = wordOf(sight, inside, one.types);
    if (word === undefined) continue;
    if (one.optional) for (const i of inside) if (!right.has(i)) right.set(i, undefined);
    if (!one.optional) right.set(word, [...(right.get(word) ?? []), ...one.types]);
  }
  return right;
}

/**
 * Articles only mark a part of each sentence that tells an event: where no act of the rules is of a row's type, the sentence
 * says nothing of its words, and of a second word of a told type nothing is known.
 */
export function rightByAnchor(sight: Sight, words: readonly number[], told: readonly Told[]): Right {
  const { start, end } = sight.tree.sentence;
  const right: Right = new Map();
  const here = told.filter((one) => one.start >= start && one.end <= end);
  const unknown = (i: number): void => {
    if (!right.has(i)) right.set(i, undefined);
  };
  for (const one of here) {
    const fits = sight.acts.filter(({ outcome }) => one.types.includes(outcome.type)).map(({ token }) => token);
    const word = within(sight, fits, one)[0] ?? fits[0];
    if (word !== undefined && !one.optional) right.set(word, one.types);
    for (const i of word === undefined ? words : [...fits, ...within(sight, words, one)]) unknown(i);
  }
  return right;
}

export type RightOf = typeof rightByTrigger;

export function typeExamplesOf(
  sight: Sight,
  told: readonly Told[],
  types: readonly string[],
  rightOf: RightOf,
): TypeExample[] {
  const view = viewOf(sight);
  const words = candidates(view);
  const right = rightOf(sight, words, told);
  return words.flatMap((i) => {
    const own = right.get(i);
    if (own === undefined && right.has(i)) return [];
    return [exampleOf(view, i, own?.map((type) => types.indexOf(type)) ?? [types.length])];
  });
}

function exampleOf(view: View, i: number, right: readonly number[]): TypeExample {
  const slots: number[] = [];
  const values: number[] = [];
  const emit = (slot: number, value = 1): void => {
    slots.push(slot);
    values.push(value);
  };
  addSentence(view, emit);
  for (const add of Object.values(SEEN)) add(view, i, emit);
  return { slots: Uint32Array.from(slots), values: Float32Array.from(values), right };
}
