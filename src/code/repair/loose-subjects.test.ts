import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';
import type { Participant } from '../../model/index.ts';

const workbench = openWorkbench(undefined, 'rule');
const codes = (list: readonly Participant[]): string => list.map((one) => one.code).join('+');

describe('subjects that the parser hangs elsewhere', () => {
  it.each([
    [
      '30 мая 2005 года Сергей Лавров и его грузинская коллега Саломе Зурабишвили подписали совместное заявление.',
      'RUS+GEO SUPPORT',
    ],
    ['В августе Макрон принял Зарифа, которого США тремя неделями ранее внесли в чёрный список.', 'USA SANCTION IRN'],
    ['24 марта НАТО начала бомбардировки Югославии.', 'NATO ASSAULT YUG'],
    ['Россия возобновила обстрелы Харькова.', 'RUS ASSAULT UKR'],
  ])('%s', async (text, expected) => {
    const { events } = await workbench.codeText({ text, language: 'ru', published: '2020-03-01' });
    expect(events.map((one) => `${codes(one.actor)} ${one.type} ${codes(one.recipient)}`.trim())).toContain(expected);
  });
});
