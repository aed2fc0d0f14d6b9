import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { caseShape } from './case-ending.ts';
import { turkish } from './index.ts';

const read = (path: string): Buffer => readFileSync(`data/${path}`);
const language: Language = turkish.create({
  model: read(turkish.files.model),
  abbreviations: read(turkish.files.abbreviations).toString('utf8'),
  closed: read(turkish.files.closed).toString('utf8'),
});

/** "word relation verb" for agents and patients. */
function roles(text: string): string[] {
  const tokens = language.analyse(language.tokenise(text, 0, text.length));
  return tokens.flatMap(({ form, deprel, head }) =>
    deprel === 'nsubj' || deprel === 'obj' ? [`${form} ${deprel} ${tokens[head]?.form}`] : [],
  );
}

describe('agents and patients of Turkish verbs', () => {
  it('find the subject behind the object', () => {
    expect(roles('Toplantıyı Ayşe yönetecek.')).toEqual(expect.arrayContaining(['Toplantıyı obj yönetecek']));
  });

  it('give a subject at the head of the sentence to its last verb', () => {
    expect(roles('Bakan, dün akşam yapılan toplantıda raporu inceledi.')).toEqual([
      'Bakan nsubj inceledi',
      'raporu obj inceledi',
    ]);
  });
});

describe('the end of a form', () => {
  it.each([
    ['cesedimi', 'my Acc'],
    ['tonunuzu', 'Acc'],
    ['arabayı', 'Acc'],
    ['evinin', 'Gen'],
    ['okulda', 'Loc'],
    ['kapısı', 'possessive'],
    ['su', 'su'],
  ])('of %s shows %s', (form, shape) => {
    expect(caseShape(form)).toBe(shape);
  });
});
