import { describe, expect, it } from 'vitest';
import { Workbench } from '../../app/workbench.ts';
import type { Sight } from '../type/type-features.ts';

/** Lemma and tense of every verb of an English text as the coder reads it. */
async function verbsOf(text: string): Promise<string[]> {
  const found: string[] = [];
  const judge = ({ tree }: Sight): [] => {
    const verbs = tree.tokens.filter(({ upos }) => upos === 'VERB');
    found.push(...verbs.map(({ lemma, feats }) => `${lemma} ${feats['Tense']}`));
    return [];
  };
  const settler = { types: { judge }, settle: () => ({ why: '' }), around: () => undefined };
  await new Workbench(undefined, () => settler).codeText({ text, language: 'en' });
  return found;
}

describe('a past form that the tagger has not learnt', () => {
  it.each([
    ['The United States froze the assets of Iran.', 'freeze Past'],
    ['Russian soldiers struck Kyiv.', 'strike Past'],
    ['Ukrainian troops retook Kherson.', 'retake Past'],
    ['North Korea test-fired seven missiles.', 'fire Past'],
  ])('has the lemma and the tense of its verb: %s', async (text, verb) => expect(await verbsOf(text)).toContain(verb));

  it.each([
    ['Turkish soldiers hit Aleppo.', 'hit'],
    ['Israel feeds Gaza.', 'feed Pres'],
  ])('is none where the form shows no tense: %s', async (text, verb) => {
    expect((await verbsOf(text)).join(', ')).toContain(verb);
  });
});
