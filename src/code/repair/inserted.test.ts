import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'en' });
  const codes = (list: (typeof events)[number]['actor']): string => list.map(({ code }) => code).join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('what stands between a subject and its verb, or before both', () => {
  it.each([
    ['Poland, in a rare move, condemned Chad.', ['POL>TCD ACCUSE']],
    ['Poland, it seems, has condemned Chad.', ['POL>TCD ACCUSE']],
    ['Poland, according to officials, has condemned Chad.', ['POL>TCD ACCUSE']],
    ['Poland, Kenya said, has condemned Chad.', ['POL>TCD ACCUSE']],
    ['Poland, along with Kenya, condemned Chad.', ['POL+KEN>TCD ACCUSE']],
    ['Poland, which has long been at odds with Kenya, condemned Chad.', ['POL>TCD ACCUSE']],
    ['Poland has officially, and very angrily, condemned Chad.', ['POL>TCD ACCUSE']],
    ['Chad was again on Monday bitterly condemned by Poland.', ['POL>TCD ACCUSE']],
    ['Chad was, for the first time, condemned by Poland.', ['POL>TCD ACCUSE']],
    ['Poland condemned Chad, the noble Norway and old Kenya.', ['POL>TCD+NOR+KEN ACCUSE']],
    ['In a letter published on Monday, Poland condemned Chad.', ['POL>TCD ACCUSE']],
    ['Prices rose as Poland condemned Chad.', ['POL>TCD ACCUSE']],
    ['Officials from Poland and Kenya met with Chadian deputies.', ['POL+KEN+TCD> CONSULT']],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});
