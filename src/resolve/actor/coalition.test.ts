import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench();

async function meant(text: string, word: string): Promise<string> {
  const { mentions } = await workbench.codeText({ text, language: 'en', published: '2016-11-20' });
  const found = mentions.flat().findLast((one) => one.text.toLowerCase().includes(word));
  return found?.actors.map(({ code }) => code).join('+') ?? 'nobody';
}

describe('whose coalition is meant', () => {
  it.each([
    ['ISIL fighters fled. On Tuesday Coalition aircraft hit four trucks near Palmyra, Syria.', 'coalition', 'OIR'],
    ['The Syrian Democratic Forces took two villages from ISIL. The Coalition supports the SDF.', 'coalition', 'OIR'],
    ['ISIS lost Tikrit. US-led coalition warplanes struck a convoy.', 'coalition', 'OIR'],
    ['The US-led coalition invaded Iraq in March 2003.', 'coalition', 'USA'],
    ['Houthi fighters fired a missile. Coalition jets hit Hodeidah.', 'coalition', 'SAUDICOALITION'],
    ['The Houthis fled. The coalition admitted that it had hit a hospital.', 'coalition', 'SAUDICOALITION'],
    ['Coalition forces launched an assault on the Iraqi town of Haditha.', 'forces', ''],
    ['Iraq has a new prime minister. Foreign fighters crossed the border.', 'fighters', ''],
    ['ISIS lost Tikrit. On Saturday militants shot six guards in Iraq.', 'militants', 'ISIS'],
    ['ISIS lost Tikrit. The ruling coalition in Iraq split over the budget.', 'coalition', 'IRQ'],
    ['ISIS lost Tikrit. In Baghdad a coalition of Shia parties was formed.', 'coalition', 'nobody'],
  ])('%s %s: %s', async (text, word, expected) => {
    expect(await meant(text, word)).toBe(expected);
  });
});
