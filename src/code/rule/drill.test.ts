import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

describe('a drill', () => {
  it.each([
    ['en', 'Iran held a naval drill in the Strait of Hormuz.', 'IRN> MOBILIZE'],
    ['en', 'Egypt and Greece held an exercise.', 'EGY+GRC> COOPERATE'],
    ['en', 'Egypt held a joint exercise with Greece.', 'EGY+GRC> COOPERATE'],
    ['ru', 'Россия проводит учения в Балтийском море.', 'RUS> MOBILIZE'],
    ['ru', 'Россия провела учения с Белоруссией.', 'RUS+BLR> COOPERATE'],
    ['tr', "Yunanistan Ege'de tatbikat yaptı.", 'GRC> MOBILIZE'],
    ['tr', 'Türkiye ve Azerbaycan tatbikat düzenledi.', 'TUR+AZE> COOPERATE'],
  ])('of one side is a show of force, of two cooperation: %s: %s', async (language, text, expected) => {
    const { events } = await workbench.codeText({ text, language, published: '2016-05-05' });
    const codes = (list: (typeof events)[number]['actor']): string => list.map(({ code }) => code).join('+');
    expect(events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`)).toEqual([
      expected,
    ]);
  });
});
