import { describe, expect, it } from 'vitest';
import { openWorkbench, Workbench } from '../../app/workbench.ts';
import type { Event } from '../../model/index.ts';
import type { Reading } from '../settle/reading.ts';

const told = (events: readonly Event[]): string[] => events.map(({ trigger, type }) => `${trigger.text} ${type}`);

/** Events of a text by the rules alone. */
async function byRules(text: string): Promise<string[]> {
  return told((await openWorkbench(undefined, 'rule').codeText({ text, language: 'en' })).events);
}

/** … and with a layer behind them that takes every act that it is asked about for an event. */
async function asked(text: string): Promise<string[]> {
  const settle = ({ parties }: Reading) => ({ parties, confidence: 1, steps: [] });
  const workbench = new Workbench(undefined, () => ({ settle, around: settle }));
  return told((await workbench.codeText({ text, language: 'en' })).events);
}

describe('what the rules take for no deed of states', () => {
  it.each([
    ['told already', 'Belarus forced a Ryanair plane to land and arrested a journalist on board.', 'arrested COERCE'],
    ['meant otherwise', 'The United Nations released a report on Syria.', 'released RETREAT'],
    ['done by firms', 'Chinese buyers invaded the auction rooms of London.', 'invaded ASSAULT'],
  ])('is left to the layer behind them where it seems to be %s: %s', async (_, text, event) => {
    expect(await byRules(text)).not.toContain(event);
    expect(await asked(text)).toContain(event);
  });

  it.each([
    ['what private people always say', 'Senegalese fishermen complain about Spanish trawlers.'],
    ['a storm', 'An earthquake struck Turkey and Syria.'],
  ])('is never asked about where it is surely none: %s: %s', async (_, text) => {
    expect(await asked(text)).toEqual([]);
  });

  it('does not rest on doers of whom nothing is known', async () => {
    expect(await byRules('Drones attacked two Saudi pumping stations.')).toEqual(['attacked ASSAULT']);
  });
});
