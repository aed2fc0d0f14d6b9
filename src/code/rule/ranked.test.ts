import { describe, expect, it } from 'vitest';
import type { Mention } from '../../model/index.ts';
import { ranked } from './ranked.ts';

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
});
