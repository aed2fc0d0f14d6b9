import { expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

it.each([
  ['Ukrayna güvenlik servisi, Rusya adına casusluk yapan bir subayı gözaltına aldı.', 'RUS'],
  ['Letonya güvenlik servisi, Rusya adına casusluk yapan bir memuru gözaltına aldı.', 'RUS'],
])('for whom somebody spied arrests nobody: %s', async (text, spiedFor) => {
  const { events } = await openWorkbench().codeText({ text, language: 'tr', published: '2023-05-05' });
  const arrests = events.filter(({ type }) => type === 'COERCE');
  expect(arrests).toHaveLength(1);
  expect(arrests[0]!.actor.map(({ code }) => code)).not.toContain(spiedFor);
});
