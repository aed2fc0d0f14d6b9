import { expect, it } from 'vitest';
import { endingsOf } from './ending-index.ts';
import type { Ending } from './match.ts';

const endings: readonly Ending[] = ['lar', 'da', '', 'r', 'ında', 'ar'].map((ending) => ({
  ending,
  replacement: '',
  wordClass: 'N',
}));

it('gives every ending a form ends in, in the order of the table', () => {
  for (const form of ['kitaplar', 'evinda', 'yanında', 'su', '']) {
    const all = endings.filter(({ ending }) => form.endsWith(ending));
    expect(endingsOf(endings, form).filter(({ ending }) => form.endsWith(ending))).toEqual(all);
  }
});
