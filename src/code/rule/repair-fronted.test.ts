import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'en', published: '2025-12-01' });
  const codes = (list: (typeof events)[number]['actor']): string => list.map(({ code }) => code).join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('subjects behind a time without a comma, and verbs that look like participles', () => {
  it.each([
    [
      'On 16 April Pakistani aircraft bombed villages in Khost, and the Afghan ministry summoned the envoy of Pakistan.',
      ['PAK>AFG ASSAULT', 'AFG>PAK ACCUSE'],
    ],
    ['It had hardly run out when Pakistani jets bombed houses in Paktika.', ['PAK>AFG ASSAULT']],
    [
      'Saudi jets bombed Sanaa on the night of 26 March, and the Emirati army landed in Aden in July.',
      ['SAU>YEM ASSAULT', 'ARE>YEM MOBILIZE'],
    ],
    ['On Monday Ethiopia, which built the dam, accused Egypt of lying.', ['ETH>EGY ACCUSE']],
    ['On 12 January the United States and Britain bombed Houthi launch sites.', ['USA+GBR>HOUTHIS ASSAULT']],
    ['In July Russia recognised the Taliban government.', ['RUS>AFG SUPPORT']],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});
