import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string): Promise<string[]> {
  const record = { id: 'x', text, language: 'en', published: '2024-09-10' };
  const { events } = await workbench.codeRecord({ at: 'x', record }, { language: 'en' });
  const codes = (list: readonly { code: string }[]): string => list.map(({ code }) => code).join(' ');
  return events.map(({ type, actor, recipient }) => `${type} ${codes(actor)} > ${codes(recipient)}`);
}

describe('verbs in a row behind one perfect', () => {
  it.each([
    [
      "Egypt has freed four Hamas men, opened the Rafah crossing and invited the movement's leaders.",
      ['RETREAT EGY > HAMAS', 'AGREE EGY > HAMAS'],
    ],
    ['The Russians had shelled Gori, sunk Georgia’s navy at Poti and left.', ['ASSAULT RUS > GEO']],
  ])('have the subject of the first: %s', async (text, events) => {
    expect(await told(text)).toEqual(expect.arrayContaining(events));
  });
});

describe('an opening participle', () => {
  it('keeps its object where the verb behind the comma has a subject of its own', async () => {
    const text = 'Having visited Saudi Arabia and Egypt, Xi Jinping travelled on to Iran on Friday.';
    expect((await told(text)).sort()).toEqual(['CONSULT CHN > IRN', 'CONSULT CHN > SAU EGY']);
  });

  it('is no subject where somebody says it', async () => {
    expect(await told('Saudi Arabia has expelled the Iranian ambassador, Riyadh said.')).toEqual([
      'SANCTION SAU > IRN',
    ]);
  });
});
