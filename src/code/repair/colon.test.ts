import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

describe('a headline in which somebody says before a colon what another did', () => {
  it.each([
    ['en', 'Erdogan: Israel bombs Gaza', 'ISR', 'TUR'],
    ['en', 'Kremlin: Ukraine shelled Belgorod', 'UKR', 'RUS'],
    ['ru', 'Эрдоган: Израиль обстрелял Газу', 'ISR', 'TUR'],
    ['ru', 'Анкара: Греция нарушила воздушное пространство', 'GRC', 'TUR'],
    ['tr', 'Erdoğan: İsrail Gazze’yi bombaladı', 'ISR', 'TUR'],
    ['tr', 'Rusya: Ukrayna Belgorod’u vurdu', 'UKR', 'RUS'],
  ])('is done by the other: %s: %s', async (language, text, doer, teller) => {
    const { events } = await workbench.codeText({ text, language, published: '2024-05-05' });
    const doers = events.flatMap(({ actor }) => actor.map(({ code }) => code));
    expect(doers).toContain(doer);
    expect(doers).not.toContain(teller);
  });

  it('is done by himself where he speaks of himself', async () => {
    const text = 'Erdoğan: İsrail ile anlaştık';
    const { events } = await workbench.codeText({ text, language: 'tr', published: '2022-08-17' });
    expect(events.flatMap(({ actor }) => actor.map(({ code }) => code))).toContain('TUR');
  });
});
