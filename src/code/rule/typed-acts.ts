import type { Entry } from '../../codebook/index.ts';
import type { Judged } from '../type/typer.ts';
import { type Act, type ActReader, readAct, readActs } from './act.ts';
import { withStance } from './act-stance.ts';
import { isWondered } from './aside.ts';
import type { RuleWords } from './rule-words.ts';
import type { Scene } from './scene.ts';

/** The acts of a sentence, governors first. */
export interface TypedActs {
  readonly acts: readonly Act[];
  /** What the typer says of their words, by token. */
  readonly judged: ReadonlyMap<number, Judged>;
}

/** The acts that the rules read; where there is a typer, with the types that it knows better. */
export function typedActs({ tree, matcher, mentions, isSpoken }: Scene, { composer, typer }: RuleWords): TypedActs {
  const reader: ActReader = { tree, matcher, composer };
  const acts = readActs(reader);
  if (!typer) return { acts, judged: NOT_JUDGED };
  // "asked whether they would deport": whatever the word, nobody is said to do it
  const open = typer
    .judge({ tree, matcher, mentions, acts, isSpoken })
    .filter(({ change, token }) => change !== 'new' || !isWondered(reader, token));
  const list = underOperators(open, acts);
  const judged = new Map(list.map((one) => [one.token, one]));
  if (list.every(({ change }) => change === 'as read')) return { acts, judged };
  const read = new Map(acts.map((act) => [act.token, act]));
  const typed = list.map((one) => typedAct(reader, one, read.get(one.token)));
  const depth = tree.depths();
  return { acts: typed.sort((a, b) => depth[a.token]! - depth[b.token]! || a.token - b.token), judged };
}

/**
 * "намерена поставить": the word under an operator tells the act that the rules read from both. What is judged of the one is then
 * said of the other, whose stance and parties hold.
 */
function underOperators(list: readonly Judged[], acts: readonly Act[]): readonly Judged[] {
  const told = new Map<number, Judged>();
  const own = list.filter((one) => {
    if (one.change !== 'new') return true;
    const over = acts.find(({ inner, outcome }) => inner?.token === one.token && outcome.type === one.type);
    if (over) told.set(over.token, { ...one, token: over.token, change: 'as read' });
    return over === undefined;
  });
  return own.map((one) => told.get(one.token) ?? one);
}

const NOT_JUDGED: ReadonlyMap<number, Judged> = new Map();

function typedAct(reader: ActReader, { token, type }: Judged, read: Act | undefined): Act {
  if (read) return becomes(read, type, reader) ? read : withType(read, type);
  // a word that the rules took for part of another act, or for an aside
  const own = readAct(reader, token, 0);
  if (own?.token === token) return withType(own, type);
  const entry = lineOf(type);
  const outcome = { type, mode: null, stance: 'happened' as const, weight: 1, token, entries: [entry], operators: [] };
  return { outcome: withStance(reader, token, outcome), token, entry, used: [] };
}

/** A drill of several is cooperation, a state's protest an accusation: what the codebook makes of an act once its parties are known. */
function becomes({ outcome }: Act, type: string, { composer }: ActReader): boolean {
  const { official, modes } = composer.codebook.types.get(outcome.type)!;
  const ofMode = outcome.mode === null ? undefined : modes[outcome.mode]?.official;
  return [official, ofMode].includes(type);
}

/** Who does it to whom is still read as the word's own line says. */
function withType(read: Act, type: string): Act {
  if (read.outcome.type === type) return read;
  return { ...read, outcome: { ...read.outcome, type, mode: null, entries: [lineOf(type), ...read.outcome.entries] } };
}

const CARD = 'data/models/type.card.md';

/** No line of a pattern file: the typer says itself what decided. */
export function isOfTyper({ at }: Entry): boolean {
  return at === CARD;
}

/** Stands for the line that the rules don't have. */
function lineOf(type: string): Entry {
  return {
    id: `linear:${type}`,
    at: CARD,
    pattern: { heads: [], companions: [], exclusions: [], symmetric: false },
    type,
    mode: null,
    weight: 1,
    example: '',
    actor: '',
    recipient: '',
  };
}
