import { describe, expect, it } from 'vitest';
import { readSuffixes } from './suffix-chain.ts';

const cut = (form: string): string => {
  const { stem, suffixes } = readSuffixes(form);
  return [stem, ...suffixes].join('-');
};

describe('suffix chains', () => {
  it('are the same whatever the vowels before them', () => {
    expect(cut('yapacağını')).toBe('yAp-ACAK-InI');
    expect(readSuffixes('geleceğini').suffixes).toEqual(readSuffixes('yapacağını').suffixes);
    expect(readSuffixes('kollarında').suffixes).toEqual(readSuffixes('ellerinde').suffixes);
  });

  it('leave a stem', () => {
    expect(cut('edildi')).toBe('AD-Il-DI');
    expect(cut('su')).toBe('sI');
    expect(cut('')).toBe('');
  });

  it('of a name stand behind its apostrophe, and its stem is that of the bare name', () => {
    expect(readSuffixes("ankara'da").suffixes).toEqual(['DA']);
    expect(readSuffixes("ankara'da").stem).toBe(readSuffixes('ankara').stem);
  });
});
