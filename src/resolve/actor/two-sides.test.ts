import { expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

it.each([
  ['tr', 'Azerbaycan, Karabağ’da operasyon başlattı. Rusya taraflara çağrı yaptı.', 'taraflara', 'AZE+NKR'],
  [
    'tr',
    'Venezuela Kolombiya ile ilişkilerini kesti. Ekvador iki ülke arasında arabuluculuk yapmayı teklif etti.',
    'iki ülke',
    'VEN+COL',
  ],
  [
    'tr',
    'Türkiye ile İran anlaştı. Türkiye, iki ülke arasındaki ticaretin artmasını istedi.',
    'iki ülke arasındaki',
    'TUR+IRN',
  ],
  [
    'tr',
    'Irak güçleri petrol sahalarını peşmergeden geri aldı. ABD, iki tarafa çağrıda bulundu.',
    'iki tarafa',
    'IRQ+PESHMERGA',
  ],
  ['ru', 'Иракские силы выбили пешмерга из Киркука. США призвали обе стороны к миру.', 'обе стороны', 'IRQ+PESHMERGA'],
  [
    'en',
    'Iraqi forces took the oil fields from the peshmerga. The United States urged both sides to talk.',
    'both sides',
    'IRQ+PESHMERGA',
  ],
  ['en', 'Iran and Iraq traded fire. Ankara called on both sides to stop.', 'both sides', 'IRN+IRQ'],
])(
  '%s: who calls on the two sides is none of them, a movement may be one: %s',
  async (language, text, phrase, codes) => {
    const { mentions } = await workbench.codeText({ text, language, published: '2017-10-18' });
    const found = mentions.flat().findLast((one) => phrase.startsWith(one.text) || one.text.startsWith(phrase));
    expect(found?.actors.map(({ code }) => code).join('+')).toBe(codes);
  },
);
