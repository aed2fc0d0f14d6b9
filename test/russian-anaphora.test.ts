import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../src/app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

/** The codes of the last mention of a form. */
async function meant(text: string, form: string): Promise<string> {
  const { mentions } = await workbench.codeText({ text, published: '2025-11-14', language: 'ru' });
  const found = mentions.flat().findLast((mention) => mention.text === form);
  return found?.actors.map(({ code }) => code).join('+') ?? '';
}

describe('phrases that point back in Russian', () => {
  it.each([
    ['a republic is seldom Russia', 'Путин прилетел в Баку. Республика подала заявку.', 'Республика', 'AZE'],
    ['unless no other is named', 'Путин выступил в Кремле. Республика ждала.', 'Республика', 'RUS'],
    [
      'a ministry of the republic',
      'В Баку прочли ноту Москвы. Министерство обороны республики закрыло офис.',
      'Министерство обороны',
      'AZE',
    ],
    ['a woman is no Aleksei', 'Алексей Оверчук ждал в приёмной. Полиция задержала её.', 'её', ''],
    ['a thing named since', 'Выступил Исраэль Кац. Москва вывезла груз, чтобы превратить его в топливо.', 'его', ''],
    [
      'an envoy of the other of the two',
      'Россия и Азербайджан спорили. Баку обвинил Россию. Россия обвинила Азербайджан. Баку осудил Россию. Россия осудила Азербайджан. Москва вызвала посла Рахмана Ибрагимова.',
      'посла Рахмана Ибрагимова',
      'AZE',
    ],
    ['of several that nobody names', 'Иран ждал. Министры трёх европейских держав уехали.', 'Министры', ''],
    ['a surname of a town', 'Премьер-министр Японии Наото Кан приехал. Кан осудил визит.', 'Кан', 'JPN'],
    [
      'the same people by the same word',
      'Иран арестовал двух французских туристов. Суд ждал туристов.',
      'туристов',
      'FRA',
    ],
    ['a date is no movement', 'В Афинах 17 ноября начался суд.', '17 ноября', ''],
    ['seven years are no family', 'Россия ждала. Блогер получил семь лет.', 'семь', ''],
    ['a neighbour', 'Молдавия осталась без газа. Польша продала соседке газ.', 'соседке', 'MDA'],
    [
      'who gives the two sides something',
      'Россия и Польша спорили. Чехия передала документы сторонам.',
      'сторонам',
      'RUS+POL',
    ],
    ['whose planes', 'В Тегеране ждали США, чьи самолёты подошли.', 'самолёты', 'USA'],
  ])('%s', async (_, text, form, expected) => {
    expect(await meant(text, form)).toBe(expected);
  });
});
