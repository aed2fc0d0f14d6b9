import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';
import type { Event, Participant } from '../../model/index.ts';

const workbench = openWorkbench(undefined, 'rule');
const codes = (list: readonly Participant[]): string => list.map((one) => one.code).join('+');

async function code(text: string, published?: string): Promise<readonly Event[]> {
  return (await workbench.codeText({ text, language: 'en', published })).events;
}

const draw = (event: Event): string =>
  [codes(event.actor), event.type + (event.mode ? `/${event.mode}` : ''), codes(event.recipient), event.stance]
    .join(' ')
    .replace(/ +/g, ' ');

describe('the rule coder', () => {
  it.each([
    ['China condemned Western sanctions imposed on Russia.', 'CHN ACCUSE/disapprove WEST happened'],
    ['China condemned Western sanctions imposed on Russia.', 'WEST SANCTION/discontinue RUS happened'],
    ['China accused NATO and the United States of provoking Russia.', 'CHN ACCUSE/allege NATO+USA happened'],
    ['Xi Jinping visited Moscow in March 2023.', 'CHN CONSULT/visit RUS happened'],
    ['The foreign ministers of Iran and Turkey met in Baghdad on Monday.', 'IRN+TUR CONSULT happened'],
    ['Iran refused to meet the inspectors of the IAEA.', 'IRN REJECT/meet IAEA happened'],
    ['Germany will deliver howitzers to Ukraine.', 'DEU AGREE UKR planned'],
    ['Azerbaijan and Armenia accused each other of shelling.', 'AZE+ARM ACCUSE/allege AZE+ARM happened'],
    ['Germany urged Turkey to withdraw its troops.', 'DEU REQUEST/yield TUR happened'],
    ['Japan protested to Russia over the flight.', 'JPN ACCUSE/disapprove RUS happened'],
  ])('%s -> %s', async (text, expected) => {
    expect((await code(text)).map(draw)).toContain(expected);
  });

  it.each([
    ['a purpose', 'Xi Jinping visited Moscow to strengthen ties.', 'strengthen'],
    ['a plain negation', 'Russia and China are not establishing a military alliance.', 'establishing'],
    ['what was done once', 'Ankara could move the militants north, as Damascus once proposed to Turkey.', 'proposed'],
    ['what animals do', 'Crabs from China have infiltrated the river Thames.', 'infiltrated'],
    ['a figurative object', 'Qatar tapped the French bond market twice last year.', 'tapped'],
    ['a word that modifies another', 'The attack helicopter of the Polish army landed in Riga.', 'attack'],
  ])('%s is no event', async (_name, text, trigger) => {
    expect((await code(text)).filter((event) => event.trigger.text === trigger)).toEqual([]);
  });

  it('a place where talks are held is no party to them', async () => {
    const [event] = await code('Russia and the United States held talks in Geneva on Friday.');
    expect(event && codes(event.actor)).toBe('RUS+USA');
  });

  it('a second clause does not inherit the date of the first', async () => {
    const events = await code('In March 2023, Xi Jinping visited Moscow, while Putin traveled to Beijing for a forum.');
    expect(events.map((event) => event.when?.from ?? null)).toEqual(['2023-03-01', null]);
  });

  it('a deed inside somebody’s words carries the speaker, not the narrator', async () => {
    const events = await code('Putin said that Russia had assisted China in developing a warning system.');
    const aid = events.find((event) => event.trigger.text === 'assisted');
    expect(aid?.attribution?.speaker.name).toBe('Vladimir Putin');
  });

  it('every event names the line of data behind it', async () => {
    for (const event of await code('France condemned the attack and recalled its ambassador from Tehran.')) {
      expect(event.explanation[0]?.at).toMatch(/^data\/patterns\/en\.tsv:\d+$/);
    }
  });

  it('whom only the sentence before names has no place in the tree of this one', async () => {
    const before =
      'The timeline of events in the Islamist massacre Tuesday in Boston, Massachusetts, shows that Ali Rahmat’s name was announced on a public radio several times prior to President Barack Obama being briefed on the subject – and long before White House officials started to portray the apparent jihad shooting as a “feud”';
    const post =
      ' author="@Reader" datetime="2015-12-02">Scanner: Rahmat Ali – was acting nervous, left the building, 20 mins later shooting began</tweet>.';
    const text = `${before}\n${post}`;
    for (const event of await code(text))
      expect(text.slice(event.trigger.start, event.trigger.end)).toBe(event.trigger.text);
  });

  it('what is not coded says why', async () => {
    const { events, abstentions } = await workbench.codeText({ text: 'Somebody condemned Russia.', language: 'en' });
    expect(events).toEqual([]);
    expect(abstentions[0]?.why).toMatch(/no actor known/);
  });
});
