import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench();

async function record(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'en', published: '2016-11-20' });
  return events.map(({ type, actor, recipient }) => {
    const codes = [actor, recipient].map((side) => side.map((one) => one.code).join('+'));
    return `${codes.join('>')} ${type}`;
  });
}

describe('who says "we" in a statement', () => {
  it.each([
    [
      'its title',
      'Statement by Secretary of State John Kerry\n\nWe thank Jordan for hosting refugees.',
      'USA>JOR SUPPORT',
    ],
    ['a state by name', 'Norway deplores the fighting. We call on the Taliban to stop.', 'NOR>TALIBAN REQUEST'],
    ['whoever issued it', 'Germany’s foreign ministry issued a statement. We call on Iran to stop.', 'DEU>IRN REQUEST'],
  ])('%s: %s', async (_, text, expected) => expect(await record(text)).toContain(expected));

  it('nobody whom the sentence before only names', async () =>
    expect(await record('Iran held an election. We will not allow Hezbollah to keep its tunnels.')).toEqual([]));
});
