import { describe, expect, it } from 'vitest';
import type { Mention } from '../../model/index.ts';
import { mainActor, ranked } from './ranked.ts';

const named = (...codes: string[]): Mention[] => [{ actors: codes.map((code) => ({ code })) } as unknown as Mention];

describe('whom a text is about', () => {
  it('is told by the sentences that name him, not by how often one does', () => {
    const rankOf = ranked([
      named('ARM', 'AZE'),
      named('AZE'),
      named('AZE', 'RUS'),
      named('ARM'),
      [...named('IRN'), ...named('IRN')],
    ]);
    expect(['AZE', 'ARM', 'RUS', 'IRN'].map(rankOf)).toEqual([0, 1, 2, 2]);
  });

  it('tells nothing where all are named once', () => {
    const rankOf = ranked([named('ARM', 'AZE', 'RUS')]);
    expect(['ARM', 'AZE', 'RUS'].map(rankOf)).toEqual([0, 0, 0]);
  });

  it('is one actor that three sentences name at least, the first of several', () => {
    const twice = [named('ARM', 'AZE'), named('AZE', 'RUS'), named('ARM')];
    expect(mainActor(twice)).toBeUndefined();
    expect(mainActor([...twice, named('ARM', 'AZE')])).toBe('ARM');
  });
});
