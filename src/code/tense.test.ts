import { describe, expect, it } from 'vitest';
import { Workbench } from '../app/workbench.ts';
import { tenseIn } from './tense.ts';
import type { Sight } from './type/type-features.ts';

/** What the first word with this form says of when. */
async function tenseOf(language: string, text: string, form: string): Promise<string> {
  let found = '';
  const judge = ({ tree }: Sight): [] => {
    const at = tree.form.indexOf(form);
    if (at >= 0) found ||= tenseIn(tree, at);
    return [];
  };
  const settler = { types: { judge }, settle: () => ({ why: '' }), around: () => undefined };
  await new Workbench(undefined, () => settler).codeText({ text, language });
  return found;
}

describe('the tense of an act', () => {
  it.each([
    ['en', 'Twice a year the United States and South Korea hold joint exercises.', 'hold', 'ownPres_often'],
    ['en', 'Russia bombed Aleppo on Tuesday.', 'bombed', 'ownPast_day'],
    ['en', 'Russia bombs Aleppo', 'bombs', 'ownPres_headline'],
    ['en', 'Russia has bombed Aleppo.', 'bombed', 'ownPres+have_prose'],
    ['en', 'Egypt often summons the envoy of Israel, but it expelled him.', 'expelled', 'ownPast_prose'],
    ['ru', 'Каждый год Россия и Китай проводят совместные учения.', 'проводят', 'ownPresImp_often'],
    ['ru', 'Двое граждан Турции были задержаны в Греции в мае.', 'задержаны', 'ownPast+быть_day'],
    ['tr', "Türkiye her yıl Suriye'ye yardım gönderir.", 'gönderir', 'ownPresHab_often'],
    ['tr', "Rusya salı günü Ukrayna'yı vurduğunu açıkladı.", 'vurduğunu', 'abovePastPerf_day'],
  ])('is told with the manner of its clause, %s: %s', async (language, text, form, tense) => {
    expect(await tenseOf(language, text, form)).toBe(tense);
  });

  it('is that of a full sentence where a quotation closes behind the stop', async () => {
    expect(await tenseOf('en', '“Israel bombed Gaza.”', 'bombed')).toBe('ownPast_prose');
  });
});
