import { describe, expect, it } from 'vitest';
import { readings } from '../../../test/readings.ts';
import { type Ballot, ballotOf } from './ballot.ts';
import { decide, type Vote } from './decide.ts';
import { AS_READ } from './matter.ts';
import { thresholdsOf } from './thresholds.ts';

const TEXT = 'China held drills near Taiwan. Putin accused Norway of spying on Russian ships.';

/** What is weighed of the second sentence, whose sides compete with those of the first; what the typer says of the word is given. */
async function ballotWith(told: number, none: number): Promise<Ballot> {
  const found = await readings(TEXT);
  const reading = found.find(({ act }) => act.outcome.type === 'ACCUSE')!;
  const { token } = reading.act;
  const judged = { token, type: 'ACCUSE', change: 'as read' as const, none, shareOf: () => told, says: () => '' };
  return ballotOf({ ...reading, judged });
}

/** `own` to what the rules read, `other` to a party of the sentence before, the rest to no event. */
function voteFor({ answers, matter }: Ballot, own: number, other: number): Vote {
  const shares = [...answers.map(() => 0), 1 - own - other];
  shares[answers.findIndex(({ edit }) => edit === AS_READ)] = own;
  shares[answers.findIndex(({ actor, recipient }) => ((actor | recipient) & matter.before) !== 0)] = other;
  return { shares, fits: true, thresholds: thresholdsOf(0.45) };
}

describe('the answer to an act', () => {
  it('is what the sentence itself names where somebody of the sentence before is likelier and yet too unlikely', async () => {
    const ballot = await ballotWith(0.7, 0.1);
    const { best, coded } = decide(ballot, voteFor(ballot, 0.37, 0.45));
    expect([ballot.answers[best]!.edit, coded]).toEqual([AS_READ, true]);
  });

  it('is none where even among what the sentence names it is not likely enough', async () => {
    const ballot = await ballotWith(0.7, 0.1);
    expect(decide(ballot, voteFor(ballot, 0.33, 0.3)).coded).toBe(false);
  });

  it('is none where the sentence itself names one side only', async () => {
    const ballot = await ballotWith(0.7, 0.1);
    const alone: Ballot = { ...ballot, matter: { ...ballot.matter, named: 1 } };
    expect(decide(alone, voteFor(ballot, 0.37, 0.45)).coded).toBe(false);
  });

  it('is none where its word is likelier to tell no act', async () => {
    const ballot = await ballotWith(0.2, 0.7);
    expect(decide(ballot, voteFor(ballot, 0.37, 0.45)).coded).toBe(false);
  });
});
