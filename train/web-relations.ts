import type { Tree } from './treebank.ts';

/** Relations of the Google web treebank under their UD names; those left out keep theirs. */
const RELATIONS: Readonly<Record<string, string>> = {
  p: 'punct',
  nn: 'nmod',
  poss: 'nmod',
  dobj: 'obj',
  iobj: 'obl',
  narg: 'obl',
  npadvmod: 'obl',
  tmod: 'obl',
  rcmod: 'acl',
  prt: 'advmod',
  mwe: 'compound',
  attr: 'compound',
  acomp: 'xcomp',
  num: 'nummod',
  number: 'nummod',
  predet: 'det',
  preconj: 'cc',
  clas: 'clf',
  neg: 'aux',
  remnant: 'orphan',
  pobj: 'obl',
  pcomp: 'advcl',
  prep: 'obl',
};

/** Coordination begins with its first member, a postposition hangs on its noun, and relations have their UD names. */
export function toUdTree(tree: Tree): Tree {
  const heads = [...tree.heads];
  const deprels = [...tree.deprels];
  turnPostpositions(heads, deprels);
  turnCoordinations(heads, deprels);
  deprels.forEach((deprel, i) => {
    const above = heads[i]! - 1;
    const nominal = above >= 0 && tree.upos[above] !== 'VERB';
    const found = RELATIONS[deprel] ?? deprel;
    deprels[i] = found === 'obl' && nominal ? 'nmod' : found;
    if (deprel === 'xcomp' && /Case=(?!Nom)/.test(tree.feats[i]!)) deprels[i] = 'ccomp';
    if (heads[i] === 0) deprels[i] = 'root';
    else if (deprels[i] === 'root') deprels[i] = 'parataxis';
  });
  return { ...tree, heads, deprels };
}

/** "ev için": için hung on the verb and ev on it; now ev hangs on the verb and için on ev. */
function turnPostpositions(heads: number[], deprels: string[]): void {
  heads.forEach((head, i) => {
    const above = head - 1;
    if ((deprels[i] !== 'pobj' && deprels[i] !== 'pcomp') || above < 0 || deprels[above] === 'pobj') return;
    heads[i] = heads[above]!;
    deprels[i] = deprels[above] === 'prep' || deprels[above] === 'root' ? deprels[i]! : deprels[above]!;
    if (heads[i] === 0) deprels[i] = 'root';
    heads[above] = i + 1;
    deprels[above] = 'case';
    heads.forEach((other, k) => {
      if (other === above + 1 && k !== i) heads[k] = i + 1;
    });
  });
}

/** Members before the last hung on it: the first takes its place, all others hang on the first. */
function turnCoordinations(heads: number[], deprels: string[]): void {
  for (let last = heads.length - 1; last >= 0; last--) {
    const members = heads.flatMap((head, i) => (head === last + 1 && deprels[i] === 'conj' && i < last ? [i] : []));
    const first = members[0];
    if (first === undefined) continue;
    heads[first] = heads[last]!;
    deprels[first] = deprels[last]!;
    for (const i of [...members.slice(1), last]) {
      heads[i] = first + 1;
      deprels[i] = 'conj';
    }
    heads.forEach((head, i) => {
      if (head === last + 1 && i < first) heads[i] = first + 1;
    });
  }
}
