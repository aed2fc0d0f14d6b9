import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../src/app/language-shelf.ts';
import { withClosed } from '../src/language/engine/closed-words.ts';
import { parseTsv, type Token } from '../src/model/index.ts';

function tokensOf(language: string, text: string): Token[] {
  const shelf = languageOf(language);
  return shelf.analyse(shelf.tokenise(text, 0, text.length));
}

describe.each(['en', 'ru', 'tr'])('closed classes of %s', (language) => {
  const file = `data/words/${language}/closed.tsv`;
  const rows = parseTsv(readFileSync(file, 'utf8'), file, ['part', 'forms', 'example']);

  it.each(rows.map(({ fields }) => [fields['part']!, fields['example']!, fields['forms']!.split(' ')] as const))(
    '%s: %s',
    (part, example, forms) => {
      const found = tokensOf(language, example).filter((token) => token.upos === part);
      expect(found.map(({ form }) => form.toLowerCase()).filter((form) => forms.includes(form))).not.toEqual([]);
    },
  );
});

it.each([
  ['en', 'Abu Sayyaf gunmen abducted two Malaysian sailors off Sabah on Sunday.', 'gunmen', 'AUX'],
  ['en', 'Burundian soldiers beat back a night raid by the rebels.', 'beat', 'ADP'],
  ['ru', 'Дели отозвал посла из Исламабада.', 'Дели', 'PRON'],
  ['tr', 'Gana büyükelçisini geri çağırdı.', 'Gana', 'PRON'],
])('%s: in "%s" the word "%s" is no %s', (language, text, word, part) => {
  expect(tokensOf(language, text).find(({ form }) => form === word)!.upos).not.toBe(part);
});

it.each([
  ['The United States released frozen assets to Iran.', 'frozen', undefined],
  ['On Monday Ethiopia, which built the dam, accused Egypt of lying.', 'Ethiopia', undefined],
  ['On Monday Ethiopia, which built the dam, accused Egypt of lying.', 'accused', 'Fin'],
])('en: in "%s" the word "%s" is finite: %s', (text, word, finite) => {
  const { feats } = tokensOf('en', text).find(({ form }) => form === word)!;
  expect(feats['VerbForm'] === 'Fin' ? 'Fin' : undefined).toBe(finite);
});

it('says which line is of no closed class', () => {
  const text = 'part\tforms\texample\nNOUN\thouse\tA house.\n';
  const grammar = { lower: (form: string) => form } as Parameters<typeof withClosed>[0];
  expect(() => withClosed(grammar, text, 'here.tsv')).toThrow(
    expect.objectContaining({ code: 'CLOSED_PART', detail: expect.objectContaining({ at: 'here.tsv:2' }) }),
  );
});
