import { describe, expect, it } from 'vitest';
import { readings } from '../../../test/readings.ts';
import { listsIn } from './list-features.ts';
import { type Matter, matterOf } from './matter.ts';
import { proposals } from './proposals.ts';
import { bitsOf, type Side } from './sides.ts';

/** What is weighed of the first act of a text. */
async function matterIn(text: string, language: string): Promise<Matter> {
  const [first] = await readings(text, language);
  return matterOf(first!);
}

const names = (sides: readonly Side[], mask: number): string =>
  bitsOf(mask)
    .flatMap((k) => sides[k]!.codes)
    .sort()
    .join(' ');

const LISTED = [
  ['en', 'France, Germany and Britain urged Iran to free two scholars.', ['DEU FRA GBR']],
  ['en', 'Kuwait and Qatar lent Egypt and Jordan two billion dollars.', ['KWT QAT', 'EGY JOR']],
  ['en', 'Norway warned Sweden after Denmark had recalled its envoy.', []],
  ['ru', 'Франция, Германия и Италия призвали Иран освободить двух ученых.', ['DEU FRA ITA']],
  ['tr', 'Fransa, Almanya ve İtalya, İran’ı iki bilim insanını serbest bırakmaya çağırdı.', ['DEU FRA ITA']],
] as const;

describe('lists of names', () => {
  it.each(LISTED)('are read in %s: %s', async (language, text, expected) => {
    const { lists, sides } = await matterIn(text, language);
    expect(lists.map((list) => names(sides, list)).sort()).toEqual([...expected].sort());
  });

  it('are proposed as a whole, as doers and as those who bear it', async () => {
    const matter = await matterIn('Kuwait and Qatar lent Egypt and Jordan two billion dollars.', 'en');
    const proposed = proposals(matter).map(
      ({ actor, recipient }) => `${names(matter.sides, actor)} > ${names(matter.sides, recipient)}`,
    );
    expect(proposed).toContain('KWT QAT > EGY JOR');
    expect(proposed).toContain('EGY JOR > KWT');
    expect(new Set(proposed).size).toBe(proposed.length);
  });

  it.each([
    ['en', 'Fighting between Armenia and Azerbaijan went on.', 'ARM AZE > ARM AZE'],
    ['ru', 'Обмен пленными между Украиной и Россией состоялся.', 'RUS UKR > RUS UKR'],
    ['tr', 'Viyana’da ABD ile Rusya arasında casus takası yapıldı.', 'RUS USA > RUS USA'],
    ['ru', 'В результате теракта в Болгарии погибли израильские туристы.', ' > ISR'],
    ['ru', 'В результате теракта в Болгарии погибли израильские туристы.', ' > BGR ISR'],
    ['en', 'France proposed a plan to Russia after Georgia had lost the war.', 'FRA > GEO RUS'],
  ])('%s: %s may be %s', async (language, text, answer) => {
    const matters = (await readings(text, language)).map(matterOf);
    const proposed = matters.flatMap((matter) =>
      proposals(matter).map(({ actor, recipient }) =>
        [actor, recipient].map((mask) => names(matter.sides, mask)).join(' > '),
      ),
    );
    expect(proposed).toContain(answer);
  });

  it('are told apart by how an answer takes them: whole, in part, on both sides', async () => {
    const matter = await matterIn('France, Germany and Britain urged Iran to free two scholars.', 'en');
    const [list = 0] = matter.lists;
    const one = list & -list;
    const taken = (actor: number, recipient: number): string =>
      listsIn(matter, { actor, recipient, edit: '' }).slice(0, 1);
    expect([
      taken(list, 0),
      taken(one, 0),
      taken(0, list),
      taken(0, one),
      taken(one, list & ~one),
      taken(0, 0),
    ]).toEqual([...'AaRrs-']);
  });
});
