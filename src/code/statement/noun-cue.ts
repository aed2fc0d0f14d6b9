import { colonClause } from './clause-end.ts';
import type { CueReader, Draft } from './draft.ts';
import { phrases, sourcePhrase } from './phrase.ts';
import { type Subject, subjectOf } from './subject.ts';
import { thatClause } from './surface.ts';
import { isInfinitive } from './verb-draft.ts';

/** "their claim that …", "her plan to …", "criticism of the plan by …", "supporters of the plan". */
export function readNoun(reader: CueReader, i: number): Draft | undefined {
  const { tree, cues } = reader;
  if (tree.upos(i) !== 'NOUN') return undefined;
  const lemma = tree.lemma[i]!;
  const clause = cues.has('noun', lemma) ? clauseOf(reader, i) : undefined;
  const about = clause === undefined ? aboutOf(reader, i, lemma) : undefined;
  const that = clause === undefined && cues.has('noun', lemma) ? thatAfter(reader, i) : [];
  const claim =
    clause === undefined && that.length === 0 && cues.has('noun', lemma) ? colonAfter(reader, i) : undefined;
  if (claim) return claim;
  const head = clause ?? that[0] ?? about;
  if (head === undefined) return undefined;
  const subject = holderOf(reader, i, head);
  // nobody's plan or fear is no statement; nobody's claim is still a claim
  const isAbout = about !== undefined && head === about;
  if (!subject && (isAbout || (clause !== undefined && isInfinitive(reader, clause)))) return undefined;
  const content =
    clause === undefined && that.length > 0
      ? that
      : phrases(tree, [head], new Set(isAbout ? tree.dependents(head, 'case') : []));
  const cue = isAbout ? [i, ...tree.dependents(head, 'case')] : [i];
  const source = subject ? sourcePhrase(tree, subject.head, i).filter((k) => !content.includes(k) && k !== i) : [];
  const relative = subject?.relative === undefined ? [] : [subject.relative];
  return {
    source: [...source, ...relative].sort((a, b) => a - b),
    cue: cue.sort((a, b) => a - b),
    content,
    ...(subject ? { speaker: subject.head } : {}),
    speech: false,
  };
}

/** A that-clause or infinitive of the noun; a relative clause only when the parser took a that-clause for one. */
function clauseOf(reader: CueReader, i: number): number | undefined {
  const { tree, cues } = reader;
  const own = tree.dependents(i, 'ccomp', 'acl').find((c) => {
    if (c < i) return false;
    return isInfinitive(reader, c) || tree.dependents(c, 'mark').length > 0 || tree.relation(c) === 'ccomp';
  });
  if (own !== undefined) return own;
  return tree.dependents(i, 'acl:relcl').find((c) => {
    const first = tree.tokens[i + 1];
    const subject = tree.dependents(c, 'nsubj', 'nsubj:pass')[0];
    const opens = first !== undefined && cues.has('complementizer', tree.form[i + 1]!);
    return opens && subject !== undefined && subject !== i + 1 && tree.dependents(c, 'obj').every((o) => o > c);
  });
}

/** "The army's version is different: …": what follows the colon is the claim of the noun's holder. */
function colonAfter(reader: CueReader, i: number): Draft | undefined {
  const { tree } = reader;
  const isObject = ['obj', 'obl'].includes(tree.relation(i)) && tree.form[i + 1] === ':';
  if (tree.relation(i) !== 'nsubj' && !isObject) return undefined;
  const content = colonClause(reader, i, true);
  const subject = content.length === 0 ? undefined : holderOf(reader, i, content[0]!);
  if (!subject) return undefined;
  const source = sourcePhrase(tree, subject.head, i).filter((k) => k !== i);
  return { source, cue: [i], content, speaker: subject.head, speech: false };
}

const MAX_NEAR = 5;

/** "rumours that …", "claims by the army that …", "слухи о том, что …": a clause near the noun that the tree hung elsewhere. */
function thatAfter(reader: CueReader, i: number): number[] {
  const { tree, cues } = reader;
  const mark = tree.form.findIndex((form, k) => k > i && k - i <= MAX_NEAR && cues.has('complementizer', form));
  if (mark < 0 || (tree.relation(mark) !== 'mark' && !isWholeClause(reader, mark))) return [];
  const between = tree.form.slice(i + 1, mark).some((_, n) => ['VERB', 'AUX', 'CCONJ'].includes(tree.upos(i + 1 + n)));
  return between ? [] : thatClause(reader, i);
}

/** "reports that its soldiers looted the store": with subject and object it is no relative clause, whatever the tree says. */
function isWholeClause({ tree }: CueReader, mark: number): boolean {
  const verb = tree.head(mark);
  const hasSubject = verb > mark && tree.dependents(verb, 'nsubj').some((c) => c > mark);
  return hasSubject && tree.dependents(verb, 'obj').some((c) => c > verb);
}

function aboutOf({ tree, cues }: CueReader, i: number, lemma: string): number | undefined {
  return tree.dependents(i, 'nmod', 'acl').find((c) => {
    const marker = tree.marker(c);
    return c > i && marker !== undefined && cues.has('noun-of', `${lemma} ${marker}`);
  });
}

/** The possessor, "by/from/among …", else the subject of the verb the noun is object of ("expressed concern that"). */
function holderOf(reader: CueReader, i: number, content: number): Subject | undefined {
  const { tree, cues } = reader;
  const possessor = possessorOf(reader, i);
  if (possessor !== undefined) return { head: possessor };
  const by = tree
    .dependents(i, 'nmod')
    .find((c) => c !== content && c < Math.max(content, i + 6) && cues.has('holder-marker', tree.marker(c) ?? ''));
  if (by !== undefined) return { head: by };
  const governor = tree.head(i);
  if (governor < 0) return undefined;
  const relation = tree.relation(i);
  if (['obj', 'obl', 'xcomp', 'conj'].includes(relation) && tree.upos(governor) === 'VERB')
    return subjectOf(reader, governor);
  return undefined;
}

/** "their", "the president's": the parser may call the genitive a plain nominal modifier. */
export function possessorOf({ tree, cues }: CueReader, i: number): number | undefined {
  const before = tree.dependents(i, 'nmod:poss', 'nmod', 'det', 'compound').filter((c) => c < i);
  return before.find(
    (c) =>
      tree.relation(c) === 'nmod:poss' ||
      tree.tokens[c]!.feats['Poss'] === 'Yes' ||
      cues.has('possessive', tree.form[c]!) ||
      tree.dependents(c, 'case').some((k) => k > c),
  );
}
