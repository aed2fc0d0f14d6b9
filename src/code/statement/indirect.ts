import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';

/** Token sets of one attribution inside a sentence; the source may be missing. */
export interface Draft {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** Head token of the source phrase. */
  readonly speaker?: number;
}

export interface CueReader {
  readonly tree: SentenceTree;
  readonly cues: CueWords;
  readonly grammar: Grammar;
}

const CONTENT = ['ccomp', 'xcomp', 'csubj'];

/** Attributions that the tree shows: a cue verb with its clause, "according to …", a noun of saying with its clause. */
export function readIndirect(reader: CueReader): Draft[] {
  const { tree, cues } = reader;
  const drafts: Draft[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const upos = tree.upos(i);
    const draft =
      cues.has('according', tree.form[i]!) || cues.has('according', tree.lemma[i]!)
        ? readAccording(reader, i)
        : (upos === 'VERB' || upos === 'AUX') && cues.has('say', tree.lemma[i]!)
          ? readVerb(reader, i)
          : upos === 'NOUN' && cues.has('nominal', tree.lemma[i]!)
            ? readNoun(reader, i)
            : undefined;
    if (draft && draft.content.length > 0) drafts.push(draft);
  }
  return drafts;
}

/** All tokens under i, without those under the tokens of `without`. */
export function subtree(tree: SentenceTree, i: number, without: ReadonlySet<number> = new Set()): number[] {
  const found: number[] = [];
  const stack = [i];
  while (stack.length > 0) {
    const at = stack.pop()!;
    found.push(at);
    for (const c of tree.children[at]!) if (!without.has(c)) stack.push(c);
  }
  return found.sort((a, b) => a - b);
}

function readVerb(reader: CueReader, i: number): Draft | undefined {
  const { tree } = reader;
  const speaker = subjectOf(reader, i, 0);
  const source = speaker === undefined ? [] : phrase(tree, speaker);
  const clauses = tree.dependents(i, ...CONTENT);
  const cue = cueTokens(tree, i);
  const base = { source, cue, ...(speaker === undefined ? {} : { speaker }) };
  if (clauses.length > 0) {
    const conjuncts = clauses.flatMap((c) => subtree(tree, c));
    return { ...base, content: trim(tree, conjuncts) };
  }
  const governor = tree.head(i);
  if (tree.relation(i) === 'parataxis' && governor >= 0 && tree.form[governor] !== ':') {
    return { ...base, content: trim(tree, subtree(tree, governor, new Set([i]))) };
  }
  const after = tree.dependents(i, 'parataxis').filter((c) => c > i);
  if (after.length > 0) return { ...base, content: trim(tree, after.flatMap((c) => subtree(tree, c))) };
  const objects = tree.dependents(i, 'obj');
  if (objects.length > 0 && speaker !== undefined) {
    const obliques = tree.dependents(i, 'obl').filter((c) => c > i && tree.marker(c) !== undefined);
    return { ...base, content: trim(tree, [...objects, ...obliques].flatMap((c) => subtree(tree, c))) };
  }
  return undefined;
}

function subjectOf(reader: CueReader, i: number, climbed: number): number | undefined {
  const { tree, grammar } = reader;
  const own = tree.dependents(i, 'nsubj')[0];
  if (own !== undefined) {
    const relative = tree.relation(i) === 'acl:relcl' && grammar.has('relative', tree.form[own]!);
    return relative ? tree.head(i) : own;
  }
  if (tree.dependents(i, 'nsubj:pass').length > 0) return tree.dependents(i, 'obl:agent')[0];
  const governor = tree.head(i);
  if (governor < 0 || climbed > 4) return undefined;
  const relation = tree.relation(i);
  if (relation === 'acl') return governor;
  if (['conj', 'advcl', 'xcomp', 'parataxis'].includes(relation)) return subjectOf(reader, governor, climbed + 1);
  return undefined;
}

/** The noun phrase without relative clauses and appositions set off by commas are kept: they belong to the source. */
function phrase(tree: SentenceTree, head: number): number[] {
  const skip = new Set(tree.children[head]!.filter((c) => ['acl:relcl', 'cop', 'nsubj', 'parataxis', 'conj'].includes(tree.relation(c)) && tree.relation(c) !== 'conj'));
  return trim(tree, subtree(tree, head, skip));
}

function cueTokens(tree: SentenceTree, i: number): number[] {
  const extra = tree.dependents(i, 'aux', 'aux:pass', 'compound', 'advmod').filter((c) => Math.abs(c - i) <= 2 && tree.upos(c) !== 'PUNCT');
  return [...extra, i].sort((a, b) => a - b);
}

function readAccording({ tree }: CueReader, i: number): Draft | undefined {
  // UD: case(X, according) with fixed "to"
  const speaker = tree.relation(i) === 'case' || tree.relation(i) === 'mark' ? tree.head(i) : tree.dependents(i, 'obl', 'nmod', 'obj')[0];
  if (speaker === undefined || speaker < 0) return undefined;
  const top = tree.relation(i) === 'case' || tree.relation(i) === 'mark' ? speaker : i;
  const markers = new Set(tree.dependents(speaker, 'case'));
  const fixed = tree.children[i]!.filter((c) => ['fixed', 'case'].includes(tree.relation(c)));
  const source = trim(tree, subtree(tree, speaker, markers));
  const governor = tree.head(top);
  if (governor < 0) return undefined;
  return { speaker, source, cue: [i, ...fixed, ...markers].sort((a, b) => a - b).filter((c, k, all) => all.indexOf(c) === k), content: trim(tree, subtree(tree, governor, new Set([top]))) };
}

function readNoun({ tree }: CueReader, i: number): Draft | undefined {
  const clauses = tree.dependents(i, 'acl', 'ccomp').filter((c) => c > i && tree.dependents(c, 'mark', 'nsubj').length > 0);
  if (clauses.length === 0) return undefined;
  const speaker = tree.dependents(i, 'nmod:poss')[0];
  return { ...(speaker === undefined ? {} : { speaker }), source: speaker === undefined ? [] : subtree(tree, speaker), cue: [i], content: trim(tree, clauses.flatMap((c) => subtree(tree, c))) };
}

/** Drops punctuation at both ends. */
export function trim(tree: SentenceTree, tokens: readonly number[]): number[] {
  const sorted = [...new Set(tokens)].sort((a, b) => a - b);
  const isPoint = (i: number): boolean => /^[,.;:!?…—–-]+$/.test(tree.form[i]!);
  let first = 0;
  let last = sorted.length;
  while (first < last && isPoint(sorted[first]!)) first += 1;
  while (last > first && isPoint(sorted[last - 1]!)) last -= 1;
  return sorted.slice(first, last);
}
