import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

/** Codes of the last mention that reads so. */
async function codesOf(text: string, phrase: string): Promise<string> {
  const { mentions } = await workbench.codeText({ text, language: 'en', published: '2025-12-01' });
  const found = mentions.flat().findLast((one) => one.text === phrase);
  return found?.actors.map(({ code }) => code).join('+') ?? 'no mention';
}

describe('phrases that count several states', () => {
  it.each([
    ['France, Germany and Poland met. The three countries condemned Russia.', 'The three countries', 'FRA+DEU+POL'],
    [
      'Egypt, Sudan and Ethiopia signed it. Russia urged the three neighbours to talk.',
      'the three neighbours',
      'EGY+SDN+ETH',
    ],
    [
      'Russia helped Iran, and China bought its oil. All three countries denied it.',
      'All three countries',
      'RUS+IRN+CHN',
    ],
    ['France, Germany and Poland met. The three villages burned.', 'The three villages', 'no mention'],
    ['Egypt praised Sudan. The three countries had met before.', 'The three countries', ''],
    [
      'In Asmara, Isaias Afwerki met Sisi and Putin. The three pledged to defend one another.',
      'one another',
      'ERI+EGY+RUS',
    ],
  ])('%s: %s', async (text, phrase, codes) => {
    expect(await codesOf(text, phrase)).toBe(codes);
  });
});

describe('shorter names of people met before', () => {
  it.each([
    ['Hassan Sheikh Mohamud flew to Cairo. There Hassan Sheikh met Sisi.', 'Hassan Sheikh', 'SOM'],
    ['Isaias Afwerki flew to Cairo. Later Isaias met Sisi.', 'Isaias', 'ERI'],
  ])('%s', async (text, phrase, codes) => {
    expect(await codesOf(text, phrase)).toBe(codes);
  });
});

describe('people met so long ago that nothing else is remembered of them', () => {
  it('are still of their state', async () => {
    const between = 'Russia told Ukraine that talks were over. Ukraine told Russia that they were not. '.repeat(14);
    const text = `Antony Blinken met China's top diplomat, Wang Yi. ${between}Dmytro Kuleba held talks with Wang Yi. The two sides agreed to continue contacts.`;
    expect(await codesOf(text, 'The two sides')).toBe('UKR+CHN');
  });
});

describe('they and them of several', () => {
  it.each([
    [
      'The government slept. Envoys of the two sides, China and the Philippines, met, and they agreed.',
      'they',
      'CHN+PHL',
    ],
    ['Egypt and Sudan agreed to put the quarrel behind them.', 'them', ''],
  ])('%s', async (text, phrase, codes) => {
    expect(await codesOf(text, phrase)).toBe(codes);
  });
});
