import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

/** Codes of the last mention that reads so. */
async function codesOf(language: string, text: string, phrase: string): Promise<string> {
  const { mentions } = await workbench.codeText({ text, language, published: '2013-09-24' });
  const found = mentions.flat().findLast((one) => one.text === phrase);
  return found?.actors.map(({ code }) => code).join('+') ?? 'no mention';
}

const OF_GEORGIA = 'The Ministry of Foreign Affairs of Georgia expressed concern.';

describe('a body named again by its word alone', () => {
  it.each([
    ['en', `${OF_GEORGIA} Russian guards detained three farmers. The Ministry thanked Poland.`, 'Ministry', 'GEO'],
    ['en', 'The Georgian parliament met. Russia sent its troops. The parliament condemned this.', 'parliament', 'GEO'],
    [
      'ru',
      'Министерство иностранных дел Грузии выразило протест. Российские пограничники задержали жителей. Министерство ждёт ответа.',
      'Министерство',
      'GEO',
    ],
    [
      'tr',
      "Gürcistan Dışişleri Bakanlığı endişe duyduğunu açıkladı. Rus askerleri köye girdi. Bakanlık, ABD'ye teşekkür etti.",
      'Bakanlık',
      'GEO',
    ],
  ])('is the one whose state was told (%s): %s', async (language, text, phrase, code) => {
    expect(await codesOf(language, text, phrase)).toBe(code);
  });

  it('is that of the state spoken of last where two have one', async () => {
    const text = `${OF_GEORGIA} The Russian ministry rejected the protest. The ministry spoke of lies.`;
    expect(await codesOf('en', text, 'ministry')).toBe('RUS');
  });
});
