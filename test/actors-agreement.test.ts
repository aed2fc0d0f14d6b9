import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementOf, type FirstText, type SecondText } from '../scripts/actors/agreement.ts';

type Rows<T> = readonly T[];
interface Proposal {
  readonly text: string;
  readonly nth?: number;
  readonly codes: readonly string[];
  readonly verdict: string;
}
interface Pooled {
  readonly id: string;
  readonly proposals: readonly Proposal[];
}

function read<T>(set: string, code: string): Rows<T> {
  const lines = readFileSync(`gold/actors/${set}.${code}.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

const keyOf = ({ text: words, nth = 1, codes }: Omit<Proposal, 'verdict'>): string => [words, nth, ...codes].join();

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
    const [texts, second] = [read<FirstText>('unseen', code), read<SecondText>('second', code)];
    expect(second.map(({ id }) => id)).toEqual(texts.map(({ id }) => id));
    expect(() => agreementOf(texts, second)).not.toThrow();
  });

  it.each(['en', 'ru', 'tr'])('scores no mention that a judge of all proposals found wrong or open (%s)', (code) => {
    const pool = new Map(read<Pooled>('pool', code).map(({ id, proposals }) => [id, proposals]));
    for (const { id, mentions } of read<FirstText>('unseen', code)) {
      const verdicts = new Map(pool.get(id)!.map((one) => [keyOf(one), one.verdict]));
      const scored = mentions.filter((one) => one.codes.length > 0 && !one.optional);
      expect(
        scored.map((one) => verdicts.get(keyOf(one))).filter((verdict) => verdict !== 'right'),
        id,
      ).toEqual([]);
    }
  });
});
