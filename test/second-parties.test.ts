import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function record(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, published: '2024-05-05', language: 'en' });
  const codes = (list: readonly { readonly code: string }[]): string =>
    [...new Set(list.map((one) => one.code))].sort().join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('who stands in a sentence and is no party of its act', () => {
  it.each([
    [
      'whose hands people are freed from',
      'Nigerian soldiers rescued thirty pupils kidnapped by Boko Haram near Maiduguri.',
      ['NGA>NGA AID', 'BOKOHARAM>NGA ASSAULT'],
    ],
    [
      'who backs those who are hit',
      'Russian aircraft bombed rebels armed by Washington outside Palmyra.',
      ['RUS>SYR ASSAULT', 'USA>SYR AID'],
    ],
    [
      'who backs the one who fights',
      'Mozambique’s army, backed by Rwandan troops, retook Palma from the insurgents.',
      ['RWA>MOZ SUPPORT', 'MOZ>MOZ ASSAULT'],
    ],
    [
      'whom an offence served',
      'A Vilnius court convicted a businessman of selling secrets to Belarus.',
      ['LTU>LTU SANCTION'],
    ],
    [
      'to whom something was passed',
      'Ukrainian prosecutors charged two men with passing maps to the Russian consulate.',
      ['UKR>UKR ACCUSE'],
    ],
    [
      'who only condemns it',
      'Egypt executed nine men; Germany condemned the executions.',
      ['EGY>EGY ASSAULT', 'DEU>EGY ACCUSE'],
    ],
    [
      'who protests in a headline',
      'Nicaragua seizes university, Vatican protests',
      ['NIC>NIC COERCE', 'VAT>NIC ACCUSE'],
    ],
    [
      'behind a semicolon',
      'Delhi strips Kashmir of autonomy; Pakistan vows revenge',
      ['IND>IND COERCE', 'PAK>IND THREATEN'],
    ],
    [
      'a state that protests is no crowd',
      'Hungary jailed a reporter, and Austria protested.',
      ['HUN>HUN SANCTION', 'AUT>HUN ACCUSE'],
    ],
    [
      'the owner of a ship may be one',
      'Iran seized a Greek tanker, and Britain condemned the seizure.',
      ['IRN>GRC COERCE', 'GBR>IRN ACCUSE'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await record(text)).toEqual(expected);
  });
});

describe('who did it', () => {
  it.each([
    ['armed men are nobody’s', 'The governor of Sinaloa was kidnapped by armed men on Sunday.', ['>MEX ASSAULT']],
    [
      'nor are they of whoever tells of them',
      'Niger’s army said unidentified gunmen had killed nine of its soldiers.',
      ['>NER ASSAULT'],
    ],
    ['gunmen kill on purpose', 'Haiti’s president was killed by gunmen at his home.', ['>HTI ASSAULT']],
    [
      'where nobody is named, whoever lives there',
      'Gunmen killed three people at a market in Baghdad.',
      ['>IRQ ASSAULT'],
    ],
    ['rebels beside a town', 'Rwandan troops attacked rebels north of Goma.', ['RWA>COD ASSAULT']],
    ['insurgents outside one', 'French helicopters attacked insurgents outside Timbuktu.', ['FRA>MLI ASSAULT']],
    ['what comes from a place', 'Rockets from Gaza hit a school in Ashkelon.', ['PSE>ISR ASSAULT']],
    ['what is launched from one', 'A drone launched from Yemen hit an oil depot in Abu Dhabi.', ['YEM>ARE ASSAULT']],
    ['who joins another in it', 'Bahrain joined Saudi Arabia in cutting ties with Iran.', ['BHR+SAU>IRN SANCTION']],
    ['who follows another', 'Peru followed Chile in recalling its ambassador from Caracas.', ['CHL+PER>VEN SANCTION']],
    [
      'the court of a city is not its state’s',
      'Iran asked the world court to order the United States to lift its sanctions.',
      ['IRN>ICJ REQUEST'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await record(text)).toEqual(expected);
  });
});

describe('both sides', () => {
  it.each([
    ['what is good for both', 'Kenya and Tanzania lifted the bans on each other’s airlines.', ['KEN+TZA> CONCEDE']],
    ['what is bad for both', 'India and Pakistan expelled each other’s diplomats.', ['IND+PAK>IND+PAK SANCTION']],
    [
      'are not who complains to them',
      'Ukrainian drones hit a refinery, Russian missiles hit Odesa, and Beijing complained to both.',
      ['UKR>RUS ASSAULT', 'RUS>UKR ASSAULT', 'CHN>RUS+UKR ACCUSE'],
    ],
    ['nor who asks them', 'Talks failed on Friday after Egypt and Qatar asked both sides to stop fighting.', []],
  ])('%s', async (_, text, expected) => {
    expect(await record(text)).toEqual(expected);
  });
});
