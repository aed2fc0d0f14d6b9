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
    ['In May 2019 France, Germany and Britain condemned the Iranian government.', ['FRA+DEU+GBR>IRN ACCUSE']],
    ['On June 3 Poland, Latvia and Lithuania recalled their ambassadors from Minsk.', ['POL+LVA+LTU>BLR SANCTION']],
    ['On 5 April France and Italy recalled their ambassadors from Minsk.', ['FRA+ITA>BLR SANCTION']],
    ['On Oct 30 Colombia and the United States sign a pact.', ['COL+USA> SUPPORT']],
    ['June 2017 - Saudi Arabia, Egypt and Bahrain sever ties with Qatar.', ['SAU+EGY+BHR>QAT SANCTION']],
    ['Jan 27 - The defence ministers of Colombia and Venezuela meet in San Cristobal.', ['COL+VEN> CONSULT']],
    [
      'Sept 2001 - The United States accuses Kabul of lying about bombs and demands that the Taliban leave the city.',
      ['USA>AFG ACCUSE', 'USA>TALIBAN REQUEST'],
    ],
    ['Russian troops invade Ukraine.', ['RUS>UKR ASSAULT']],
    ['Israel, backed by Washington, bombs three airfields in Syria.', ['ISR>SYR ASSAULT', 'USA>ISR SUPPORT']],
    ['Chavez, with his generals behind him, severs diplomatic relations with Colombia.', ['VEN>COL SANCTION']],
    ['London and Paris warn Belgrade against further shelling.', ['GBR+FRA>SRB THREATEN']],
    ['Nicolas Maduro closes the bridges and deports more than 1,000 Colombians.', ['VEN>COL COERCE']],
    ['In Geneva, Egypt and Sudan signed a deal.', ['EGY+SDN> SUPPORT']],
    ['In Geneva on Monday, Egypt, Sudan and Ethiopia condemned Eritrea.', ['EGY+SDN+ETH>ERI ACCUSE']],
    ['In July Russia recognised the Taliban government.', ['RUS>AFG SUPPORT']],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});
