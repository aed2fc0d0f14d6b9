import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();

async function voices(text: string): Promise<(string | null)[]> {
  const { events } = await workbench.codeText({ text, published: '2023-11-10', language: 'en' });
  return events.map(({ attribution }) => attribution && `${attribution.speaker.code} ${attribution.speaker.name}`);
}

describe('whose word an event rests on', () => {
  it('keeps a claim a claim when nobody knows who speaks', async () => {
    const found = await voices('Officials in the region said that Israel bombed a factory in Iran.');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((voice) => voice?.startsWith('--- '))).toBe(true);
  });

  it('takes what the text itself tells for its own', async () => {
    expect(await voices('Israel bombed a factory in Iran.')).toEqual([null]);
  });
});
