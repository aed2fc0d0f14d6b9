import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementOf, type FirstText, type SecondText } from '../scripts/actors/agreement.ts';

const text = 'Israel and Hamas spoke. Israel left.';
const israel = { text: 'Israel', codes: ['ISR'], kind: 'name' };
const hamas = { text: 'Hamas', codes: ['HAMAS'], kind: 'name', sector: 'REB' };

describe('agreement on mentions', () => {
  it('pairs by place and asks for the same codes', () => {
    const second: SecondText = {
      id: 'a',
      mentions: [
        { ...israel, nth: 2 },
        { ...hamas, kind: 'group' },
      ],
    };
    const sum = agreementOf([{ id: 'a', text, mentions: [israel, hamas] }], [second]);
    expect(sum).toEqual({ first: 2, second: 2, met: 1, kind: [0, 1], sector: [1, 1] });
  });

  it('compares with what the first reader wrote before the comparison', () => {
    const second: SecondText = { id: 'a', mentions: [israel, hamas], first: [israel] };
    expect(agreementOf([{ id: 'a', text, mentions: [israel, hamas] }], [second])).toMatchObject({ first: 1, met: 1 });
  });

  it.each(['en', 'ru', 'tr'])('has a second reading of every unseen text, its words verbatim (%s)', (code) => {
    const [texts, second] = ['unseen', 'second'].map((set) =>
      readFileSync(`gold/actors/${set}.${code}.jsonl`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ) as [FirstText[], SecondText[]];
    expect(second.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
    expect(() => agreementOf(texts, second)).not.toThrow();
  });
});
