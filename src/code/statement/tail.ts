import type { CueReader } from './draft.ts';
import { phrases, subtree, trim } from './phrase.ts';
import { restOfClause } from './surface.ts';

/** "praised the plan to end the war", "touted his work for the poor": what follows at once belongs to the object. */
export function withTail(reader: CueReader, i: number, content: readonly number[]): number[] {
  const { tree, cues } = reader;
  let words = [...content];
  if (tree.upos(words.at(-1) ?? i) === 'PRON') return words;
  for (;;) {
    const next = (words.at(-1) ?? i) + 1;
    const isTail = (c: number): boolean => tree.upos(c) !== 'PROPN' && subtree(tree, c)[0] === next;
    const tail = cues.has('object-tail', tree.form[next] ?? '')
      ? tree.dependents(i, 'obl', 'advcl', 'acl', 'nmod', 'xcomp').find(isTail)
      : undefined;
    const added = tail === undefined ? attributeAt(reader, i, next) : phrases(tree, [tail]);
    if (added.length === 0 || added[0]! < next) return words;
    words = trim(tree, [...words, ...added]);
  }
}

/** "the families who were killed", "the ban on people entering": a clause at once behind the noun, whatever it hangs on. */
function attributeAt(reader: CueReader, i: number, next: number): number[] {
  const { tree, grammar } = reader;
  const token = tree.tokens[next];
  if (!token || !['NOUN', 'PROPN'].includes(tree.upos(next - 1))) return [];
  const isParticiple = token.upos === 'VERB' && ['Part', 'Ger'].includes(token.feats['VerbForm'] ?? '');
  return grammar.has('relative', tree.form[next]!) || isParticiple ? restOfClause(reader, i, next) : [];
}
