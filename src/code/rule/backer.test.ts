import { expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

it.each([
  ['en', 'M23 rebels backed by Rwanda attacked Goma.', 'RWA'],
  ['en', 'Militias trained by Iran fired rockets at the US embassy.', 'IRN'],
  ['en', 'Iran-backed militias fired rockets at the US embassy in Baghdad.', 'IRN'],
  ['ru', 'Боевики, поддерживаемые Ираном, обстреляли базу США.', 'IRN'],
  ['tr', 'İran destekli milisler ABD üssüne saldırdı.', 'IRN'],
])('who stands behind the fighters does not attack himself: %s: %s', async (language, text, backer) => {
  const { events } = await workbench.codeText({ text, language, published: '2024-03-05' });
  const attackers = events.filter(({ type }) => type === 'ASSAULT').flatMap(({ actor }) => actor);
  expect(attackers.map(({ code }) => code)).not.toContain(backer);
});

it('still backs them', async () => {
  const text = 'Rwanda backed the M23 rebels.';
  const { events } = await workbench.codeText({ text, language: 'en', published: '2024-03-05' });
  expect(events.map(({ actor, recipient }) => [actor[0]?.code, recipient[0]?.code])).toEqual([['RWA', 'M23']]);
});
