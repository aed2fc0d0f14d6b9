import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

describe('a clash', () => {
  it.each([
    ['en', 'A skirmish between Chadian and Libyan troops near Aouzou left two dead.', 'LBY+TCD'],
    ['en', 'Thai soldiers clashed with Cambodian soldiers.', 'KHM+THA'],
    ['ru', 'Бои между армиями Эритреи и Эфиопии продолжаются.', 'ERI+ETH'],
    ['tr', 'Kırgız ve Tacik askerleri sınırda çatıştı.', 'KGZ+TJK'],
  ])('is fought by each side against the other: %s: %s', async (language, text, both) => {
    const { events } = await openWorkbench().codeText({ text, language });
    const codes = (list: readonly { readonly code: string }[]): string =>
      [...new Set(list.map(({ code }) => code))].sort().join('+');
    expect(events.map(({ type, actor, recipient }) => [type, codes(actor), codes(recipient)])).toEqual([
      ['ASSAULT', both, both],
    ]);
  });
});
