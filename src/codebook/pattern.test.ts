import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../model/index.ts';
import { parsePattern, printPattern } from './pattern.ts';

const word = fc.stringMatching(/^[a-zа-яçğış]{2,8}\*?$/);
const slot = fc.oneof(
  fc.constantFrom('subj', 'obj', 'poss', 'none', 'acc', 'ins'),
  fc.stringMatching(/^[a-zа-я]{2,6}$/).map((w) => w),
  fc.tuple(fc.stringMatching(/^[a-zа-я]{2,6}$/), fc.constantFrom('acc', 'dat', 'ins')).map(([w, c]) => `${w}+${c}`),
);
const slots = fc.array(slot, { minLength: 1, maxLength: 3 }).map((list) => list.join('|'));

describe('patterns', () => {
  it('are printed as they are read', () => {
    const pattern = fc
      .record({
        head: fc.tuple(
          fc.array(fc.stringMatching(/^[a-zа-я]{2,9}$/), { minLength: 1, maxLength: 3 }),
          fc.constantFrom('', '.V', '.N', '.A'),
        ),
        companions: fc.array(word, { maxLength: 2 }),
        exclusions: fc.array(word, { maxLength: 1 }),
        object: fc.constantFrom('', ' [sanctions]'),
        actor: fc.option(slots, { nil: undefined }),
        recipient: fc.option(slots, { nil: undefined }),
        mutual: fc.constantFrom('', ' ~'),
      })
      .map(
        ({ head, companions, exclusions, object, actor, recipient, mutual }) =>
          head[0].join('|') +
          head[1] +
          companions.map((w) => ` +${w}`).join('') +
          exclusions.map((w) => ` -${w}`).join('') +
          object +
          (actor ? ` A:${actor}` : '') +
          (recipient ? ` R:${recipient}` : '') +
          mutual,
      );
    fc.assert(
      fc.property(pattern, (text) => {
        expect(printPattern(parsePattern(text, 'x:1'))).toBe(text);
      }),
    );
  });

  it.each([
    ['impose.V sanctions', 'data/patterns/en.tsv:7:10', '"sanctions"'],
    ['', 'data/patterns/en.tsv:7:1', 'the end'],
    ['impose.V R:', 'data/patterns/en.tsv:7:12', 'the end'],
    ['impose.V [open', 'data/patterns/en.tsv:7:10', '"[open"'],
  ])('an error in %j names file, line and column and what was found', (text, at, found) => {
    try {
      parsePattern(text, 'data/patterns/en.tsv:7');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ChanceryError);
      expect((error as ChanceryError).code).toBe('PATTERN_SYNTAX');
      expect((error as ChanceryError).detail).toMatchObject({ at, found });
    }
  });
});
