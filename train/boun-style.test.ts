import { describe, expect, it } from 'vitest';
import { asBoun } from './boun-style.ts';
import type { Tree } from './treebank.ts';
import { fromWebTreebank } from './web-treebank.ts';

/** One word a line: form, lemma, universal tag, tag, feats, head, relation. */
function treeOf(text: string): Tree {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const column = (at: number): string[] => rows.map((row) => row[at]!);
  return {
    forms: column(0),
    lemmas: column(1),
    upos: column(2),
    xpos: column(3),
    feats: column(4),
    heads: column(5).map(Number),
    deprels: column(6),
    text: undefined,
    style: 2,
  };
}

const FINITE = 'Polarity=Pos|Tense=Past|VerbForm=Fin';

describe('other treebanks in the style of BOUN', () => {
  it('makes verbs of participles, verbal nouns and converbs, with tense, polarity, voice and case', () => {
    const [tree] = asBoun(
      [
        treeOf(`gelmeyen gel ADJ _ _ 2 acl
        yapılacağını yap NOUN _ Case=Acc|Number=Sing 5 ccomp
        görüp gör ADV _ _ 5 advcl
        vermek ver NOUN _ Case=Nom 5 xcomp
        geldi gel VERB _ ${FINITE} 0 root
        yaptı yap VERB _ ${FINITE} 5 conj
        verdi ver VERB _ ${FINITE} 5 conj
        gördü gör VERB _ ${FINITE} 5 conj`),
      ],
      1,
    );
    expect(tree!.upos.slice(0, 4)).toEqual(['VERB', 'VERB', 'VERB', 'VERB']);
    expect(tree!.feats.slice(0, 4)).toEqual([
      'Polarity=Neg|Tense=Pres|VerbForm=Part',
      'Aspect=Imp|Case=Acc|Number=Sing|Polarity=Pos|Tense=Fut|VerbForm=Part|Voice=Pass',
      'Polarity=Pos|VerbForm=Conv',
      'Case=Nom|Polarity=Pos|VerbForm=Vnoun',
    ]);
  });

  it('leaves nouns that only look like a form of a verb', () => {
    const [tree] = asBoun(
      [
        treeOf(`kızlar kız NOUN _ Case=Nom|Number=Plur 2 nsubj
        kızdı kız VERB _ ${FINITE} 0 root`),
      ],
      1,
    );
    expect(tree!.upos[0]).toBe('NOUN');
  });

  it('hangs "etti" on what is done, and gives other phrases the relation of their case', () => {
    const [light, fixed] = asBoun(
      [
        treeOf(`Ali ali PROPN _ Case=Nom 3 nsubj
        yardım yardım NOUN _ Case=Nom 3 compound
        etti et VERB _ ${FINITE} 0 root`),
        treeOf(`Ali ali PROPN _ Case=Nom 4 nsubj
        konuyu konu NOUN _ Case=Acc 4 obj
        ele el NOUN _ Case=Dat 4 compound
        aldı al VERB _ ${FINITE} 0 root`),
      ],
      1,
    );
    expect(light!.heads).toEqual([2, 0, 2]);
    expect(light!.deprels).toEqual(['nsubj', 'root', 'compound']);
    expect(fixed!.heads).toEqual([4, 4, 4, 0]);
    expect(fixed!.deprels).toEqual(['nsubj', 'obj', 'obl', 'root']);
  });

  it('joins the groups of the web treebank, begins a coordination with its first member, hangs a postposition on its noun', () => {
    const tree = fromWebTreebank(
      treeOf(`ev ev NOUN NN Case=Bare 2 pobj
        için için ADP IN ComplementType=CBare 4 prep
        taş taş NOUN NN Case=Bare|PersonNumber=A3sg 4 dobj
        aldı al VERB VB TenseAspectMood=Past|PersonNumber=V3sg 6 conj
        ve ve CONJ CC _ 6 cc
        sat sat VERB VB Polarity=Pos 7 ig
        ılmadı _ VERB VB Derivation=Pass|Polarity=Neg|TenseAspectMood=Past|PersonNumber=V3sg 0 root`),
    );
    expect(tree.forms).toEqual(['ev', 'için', 'taş', 'aldı', 've', 'satılmadı']);
    expect(tree.heads).toEqual([4, 1, 4, 0, 6, 4]);
    expect(tree.deprels).toEqual(['obl', 'case', 'obj', 'root', 'cc', 'conj']);
    expect(tree.feats[5]).toBe('Aspect=Perf|Evident=Fh|Number=Sing|Person=3|Polarity=Neg|Tense=Past|Voice=Pass');
  });
});
