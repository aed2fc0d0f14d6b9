import { describe, expect, it } from 'vitest';
import { readings } from '../../../test/readings.ts';
import type { Reading } from './reading.ts';
import { Settler } from './settle.ts';
import { begun, SLOTS, slotAt, type Weights } from './weights.ts';

/** `favoured`: the answer that all weight speaks for, by how it differs from that of the rules. */
function settlerFor(favoured: string, weight: number): Settler {
  const empty = new Int8Array(SLOTS);
  const whole = new Int8Array(SLOTS);
  whole[slotAt(begun`edit:${favoured}`)] = weight;
  const tables = { actor: empty, recipient: empty, whole, none: empty };
  const weights: Weights = { tables, scale: 1, temperature: 1, keep: 0.45 };
  return new Settler(weights, weights);
}

/** The rules take the rebels' "they" for the doers. */
async function pronounActs(): Promise<Reading> {
  const found = await readings('Rwandan rebels shelled the town of Byumba. They burned Ugandan lorries.');
  return found.findLast(({ parties }) => parties.actor.some(({ kind }) => kind === 'pronoun'))!;
}

const drawn = async (settler: Settler, changes: Partial<Reading> = {}): Promise<string | undefined> => {
  const settled = settler.around({ ...(await pronounActs()), ...changes });
  if (settled === undefined || 'why' in settled) return settled?.why;
  const { actor, recipient } = settled.parties;
  return [actor, recipient]
    .map((side) => side.flatMap(({ actors }) => actors.map(({ code }) => code)).join())
    .join('>');
};

describe('an act whose parties the text around tells', () => {
  it('is what is likeliest, and nothing where nothing is likely', async () => {
    expect(await drawn(settlerFor('as read', 9))).toBe('RWA>UGA');
    expect(await drawn(settlerFor('turned', 9))).toBe('UGA>RWA');
    expect(await drawn(settlerFor('turned', 0))).toMatch(/too unlikely/);
  });

  it('is coded although the rules refuse it where an answer is likely enough', async () => {
    const refused = 'no second party known';
    expect(await drawn(settlerFor('turned', 9), { refused })).toBe('UGA>RWA');
    expect(await drawn(settlerFor('turned', 0), { refused })).toBeUndefined();
  });
});
