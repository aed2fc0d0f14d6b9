import { describe, expect, it } from 'vitest';
import { Workbench } from '../../app/workbench.ts';
import type { Sight } from '../type/type-features.ts';

/** What the rules read in a Turkish text, before anybody is asked who does it. */
async function actsOf(text: string): Promise<string[]> {
  const found: string[] = [];
  const judge = ({ acts }: Sight): [] => {
    found.push(...acts.map(({ outcome }) => `${outcome.type} ${outcome.stance}`));
    return [];
  };
  const settler = { types: { judge }, settle: () => ({ why: '' }), around: () => undefined };
  await new Workbench(undefined, () => settler).codeText({ text, language: 'tr' });
  return found;
}

describe('an adjective of readiness with a dative before it', () => {
  it.each([
    ['Rusya, Ukrayna ile görüşmeye hazır.', 'AGREE happened'],
    ['Rusya, Ukrayna ile görüşmeye her zaman hazır.', 'AGREE happened'],
    ['Rusya, Ukrayna ile görüşmeye hazır değil.', 'REJECT happened'],
    ['İran, ABD ile müzakere etmeye niyetli değil.', 'REJECT happened'],
    ["Ankara, İsveç'in üyeliğini onaylamaya hazır olmadığını açıkladı.", 'REJECT happened'],
  ])('is the act of its clause: %s', async (text, act) => expect(await actsOf(text)).toContain(act));

  it('is no act without one', async () => expect(await actsOf('Hazır giyim satışları arttı.')).toEqual([]));
});
