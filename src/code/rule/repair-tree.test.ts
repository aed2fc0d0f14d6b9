import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodingTools } from '../../app/coding.ts';
import { languageCodes } from '../../app/language-shelf.ts';
import { openWorkbench } from '../../app/workbench.ts';
import { foldText, type Sentence, type Token } from '../../model/index.ts';
import { repairTree } from './repair-tree.ts';

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

describe.each(languageCodes())('repairs of trees in %s', (language) => {
  const { words, composer } = loadCodingTools(language, codebook);
  const rules = { ...words, composer, fold: foldText };

  it('leave every word a way up to the root', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        const { tokens } = repairTree(sentence, [], rules);
        for (let i = 0; i < tokens.length; i++) {
          let steps = 0;
          for (let at = i; at >= 0; at = tokens[at]!.head) expect(steps++).toBeLessThanOrEqual(tokens.length);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
