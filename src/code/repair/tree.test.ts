import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodingTools } from '../../app/coding.ts';
import { languageCodes } from '../../app/language-shelf.ts';
import { openWorkbench } from '../../app/workbench.ts';
import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { repairTellers } from './tellers.ts';
import { repairTree } from './tree.ts';

const { codebook } = openWorkbench(undefined, 'rule');
const FORMS = [
  'Iran',
  'said',
  'captured',
  'soldiers',
  ',',
  'and',
  'that',
  'by',
  'в',
  'солдат',
  'обвинил',
  'ile',
  'dedi',
];
const UPOS = ['NOUN', 'PROPN', 'VERB', 'ADJ', 'PUNCT', 'ADP', 'CCONJ', 'AUX'];
const DEPRELS = [
  'nsubj',
  'obj',
  'conj',
  'nmod',
  'acl',
  'advcl',
  'xcomp',
  'ccomp',
  'amod',
  'parataxis',
  'case',
  'cc',
  'punct',
];

/** Any tree: each word hangs on one drawn before it in a shuffled order. */
const sentences = fc
  .array(fc.tuple(fc.constantFrom(...FORMS), fc.constantFrom(...UPOS), fc.constantFrom(...DEPRELS), fc.nat(1000)), {
    minLength: 1,
    maxLength: 14,
  })
  .chain((words) => fc.tuple(fc.constant(words), fc.shuffledSubarray([...words.keys()], { minLength: words.length })))
  .map(([words, order]): Sentence => {
    let start = 0;
    const tokens = words.map(([form, upos, deprel, pick], i): Token => {
      const rank = order.indexOf(i);
      const head = rank === 0 ? -1 : order[pick % rank]!;
      const token = { start, end: start + form.length, form, lemma: form, upos, feats: {}, head };
      start += form.length + 1;
      return { ...token, deprel: head < 0 ? 'root' : deprel } as Token;
    });
    return { index: 0, block: 0, start: 0, end: start - 1, tokens };
  });

/** Every noun is somebody: the more repairs meet. */
function mentionsIn({ tokens }: Sentence): Mention[] {
  const actors = [{ id: 'iran', code: 'IRN', name: 'Iran' }];
  return tokens.flatMap(({ start, end, form, upos }, i): Mention[] =>
    upos === 'NOUN' || upos === 'PROPN'
      ? [{ start, end, text: form, first: i, last: i, head: i, kind: 'name', actors, why: '' } as unknown as Mention]
      : [],
  );
}

describe.each(languageCodes())('repairs of trees in %s', (language) => {
  const { words, composer } = loadCodingTools(language, codebook);
  const rules = { ...words, composer, fold: foldText };

  it('leave every word a way up to the root', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        const { tokens } = repairTree(sentence, mentionsIn(sentence), rules);
        for (let i = 0; i < tokens.length; i++) {
          let steps = 0;
          for (let at = i; at >= 0; at = tokens[at]!.head) expect(steps++).toBeLessThanOrEqual(tokens.length);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

type Row = readonly [form: string, upos: string, head: number, deprel: string, feats?: Record<string, string>];

function sentenceOf(rows: readonly Row[]): Sentence {
  let start = 0;
  const tokens = rows.map(([form, upos, head, deprel, feats = {}]): Token => {
    const token = { start, end: start + form.length, form, lemma: form, upos, feats, head, deprel } as Token;
    start = token.end + 1;
    return token;
  });
  return { index: 0, block: 0, start: 0, end: start - 1, tokens };
}

describe('a repair that would close a circle', () => {
  const { words, composer } = loadCodingTools('en', codebook);

  it('is left out: the second verb hangs on a verb that hangs on its subject', () => {
    const sentence = sentenceOf([
      ['opened', 'VERB', 3, 'acl'],
      [',', 'PUNCT', 3, 'punct'],
      ['and', 'CCONJ', 3, 'cc'],
      ['Palestinians', 'NOUN', 5, 'conj'],
      ['poured', 'VERB', 0, 'xcomp', { Tense: 'Past' }],
      ['streets', 'NOUN', -1, 'root'],
    ]);
    expect(repairTree(sentence, [], { ...words, composer, fold: foldText }).tokens.map(({ head }) => head)).toEqual(
      sentence.tokens.map(({ head }) => head),
    );
  });

  it('is none: a participle before a teller does not govern the noun that it hangs on', () => {
    const sentence = sentenceOf([
      ['Captured', 'VERB', 1, 'amod'],
      ['soldiers', 'NOUN', 4, 'nsubj'],
      [',', 'PUNCT', 4, 'punct'],
      ['witnesses', 'NOUN', 4, 'nsubj'],
      ['said', 'VERB', -1, 'root'],
    ]);
    expect(repairTellers(sentence)).toBe(sentence);
  });
});
