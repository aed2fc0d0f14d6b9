import type { Mention } from '../../model/index.ts';
import type { Act } from '../rule/act.ts';
import type { Parties } from '../rule/participants.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Judged } from '../type/typer.ts';
import type { Before } from './before.ts';

/** An act as the rules read it, with everything that is needed to weigh it. */
export interface Reading {
  readonly tree: SentenceTree;
  readonly act: Act;
  /** Who does it to whom by the rules. */
  readonly parties: Parties;
  /** Why the rules alone would not code it. */
  readonly refused: string | undefined;
  /** … and not for want of a party: the deed seems to be none of states, or told already. */
  readonly isDoubted?: boolean;
  /** Everybody in the sentence who may be a party. */
  readonly mentions: readonly Mention[];
  /** What the sentence before names, where this one leaves a party open. */
  readonly before?: Before | undefined;
  /** Who is named as what the deed was done to that somebody reproaches another with: no answer makes him the other side. */
  readonly barred?: readonly Mention[];
  /** The rules find nobody who did it, and it may be told without ("в результате теракта погибли"). */
  readonly mayBeAnonymous?: boolean;
  /** Somebody speaks these words. */
  readonly isSpoken: boolean;
  /** How many acts the sentence tells. */
  readonly acts: number;
  /** What the typer says of the act's word, where there is one. */
  readonly judged?: Judged | undefined;
  /** How many actors the text names in more of its sentences than this one. */
  readonly rankOf: (code: string) => number;
}

/** One answer to "who does it to whom": sets of sides as bits. */
export interface Assignment {
  readonly actor: number;
  readonly recipient: number;
  /** How it differs from what the rules found. */
  readonly edit: string;
}

/** The reason without the type that it names. */
export function refusal({ refused }: Reading): string {
  return refused === undefined ? 'fit' : refused.replace(/"[A-Z]+"/, '');
}

/**
 * Somebody says that several did it together: what ministers say that their armies do is told as a habit, which most records
 * leave out, so a word says little against it.
 */
export function isSaidOfSeveral({ refused, parties, isSpoken }: Reading): boolean {
  const { actor, mutual } = parties;
  return isSpoken && refused === undefined && mutual && new Set(actor.flatMap((one) => codesIn(one))).size > 1;
}

function codesIn({ actors }: Mention): string[] {
  return actors.map(({ code }) => code);
}

/**
 * A party is known from the text around only ("the two countries", "he", whoever speaks): one sentence says too little to
 * weigh it, and the sentences that the layer learns from hold too few.
 */
export function leansOnContext(reading: Pick<Reading, 'parties' | 'tree'>): boolean {
  const { actor, recipient } = reading.parties;
  return isToldElsewhere(reading) || [...actor, ...recipient].some(({ actors }) => actors.length > 1);
}

/** A party is a pronoun, or not named in the sentence at all. */
export function isToldElsewhere({ parties, tree: { sentence } }: Pick<Reading, 'parties' | 'tree'>): boolean {
  const isElsewhere = ({ kind, start, end }: Mention): boolean =>
    kind === 'pronoun' || start < sentence.start || end > sentence.end;
  return parties.actor.some(isElsewhere) || parties.recipient.some(isElsewhere);
}
