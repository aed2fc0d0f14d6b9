import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, plainRelation, readConllu } from '../src/language/conllu.ts';
import { fromWebTreebank } from './web-treebank.ts';

/** A treebank sentence in columns; heads count from 1, 0 is the root; relations without the subtypes we drop. */
export interface Tree {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly text: string | undefined;
  /** Annotation style, 0 where all training data are of one. */
  readonly style: number;
}

export function treebankFolder(): string {
  return process.env['CHANCERY_UD'] ?? '../shared/ud';
}

export function hasTreebanks(): boolean {
  return existsSync(treebankFolder());
}

/** Reads `<language>/<name>.conllu.gz`, in UD; sentences with a broken tree are left out. */
export function readTreebank(path: string, style = 0): Tree[] {
  const bytes = readFileSync(join(treebankFolder(), `${path}.conllu.gz`));
  const trees = readConllu(gunzipSync(bytes).toString('utf8'))
    .map((sentence) => toTree(sentence, style))
    .filter(isSound);
  if (path.endsWith('tr_gweb')) return trees.map(fromWebTreebank);
  return path.startsWith('tr/') ? trees.map(markPassives) : trees;
}

function toTree({ words, others }: ConlluSentence, style: number): Tree {
  const text = others.find((line) => line.text.startsWith('# text = '));
  return {
    forms: words.map((word) => word.form),
    lemmas: words.map((word) => word.lemma),
    upos: words.map((word) => word.upos),
    xpos: words.map((word) => word.xpos),
    feats: words.map((word) => word.feats),
    heads: words.map((word) => word.head),
    deprels: words.map((word) => plainRelation(word.deprel)),
    text: text?.text.slice(9),
    style,
  };
}

/**
 * Turkish treebanks show the passive on the verb only. Its subject becomes nsubj:pass, and in "X tarafından" X becomes the
 * verb's obl:agent with tarafından as its case, as in the other languages.
 */
export function markPassives(tree: Tree): Tree {
  const heads = [...tree.heads];
  const deprels = [...tree.deprels];
  const passive = (head: number): boolean => head > 0 && /Voice=\w*Pass/.test(tree.feats[head - 1]!);
  for (const [i, head] of tree.heads.entries()) {
    if (!passive(head)) continue;
    if (deprels[i] === 'nsubj') deprels[i] = 'nsubj:pass';
    if (deprels[i] !== 'obl' || !/^taraf[ıi]ndan$/i.test(tree.forms[i]!)) continue;
    const owner = tree.heads.lastIndexOf(i + 1, i - 1);
    if (owner < 0) continue;
    heads[owner] = head;
    deprels[owner] = 'obl:agent';
    heads[i] = owner + 1;
    deprels[i] = 'case';
    for (const [k, above] of tree.heads.entries()) if (above === i + 1 && k !== owner) heads[k] = owner + 1;
  }
  return { ...tree, heads, deprels };
}

function isSound(tree: Tree): boolean {
  const n = tree.heads.length;
  return (
    n > 0 && tree.heads.every((head) => head >= 0 && head <= n) && tree.heads.filter((head) => head === 0).length === 1
  );
}

export function countTokens(trees: readonly Tree[]): number {
  return trees.reduce((sum, tree) => sum + tree.forms.length, 0);
}
