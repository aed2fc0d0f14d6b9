import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string, language: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language, published: '1999-02-18' });
  const codes = (list: readonly { readonly code: string }[]): string => list.map((one) => one.code).join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('a crowd that nobody names', () => {
  it('is of the place where it gathers', async () =>
    expect(await told('Protesters stormed the Greek embassy in Berlin.', 'en')).toEqual(['DEU>GRC PROTEST']));

  it.each([
    ['en', 'Protesters stormed the Greek embassy; in Berlin guards shot four people.'],
    ['tr', 'Göstericiler Yunan temsilciliklerini işgal etti; Berlin’de görevliler dört kişiyi öldürdü.'],
  ])('is not of a place behind a semicolon (%s)', async (language, text) => {
    expect((await told(text, language)).filter((one) => one.startsWith('DEU>'))).toEqual([]);
  });
});
