import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench();

async function blamed(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'en', published: '2016-11-20' });
  return events
    .filter(({ type, recipient }) => type === 'ACCUSE' && recipient.length > 0)
    .map(({ actor, recipient }) => `${actor.map((one) => one.code)}>${recipient.map((one) => one.code)}`);
}

describe('who is blamed for a deed', () => {
  it.each([
    ['whom it hit', 'Italy condemned the attack on Israel.', []],
    ['where it was done', 'Denmark strongly condemned the terrorist attacks in Kenya.', []],
    ['whom a genitive names', 'Poland condemned the invasion of Georgia.', []],
    ['whom sanctions hit', 'Japan criticised the Iran sanctions.', []],
    ['who did it', 'Spain condemned the Russian strikes on Kyiv.', ['ESP>RUS']],
    ['who did it, behind it', 'Poland condemned the shelling of Georgia by Russia.', ['POL>RUS']],
    ['whose it was', 'Spain condemned the attacks of Hezbollah on Israel.', ['ESP>HEZBOLLAH']],
    ['who has claimed it', 'Denmark condemned the attack in Kenya, claimed by Al-Shabaab.', ['DNK>SHABAAB']],
    ['whom somebody accuses of it', 'Kenya accused Rwanda of an attack on Congo.', ['KEN>RWA']],
    ['initials that impose', 'The EU criticised US sanctions against Cuba.', ['EU>USA']],
  ])('%s: %s', async (_, text, expected) => expect(await blamed(text)).toEqual(expected));
});

describe('whose strikes are meant', () => {
  it('the last striker’s, where they are known already', async () => {
    const text = 'Israeli jets bombed a depot in Syria. The strikes killed three soldiers near Damascus.';
    const rules = openWorkbench(undefined, 'rule');
    const { events } = await rules.codeText({ text, language: 'en', published: '2016-11-20' });
    expect(events.map(({ actor, recipient }) => `${actor[0]?.code}>${recipient[0]?.code}`)).toEqual([
      'ISR>SYR',
      'ISR>SYR',
    ]);
  });
});
