import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

/** The codes of the last mention of a form. */
async function meant(text: string, form: string): Promise<string> {
  const { mentions } = await workbench.codeText({ text, published: '2025-11-14', language: 'en' });
  const found = mentions.flat().findLast((mention) => mention.text === form);
  return found?.actors.map(({ code }) => code).join('+') ?? '';
}

describe('phrases that point back', () => {
  it.each([
    ['people of a state', 'The bank lent money, and the Cubans protested. They arrested a diplomat.', 'They', 'CUB'],
    ['a movement', 'The Taliban owed much to Pakistan. They closed the border.', 'They', 'TALIBAN'],
    ['a given name', 'Raúl Castro spoke for an hour. Later Raúl left.', 'Raúl', 'CUB'],
    ['two people', 'Ishaq Dar met Amir Khan Muttaqi. Wang Yi hosted both men in Beijing.', 'both men', 'PAK+AFG'],
    [
      'the same people by the same word',
      'Iran arrested two French tourists. A court tried the tourists.',
      'tourists',
      'FRA',
    ],
    ['an island', 'Cuba waited. The pope came from Poland and visited the island.', 'the island', 'CUB'],
    [
      'a breakaway state',
      'Israel recognised Somaliland. Iran condemned the breakaway republic.',
      'the breakaway republic',
      'SOM',
    ],
    ['a body by its bare name', "Sudan rebuffed the Council's plan for blue helmets.", 'the Council', 'UN'],
    ['another union', "The African Union met. Mali rejected the Union's plan.", 'the Union', 'AU'],
    ['another council', 'The Gulf Cooperation Council met. The Council condemned Iran.', 'The Council', 'GCC'],
    ['an object', 'The African Union met. Kenya thanked it for the offer.', 'it', 'AU'],
    [
      'whom somebody fights is no owner',
      'Iran was quiet. After its war with Israel the authorities jailed migrants.',
      'authorities',
      'IRN',
    ],
    ['a court with its article', 'Cuban police arrested seventy people. The courts jailed them.', 'courts', 'CUB'],
    ['two who fight', 'Pakistan attacked Afghanistan. The belligerents rested.', 'The belligerents', 'PAK+AFG'],
    [
      'the same two again',
      'Poland talked to Chad. The two governments agreed. London sent a ship, and Chad denounced it. Peru hosted the two sides.',
      'the two sides',
      'POL+TCD',
    ],
  ])('%s', async (_, text, form, expected) => {
    expect(await meant(text, form)).toBe(expected);
  });

  it('take no state from a word inside a proper name', async () => {
    expect(await meant('American ships came. Tourists liked the Hotel Nacional.', 'Hotel')).toBe('');
  });
});
