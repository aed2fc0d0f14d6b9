import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string, language: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language, published: '2016-05-05' });
  const codes = (list: (typeof events)[number]['actor']): string => list.map(({ code }) => code).join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('names in a row', () => {
  it.each([
    ["İsrail, Suriye ve Lübnan'daki hedefleri vurdu.", 'ISR>SYR+LBN ASSAULT'],
    ["Türkiye, Irak ve Suriye'nin kuzeyindeki PKK hedeflerini vurdu.", 'TUR>PKK ASSAULT'],
    ["İsrail, Lübnan ve Suriye'yi bombaladı.", 'ISR>LBN+SYR ASSAULT'],
  ])('a list that says where stands behind the comma of the subject: %s', async (text, expected) => {
    expect(await told(text, 'tr')).toEqual([expected]);
  });

  it('a participle that looks like a noun in the ablative has the doer behind it', async () => {
    expect(await told("İran'ın teklifini reddeden Irak, Suriye'yle anlaştı.", 'tr')).toContain('IRQ>IRN REJECT');
  });

  it('one word may name two sides', async () => {
    expect(await told('Завершились совместные российско-белорусские учения.', 'ru')).toEqual(['RUS+BLR> COOPERATE']);
  });
});
