import { expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

it.each([
  ['what is no longer done', 'Poland will no longer supply weapons to Ukraine.', ['POL>UKR REJECT']],
  ['what has yet to be done', 'Turkey has yet to deliver the trucks to Ukraine.', []],
  ['what somebody stops short of', 'The United States stopped short of sanctioning Iran’s central bank.', []],
  ['what somebody refrains from', 'Israel refrained from striking Iran’s nuclear sites.', []],
  ['what nearly happened', 'Russia nearly cut off gas to Moldova in October.', []],
  ['what is ruled out', 'France ruled out sending troops to Ukraine.', ['FRA>UKR REJECT']],
  ['sanctions that are not joined', 'Moldova is not going to join sanctions against Russia.', []],
  [
    'a hostile deed that is no longer done',
    'Israel will no longer bomb Lebanon, its minister said.',
    ['ISR>LBN CONCEDE'],
  ],
])('told as not done, or no longer: %s', async (_, text, wanted) => {
  const { events } = await workbench.codeText({ text, published: '2023-11-10', language: 'en' });
  const codes = (list: readonly { readonly code: string }[]): string => list.map((one) => one.code).join('+');
  expect(events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`)).toEqual(wanted);
});
