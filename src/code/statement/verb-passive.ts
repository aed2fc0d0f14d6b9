import type { CueReader, Draft } from './draft.ts';
import { phrases, subtree, trim } from './phrase.ts';
import { agentOf } from './subject.ts';
import { restOfClause, thatClause } from './surface.ts';
import { isInfinitive, toDraft } from './verb-draft.ts';

/** "was accused of …", "is said to …", "a plan backed by …". */
export function readPassive(reader: CueReader, i: number, lemma: string): Draft | undefined {
  const { tree, cues, grammar } = reader;
  const agent = agentOf(reader, i);
  const patients = tree.dependents(i, 'nsubj:pass', 'csubj:pass');
  const complements = tree.dependents(i, 'xcomp', 'ccomp', 'advcl').filter((c) => c > i && isInfinitive(reader, c));
  const clauses = tree.dependents(i, 'ccomp', 'csubj:pass').filter((c) => !complements.includes(c));
  const draft = (content: number[]): Draft => toDraft(reader, { i, subject: agent, content, speech: false });
  if (cues.has('clause', lemma) && clauses.length > 0) return draft(phrases(tree, clauses));
  const that = cues.has('clause', lemma) && agent === undefined ? thatClause(reader, i) : [];
  if (that.length > 0) return draft(that);
  const charges = tree.dependents(i, 'obl', 'advcl').filter((c) => c > i && cues.has('of', tree.marker(c) ?? ''));
  if (cues.has('request', lemma) && patients.length > 0 && charges.length > 0)
    return draft(phrases(tree, [...patients, ...charges]));
  if (cues.has('expected', lemma) && complements.length > 0 && patients.length > 0)
    return draft(phrases(tree, [...patients, ...complements]));
  if (cues.has('expected', lemma) && patients.length > 0 && grammar.has('infinitive', tree.form[i + 1] ?? ''))
    return draft(trim(tree, [...phrases(tree, patients), ...restOfClause(reader, i, i + 1)]));
  if (cues.has('naming', lemma) && patients.length > 0) {
    const names = [
      ...tree.dependents(i, 'xcomp', 'obj'),
      ...tree.dependents(i, 'obl', 'advcl').filter((c) => cues.has('as', tree.marker(c) ?? '')),
    ].filter((c) => c > i);
    if (names.length > 0) return draft(phrases(tree, [...patients, ...names]));
  }
  if (!cues.has('object', lemma) || !agent) return undefined;
  if (patients.length > 0) return draft(phrases(tree, patients));
  const noun = tree.relation(i) === 'acl' ? tree.head(i) : -1;
  return noun < 0
    ? undefined
    : draft(trim(tree, subtree(tree, noun, new Set([i, ...tree.dependents(noun, 'case', 'cop', 'nsubj')]))));
}
