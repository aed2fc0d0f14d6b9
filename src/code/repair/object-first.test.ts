import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

async function told(text: string): Promise<string[]> {
  const { events } = await workbench.codeText({ text, language: 'ru', published: '2020-03-10' });
  const codes = (list: (typeof events)[number]['actor']): string => list.map(({ code }) => code).join('+');
  return events.map(({ actor, recipient, type }) => `${codes(actor)}>${codes(recipient)} ${type}`);
}

describe('an object that opens the clause, with its subject behind the verb', () => {
  it.each([
    ['Россию обвинила Эстония.', 'EST>RUS ACCUSE'],
    ['Палестину признала Швеция.', 'SWE>PSE SUPPORT'],
    ['Турецкий самолёт сбила Сирия.', 'SYR>TUR ASSAULT'],
    ['Американский беспилотник сбили хуситы.', 'HOUTHIS>USA ASSAULT'],
    ['Греческий танкер захватил Иран.', 'IRN>GRC COERCE'],
    ['Нарендру Моди с победой на выборах поздравил премьер Пакистана.', 'PAK>IND SUPPORT'],
    ['Венгрию призвал к порядку глава Еврокомиссии.', 'EU>HUN REQUEST'],
    ['Дипломатические отношения с Ираном разорвали Бахрейн и Судан.', 'BHR+SDN>IRN SANCTION'],
  ])('%s', async (text, expected) => {
    expect(await told(text)).toEqual([expected]);
  });

  it.each([
    ['Россия обвинила Эстонию.', 'RUS>EST ACCUSE'],
    ['Иранские войска обстреляли Ирак.', 'IRN>IRQ ASSAULT'],
    ['Чехия выслала российских дипломатов.', 'CZE>RUS SANCTION'],
    ['Перу обвинило Чили в шпионаже.', 'PER>CHL ACCUSE'],
  ])('leaves a subject that opens it where it is: %s', async (text, expected) => {
    expect(await told(text)).toContain(expected);
  });
});
