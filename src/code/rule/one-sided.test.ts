import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';
import type { Participant } from '../../model/index.ts';

const workbench = openWorkbench();
const codes = (list: readonly Participant[]): string => list.map((one) => one.code).join('+');

async function last(text: string, language = 'ru'): Promise<readonly string[]> {
  const { events } = await workbench.codeText({ text, language, published: '2024-10-14' });
  const start = text.lastIndexOf('. ', text.length - 2) + 2;
  return events
    .filter(({ evidence }) => evidence.start >= start)
    .map((one) => `${codes(one.actor)} ${one.type} ${codes(one.recipient)}`.trim());
}

const BEFORE =
  'В марте Польша ввела санкции против Белоруссии. Минск обвинил Варшаву во вмешательстве. Польские власти задержали двух белорусских журналистов.';

describe('an act that names nobody else', () => {
  it.each([
    ['Минск отозвал посла.', ['BLR SANCTION POL']],
    ['Министр иностранных дел Белоруссии выразил протест.', ['BLR ACCUSE POL']],
    ['Варшава потребовала извинений.', ['POL REQUEST BLR']],
  ])('%s is one where the text has told what both did', async (sentence, expected) => {
    expect(await last(`${BEFORE} ${sentence}`)).toEqual(expected);
  });

  it('answers what the sentence before has told', async () => {
    const text = 'Финляндия ввела санкции против Белоруссии. Минск отозвал посла.';
    expect(await last(text)).toEqual(['BLR SANCTION FIN']);
  });

  it('tells too little to say whom it concerns where nobody else was named', async () => {
    expect((await last('Минск отозвал посла.')).filter((one) => /^BLR SANCTION ./.test(one))).toEqual([]);
  });

  it('help is given to somebody', async () => {
    expect(await last(`${BEFORE} Варшава поставила гаубицы.`)).toEqual([]);
  });

  it('is read in English as well', async () => {
    const before =
      'In March Poland imposed sanctions on Belarus. Minsk accused Warsaw of meddling. Polish police arrested two Belarusian reporters.';
    expect(await last(`${before} Minsk recalled its ambassador.`, 'en')).toEqual(['BLR SANCTION POL']);
    expect(await last('Minsk recalled its ambassador.', 'en')).not.toContain('BLR SANCTION POL');
  });
});
