import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench();
const TEXT =
  'Штаб открыли в Тбилиси. В Батуми прошёл митинг. Из Поти ушли два судна. Президент Франции обвинил Россию. Москва промолчала. Так прошла неделя. Никто не отступал.';

async function police(sentence: string): Promise<string> {
  const { mentions } = await workbench.codeText({
    text: `${TEXT} ${sentence}`,
    language: 'ru',
    published: '2024-10-14',
  });
  const last = mentions.at(-1)!.find(({ first }) => first === 0);
  return last?.actors.map(({ code }) => code).join('+') ?? 'nobody';
}

describe('whose the police are deep in a text', () => {
  it.each([
    ['Полиция применила водомёты.', 'GEO'],
    ['Силы безопасности открыли огонь.', 'GEO'],
    ['Турецкая полиция применила водомёты.', 'TUR'],
    ['Пограничники открыли огонь.', ''],
  ])('%s %s', async (sentence, expected) => {
    expect(await police(sentence)).toBe(expected);
  });
});
