import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench();

async function meant(text: string, word: string): Promise<string> {
  const { mentions } = await workbench.codeText({ text, language: 'ru', published: '2024-10-14' });
  const found = mentions.flat().findLast((one) => one.text === word);
  return found?.actors.map(({ code }) => code).join('+') ?? 'nobody';
}

describe('what points back in Russian', () => {
  it.each([
    ['США возложили ответственность на Иран, тот назвал обвинение вздором.', 'тот', 'IRN'],
    ['НАТО обвинила Милошевича. Через неделю тот принял план НАТО.', 'тот', 'YUG'],
    ['Тот, кто бомбит Грузию, пожалеет.', 'Тот', 'nobody'],
    ['В тот день Россия обвинила Грузию.', 'тот', 'nobody'],
    ['Николя Саркози прибыл в Москву. Россия начала войну, и Грузия разорвала с ней отношения.', 'ней', 'RUS'],
    ['Лидеры альянса пригласили в свои ряды Хорватию.', 'альянса', 'NATO'],
    ['ООН промолчала. Лидеры альянса пригласили в свои ряды Хорватию.', 'альянса', 'NATO'],
    ['Россия запретила ввоз молдавских вин.', 'молдавских', 'MDA'],
    ['Французское вино подорожало.', 'Французское', 'nobody'],
    ['Путин прибыл в Пекин. Президенты подписали заявление.', 'Президенты', 'RUS+CHN'],
    ['Глава МИД Турции посетил Египет. Министры обсудили торговлю.', 'Министры', 'TUR+EGY'],
    ['Путин прибыл в Пекин. Министры Казахстана подписали заявление.', 'Министры Казахстана', 'KAZ'],
    ['Партии создали альянс и победили в Молдавии.', 'альянс', ''],
  ])('%s %s: %s', async (text, word, expected) => {
    expect(await meant(text, word)).toBe(expected);
  });
});
