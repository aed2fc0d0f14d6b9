import type { SentenceTree } from '../sentence-tree.ts';
import type { CueReader, Draft } from './draft.ts';
import { phrases, sourcePhrase } from './phrase.ts';
import { type Subject, subjectOf } from './subject.ts';
import { bareClause, inserted as insertedClause, nounBefore, thatClause } from './surface.ts';

/** "is confident that …", "was eager to …", "worried about the plan". */
export function readAdjective(reader: CueReader, i: number): Draft | undefined {
  const { tree, cues } = reader;
  const upos = tree.upos(i);
  if (upos !== 'ADJ' && upos !== 'VERB' && !(upos === 'ADV' && cues.has('impersonal', tree.form[i]!))) return undefined;
  const words = [tree.lemma[i]!, tree.form[i]!];
  const said = words.some((word) => cues.has('inserted', word)) ? insertedClause(reader, i) : undefined;
  if (said) return { ...said, cue: [i], speaker: nounOf(tree, said.source), speech: false, form: 'whole' };
  const known = cues.has('impersonal', tree.form[i]!) ? thatClause(reader, i) : [];
  if (known.length > 0) return { source: [], cue: [i], content: known, speech: false };
  const clause = words.some((word) => cues.has('adjective', word))
    ? tree
        .dependents(i, 'ccomp', 'xcomp', 'advcl')
        .find((c) => c > i && tree.marker(c) !== undefined && isClause(reader, c))
    : undefined;
  const that =
    clause === undefined && words.some((word) => cues.has('adjective', word)) ? clauseAfter(reader, i, words) : [];
  const about = clause === undefined && that.length === 0 ? aboutOf(reader, i, words) : undefined;
  const head = clause ?? about;
  if (head === undefined && that.length === 0) return undefined;
  const subject = holderOf(reader, i) ?? (that.length > 0 ? besideOf(reader, i) : undefined);
  if (!subject) return undefined;
  const content =
    head === undefined
      ? that
      : phrases(tree, [head], new Set(about === undefined ? [] : tree.dependents(about, 'case')));
  const cue = [...tree.dependents(i, 'cop'), i, ...(about === undefined ? [] : tree.dependents(about, 'case'))];
  const source = sourcePhrase(tree, subject.head, i).filter((k) => !content.includes(k) && !cue.includes(k));
  const relative = subject.relative === undefined ? [] : [subject.relative];
  return {
    source: [...source, ...relative].sort((a, b) => a - b),
    cue: cue.sort((a, b) => a - b),
    content,
    speaker: subject.head,
    speech: false,
  };
}

/** "sure that it did", "convinced it did". */
function clauseAfter(reader: CueReader, i: number, words: readonly string[]): number[] {
  const that = thatClause(reader, i);
  const isBare = that.length === 0 && words.some((word) => reader.cues.has('adjective-bare', word));
  return isBare ? bareClause(reader, i) : that;
}

/** The last name of a phrase, else its last noun. */
function nounOf(tree: SentenceTree, source: readonly number[]): number {
  return (
    source.findLast((k) => tree.upos(k) === 'PROPN') ?? source.findLast((k) => tree.upos(k) === 'NOUN') ?? source[0]!
  );
}

function isClause({ tree }: CueReader, c: number): boolean {
  return tree.relation(c) !== 'advcl' || tree.dependents(c, 'mark').length > 0;
}

function aboutOf({ tree, cues }: CueReader, i: number, words: readonly string[]): number | undefined {
  return tree.dependents(i, 'obl', 'obl:agent', 'advcl', 'nmod').find((c) => {
    const marker = tree.marker(c);
    return c > i && marker !== undefined && words.some((word) => cues.has('adjective-of', `${word} ${marker}`));
  });
}

/** Where the tree shows no subject: the noun right before the word. */
function besideOf(reader: CueReader, i: number): Subject | undefined {
  const phrase = nounBefore(reader, i);
  return phrase.length === 0 ? undefined : { head: nounOf(reader.tree, phrase), phrase };
}

/** The subject of the predicate, or the noun that the adjective follows ("officials worried about …"). */
function holderOf(reader: CueReader, i: number): Subject | undefined {
  const { tree } = reader;
  const own = tree.dependents(i, 'nsubj', 'nsubj:pass')[0];
  const governor = tree.head(i);
  if (own !== undefined) {
    const isRelative = tree.relation(i) === 'acl:relcl' && reader.grammar.has('relative', tree.form[own]!);
    return isRelative ? { head: governor, relative: own } : { head: own };
  }
  if (governor >= 0 && ['amod', 'acl'].includes(tree.relation(i)) && governor < i) return { head: governor };
  return ['xcomp', 'conj', 'advcl', 'acl'].includes(tree.relation(i)) ? subjectOf(reader, i) : undefined;
}
