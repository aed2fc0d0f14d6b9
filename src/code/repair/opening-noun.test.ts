import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string): Promise<string[]> {
  const record = { id: 'x', text, language: 'en', published: '2023-09-10' };
  const { events } = await workbench.codeRecord({ at: 'x', record }, { language: 'en' });
  const codes = (list: readonly { code: string }[]): string => list.map(({ code }) => code).join(' ');
  return events.map(({ type, actor, recipient }) => `${type} ${codes(actor)} > ${codes(recipient)}`);
}

describe('a gerund that opens the sentence', () => {
  it.each([
    ['Shelling by Russian forces killed two people in Kherson.', 'ASSAULT RUS > UKR'],
    ['Fighting between Sudan’s army and the Rapid Support Forces continued.', 'ASSAULT SDN RSF > '],
  ])('is the subject of the verb behind it: %s', async (text, event) => expect(await told(text)).toContain(event));

  it('is none where the verb has a subject of its own', async () => {
    expect(await told('Speaking in Ankara Erdogan condemned Israel.')).toEqual(['ACCUSE TUR > ISR']);
  });
});
