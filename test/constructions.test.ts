import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench();

async function record(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, published: '2023-11-10', language: 'en' });
  const codes = (list: readonly { readonly code: string }[]): string =>
    [...new Set(list.map((one) => one.code))].join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('who does what to whom in constructions that parsers misread', () => {
  it.each([
    ['a past tense read as a participle', 'Iranian border guards killed two Pakistani drivers.', ['IRN>PAK ASSAULT']],
    ['a headline’s participle stays passive', 'Two Ukrainian soldiers killed by Russian troops.', ['RUS>UKR ASSAULT']],
    ['an attitude is no passive', 'Spain was opposed to the independence of Kosovo.', ['ESP>XKX REJECT']],
    ['who receives stands behind the object', 'Turkey airlifted a field hospital to Libya.', ['TUR>LBY AID']],
    ['whom an infinitive concerns', 'Cyprus refused to answer Turkey on the map.', ['CYP>TUR REJECT']],
    [
      'who is addressed, not who is spoken of',
      'NATO warned China against sending aid to Russia.',
      ['NATO>CHN THREATEN'],
    ],
    ['a month is no march', 'Belarus opened an office in China on March 2.', []],
    ['manner is no act', 'The friendship of Russia with China has grown drill by drill.', []],
  ])('%s', async (_, text, expected) => {
    expect(await record(text)).toEqual(expected);
  });

  it('takes a decision that is only called so for the one told last', async () => {
    const told = 'The United States imposed sanctions on Turkey. Turkey condemned the decision.';
    expect(await record(told)).toContain('TUR>USA ACCUSE');
    expect(await record('Turkey condemned the decision.')).toEqual([]);
  });
});
