import type { Grammar } from '../../codebook/index.ts';
import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/**
 * "rebels backed by Rwanda attacked", "поддерживаемые Ираном боевики", "Ruanda'nın desteklediği isyancılar", "Iran-backed
 * militias": who stands behind somebody (grammar kind `backing`, lemmas) does nothing but that himself.
 */
export function isBacker(tree: SentenceTree, grammar: Pick<Grammar, 'has'>, mention: Mention, act: number): boolean {
  const { head, last, sentence } = mention;
  if (sentence !== tree.sentence.index) return false;
  const next = tree.form[last + 1] ?? '';
  if (grammar.has('backed', next === '-' ? `-${tree.form[last + 2]}` : next)) return true;
  const word = tree.head(head);
  if (word < 0 || word === act || !grammar.has('backing', tree.lemma[word]!)) return false;
  return AGENTS.includes(tree.relation(head)) && CLAUSES.includes(tree.relation(word));
}

const AGENTS = ['obl', 'obl:agent', 'nmod:poss', 'nsubj'];
/** Clauses that say who somebody is. */
const CLAUSES = ['acl', 'acl:relcl', 'amod'];
