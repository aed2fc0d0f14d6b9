import { describe, expect, it } from 'vitest';
import { languageOf } from '../src/app/language-shelf.ts';

const english = languageOf('en');

/** The root of a sentence, its tag and its subject. */
function clause(text: string): string {
  const tokens = english.analyse(english.tokenise(text, 0, text.length));
  const root = tokens.findIndex((token) => token.head < 0);
  const subject = tokens.find((token) => token.head === root && token.deprel === 'nsubj');
  return `${subject?.form ?? '-'} ${tokens[root]?.form} ${tokens[root]?.upos}`;
}

describe('English clauses have a finite verb', () => {
  it.each([
    ["Taiwan's coast guard rescued eleven Chinese sailors from a sinking freighter.", 'guard rescued VERB'],
    ["Myanmar's army burned down a village in Sagaing.", 'army burned VERB'],
    ['Italian coast guards pulled 480 migrants from the sea on Friday.', 'guards pulled VERB'],
    ['Brussels slams Polish court ruling', 'Brussels slams VERB'],
    ['Kyiv crowds topple Lenin', 'crowds topple VERB'],
    ['Estonia to send howitzers to Kyiv', 'Estonia send VERB'],
  ])('%s', (text, expected) => {
    expect(clause(text)).toBe(expected);
  });

  it.each(['Three dead in coach crash on mountain road', 'Analysis: the limits of the Minsk format'])(
    'leaves a headline without a verb alone: %s',
    (text) => {
      const tokens = english.analyse(english.tokenise(text, 0, text.length));
      expect(tokens.filter((token) => token.upos === 'VERB')).toEqual([]);
    },
  );
});
