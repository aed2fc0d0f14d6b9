import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();
const rules = openWorkbench(undefined, 'rule');

async function voices(text: string, coder = workbench): Promise<(string | null)[]> {
  const { events } = await coder.codeText({ text, published: '2023-11-10', language: 'en' });
  return events.map(({ attribution }) => attribution && `${attribution.speaker.code} ${attribution.speaker.name}`);
}

describe('whose word an event rests on', () => {
  it('keeps a claim a claim when nobody knows who speaks', async () => {
    const found = await voices('Officials in the region said that Israel bombed a factory in Iran.');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((voice) => voice?.startsWith('--- '))).toBe(true);
  });

  it('keeps hearsay a claim, of nobody named', async () => {
    for (const text of [
      'Israel allegedly bombed a factory in Iran.',
      'It is reported that Israel bombed a factory in Iran.',
      'There are rumours that Israel bombed a factory in Iran.',
    ]) {
      const found = await voices(text);
      expect(found.length, text).toBeGreaterThan(0);
      expect(
        found.every((voice) => voice?.startsWith('--- ')),
        text,
      ).toBe(true);
    }
    const told = 'The Kremlin said that Israel allegedly bombed a factory in Iran.';
    expect(await voices(told, rules)).toEqual(['RUS Russia']);
  });

  it('ends the words of a clause below the main one where that goes on', async () => {
    expect(await voices('Israel, which says it wants peace, bombed a factory in Iran.')).toEqual([null]);
    expect(await voices('Hours after saying that it wanted peace, Israel bombed a factory in Iran.')).toEqual([null]);
  });

  it('takes what the text itself tells for its own', async () => {
    expect(await voices('Israel bombed a factory in Iran.')).toEqual([null]);
  });
});
