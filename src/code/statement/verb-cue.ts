import { extended } from '../../model/index.ts';
import { asClause } from './as-clause.ts';
import { belowMain, colonClause, commaClause } from './clause-end.ts';
import type { CueReader, Draft, Form } from './draft.ts';
import { phrases, subtree, trim } from './phrase.ts';
import { isPassive, placeSpeaker, type Subject, subjectOf } from './subject.ts';
import { bareClause, inserted as insertedClause, restOfClause, speakerBefore, thatClause } from './surface.ts';
import { withTail } from './tail.ts';
import { cueTokens, isInfinitive, obliqueOf, toDraft } from './verb-draft.ts';
import { readPassive } from './verb-passive.ts';

/** One verb of saying, thinking or judging: its subject speaks, its clause, infinitive or object is what is said. */
export function readVerb(reader: CueReader, i: number): Draft | undefined {
  const { tree, cues } = reader;
  const upos = tree.upos(i);
  if ((upos !== 'VERB' && upos !== 'AUX') || tree.relation(i) === 'amod' || tree.relation(i) === 'compound')
    return undefined;
  const lemma = tree.lemma[i]!;
  // "…, the ministry was quoted as saying" puts its words before it
  const isQuoted = cues.has('inserted', lemma) && cues.has('as', tree.form[i + 1] ?? '');
  if (isPassive(reader, i) && !(isQuoted && insertedClause(reader, i))) return readPassive(reader, i, lemma);
  // "what he called “the cliff”": speech only right before its quotation
  const isBeside = cues.has('speech-beside', lemma) && quotesNext(reader, i);
  const speech =
    (cues.has('speech', lemma) || isBeside) && !tree.dependents(i, 'xcomp').some((c) => isInfinitive(reader, c));
  const end = cues.has('inserted', lemma) ? insertedClause(reader, i) : undefined;
  if (end)
    return {
      source: end.source,
      cue: cueTokens(reader, i),
      content: end.content,
      speaker: speakerIn(reader, i, end.source),
      speech,
      form: 'whole',
    };
  const reported = cues.has('inserted', lemma) || cues.has('inserted-as', lemma) ? asClause(reader, i) : undefined;
  if (reported)
    return {
      source: reported.source,
      cue: [i - 1, i],
      content: reported.content,
      speaker: speakerIn(reader, i, reported.source),
      speech: false,
      form: 'whole',
    };
  const own = cues.has('reads', lemma) ? undefined : subjectOf(reader, i);
  const subject = own ?? placeSpeaker(reader, i);
  const { content, form } = activeContent({ reader, i, lemma, subject });
  const tense = tree.tokens[i]!.feats['VerbForm'];
  if (!subject && form === 'clause' && (tense === 'Fin' || (tense === 'Part' && tree.head(i) < 0)))
    return withSpeakerBefore(reader, i, content, speech);
  if (content.length === 0 && !speech) return undefined;
  const isCharge = form === 'demand' && cues.has('complementizer', tree.form[content[0]!]!);
  if (!subject && content.length > 0 && form !== 'raised' && form !== 'clause' && !isCharge)
    return speech && quotesNext(reader, i) ? { source: [], cue: [i], content: [], speech } : undefined;
  if (cues.has('raising', lemma))
    return { source: [], cue: cueTokens(reader, i), content, speech: false, form: 'raised' };
  const isTold = speech && subject !== undefined && tree.dependents(i, 'ccomp').length > 0;
  const isNamed = subject !== undefined && tree.upos(subject.head) !== 'PRON';
  return extended(toDraft(reader, { i, subject, content, speech, ...(form ? { form } : {}) }), {
    explicit: isTold && isNamed,
    about: form === 'object' && !cues.has('clause', lemma),
    ...(form ? { form } : {}),
  });
}

/** "prompted the atlas to state, “…”": the quotation is what is said. */
function quotesNext({ tree }: CueReader, i: number): boolean {
  const next = /^[,:]$/.test(tree.form[i + 1] ?? '') ? i + 2 : i + 1;
  return /^(?:["“«„]|''|``)$/.test(tree.form[next] ?? '');
}

const MAX_HEAD = 7;

/** All that stands before a verb near the head of its sentence, when no comma parts it. */
function headOf({ tree }: CueReader, i: number): number[] {
  const head = trim(
    tree,
    tree.form.slice(0, i).map((_, k) => k),
  );
  return head.some((k) => tree.upos(k) === 'PUNCT')
    ? []
    : head.filter((k) => tree.upos(k) !== 'AUX' && tree.upos(k) !== 'CCONJ');
}

/** No subject in the tree: the noun before the verb speaks, and the words said begin after it. */
function withSpeakerBefore(reader: CueReader, i: number, content: readonly number[], speech: boolean): Draft {
  const before = speakerBefore(reader, i);
  const source = before.length > 0 || i > MAX_HEAD ? before : headOf(reader, i);
  const words = source.length === 0 ? content : content.filter((k) => k > i);
  const speaker = source.length === 0 ? {} : { speaker: speakerIn(reader, i, source) };
  return { source, cue: cueTokens(reader, i), content: words, speech, form: 'clause', ...speaker };
}

/** The subject if it stands among the tokens, else their last noun. */
function speakerIn(reader: CueReader, i: number, source: readonly number[]): number {
  const { tree } = reader;
  const subject = tree.dependents(i, 'nsubj').find((c) => source.includes(c));
  return subject ?? source.findLast((k) => ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(k))) ?? source[0]!;
}

interface VerbCue {
  readonly reader: CueReader;
  readonly i: number;
  readonly lemma: string;
  readonly subject: Subject | undefined;
}

const CONSTRUCTIONS: readonly (readonly [Form, (cue: VerbCue) => number[]])[] = [
  ['clause', clause],
  ['whole', inserted],
  ['raised', raised],
  ['demand', demand],
  ['infinitive', infinitive],
  ['naming', naming],
  ['oblique', oblique],
  ['object', object],
];

/** The first construction that fits, from the most telling on. */
function activeContent(cue: VerbCue): { content: number[]; form?: Form } {
  for (const [form, read] of CONSTRUCTIONS) {
    const content = read(cue);
    if (content.length > 0) return { content, form };
  }
  return { content: [] };
}

/** "said that …", "asked whether to …", "showed Smith leading". */
function clause({ reader, i, lemma, subject }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('clause', lemma)) return [];
  const that = thatClause(reader, i);
  if (that.length > 0) return belowMain(reader, i, that);
  const clauses = tree
    .dependents(i, 'ccomp')
    .filter((c) => !isInfinitive(reader, c) || tree.dependents(c, 'advmod', 'obj').some((d) => d < c));
  if (clauses.length > 0) return belowMain(reader, i, withStart(reader, i, phrases(tree, clauses), clauses[0]!));
  const bare = subject && cues.has('bare', lemma) ? belowMain(reader, i, bareClause(reader, i)) : [];
  if (bare.length > 0 || !subject || !cues.has('speech', lemma)) return bare;
  const after = colonClause(reader, i);
  return after.length > 0 ? after : commaClause(reader, i);
}

/** A clause without a subject of its own begins with the noun that the tree hung on the verb of saying. */
function withStart({ tree }: CueReader, i: number, content: number[], head: number): number[] {
  const first = content[0]!;
  if (first <= i + 1 || tree.dependents(head, 'nsubj', 'nsubj:pass', 'csubj', 'expl', 'mark').length > 0)
    return content;
  const objects = tree.dependents(i, 'obj', 'obl', 'nsubj').filter((c) => c > i && c < first);
  if (objects.length === 0 || tree.tokens[head]!.feats['VerbForm'] === 'Ger') return content;
  return trim(tree, [...objects.flatMap((c) => subtree(tree, c)), ...content]);
}

/** "…, he said, …" inside or after its words; "as Reuters reported, …"; "he said: …". */
function inserted({ reader, i, lemma, subject }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('clause', lemma) || !subject) return [];
  const governor = tree.head(i);
  const relation = tree.relation(i);
  // "he noted that they answered": a clause of its own is no aside in another's words
  if (tree.dependents(i, 'mark').some((c) => cues.has('complementizer', tree.form[c]!))) return [];
  const isAs = relation === 'advcl' && tree.dependents(i, 'mark').some((c) => cues.has('as', tree.form[c]!));
  // "Baku shelled Goris; Yerevan denied the report": behind a semicolon somebody speaks of his own
  const isApart = tree.form.slice(Math.max(0, governor), i).includes(';');
  if (governor >= 0 && (isAs || (relation === 'parataxis' && tree.form[governor] !== ':' && !isApart)))
    return trim(tree, subtree(tree, governor, new Set([i])));
  const after = tree.dependents(i, 'parataxis').filter((c) => c > i);
  return phrases(tree, after);
}

/** "seemed to …": the whole is an impression, nobody's by name. */
function raised({ reader, i, lemma }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('raising', lemma)) return [];
  const complement = tree.dependents(i, 'xcomp');
  const subject = tree.dependents(i, 'nsubj');
  return complement.length === 0 || subject.length === 0 ? [] : phrases(tree, [...subject, ...complement]);
}

/** "urged them to …", "accused them of …", "called on them to …". */
function demand({ reader, i, lemma }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('request', lemma)) return [];
  const objects = tree.dependents(i, 'obj', 'iobj');
  const charge = objects.length > 0 ? thatClause(reader, i) : [];
  if (charge.length > 0) return charge;
  const infinitives = tree.dependents(i, 'xcomp', 'ccomp', 'advcl').filter((c) => c > i && isInfinitive(reader, c));
  if (objects.length > 0 && infinitives.length > 0) return phrases(tree, [...objects, ...infinitives]);
  if (objects.length === 0) return [];
  const rest = tree.dependents(i, 'obl', 'advcl').filter((c) => c > i && cues.has('of', tree.marker(c) ?? ''));
  // "the report accuses Asmara: soldiers looted …"
  return rest.length === 0 ? colonClause(reader, i) : phrases(tree, [...objects, ...rest]);
}

function infinitive({ reader, i, lemma }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('infinitive', lemma)) return [];
  return phrases(
    tree,
    tree.dependents(i, 'xcomp', 'ccomp').filter((c) => c > i && isInfinitive(reader, c)),
  );
}

/** "called it a mistake", "described them as allies". */
function naming({ reader, i, lemma }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('naming', lemma)) return [];
  const objects = tree.dependents(i, 'obj');
  const names = [
    ...tree.dependents(i, 'xcomp', 'ccomp'),
    ...tree.dependents(i, 'obl', 'advcl').filter((c) => cues.has('as', tree.marker(c) ?? '')),
    // "назвал её агрессией": the name is in the instrumental
    ...tree
      .dependents(i, 'iobj', 'obl')
      .filter((c) => tree.tokens[c]!.feats['Case'] === 'Ins' && tree.marker(c) === undefined),
  ].filter((c) => c > i);
  if (names.length > 0) return phrases(tree, [...objects, ...names]);
  const first = objects.length > 0 && cues.has('naming-bare', lemma) ? phrases(tree, objects)[0] : undefined;
  return first === i + 1 ? restOfClause(reader, i, first) : [];
}

/** "called for talks", "spoke about the war": the adposition belongs to the cue. */
function oblique({ reader, i, lemma }: VerbCue): number[] {
  const { tree } = reader;
  const found = obliqueOf(reader, i, lemma);
  if (found === undefined) return [];
  const infinitives = tree.dependents(i, 'xcomp', 'advcl').filter((c) => c > found && isInfinitive(reader, c));
  return withTail(reader, i, phrases(tree, [found, ...infinitives], new Set(tree.dependents(found, 'case'))));
}

function object({ reader, i, lemma, subject }: VerbCue): number[] {
  const { tree, cues } = reader;
  if (!cues.has('object', lemma) || !subject) return [];
  const objects = objectsOf(reader, i);
  if (objects.length === 0 || objects.some((c) => cues.has('noun', tree.lemma[c]!) && hasClause(reader, c))) return [];
  const more = tree.dependents(i, 'obl', 'advcl').filter((c) => c > i && cues.has('of', tree.marker(c) ?? ''));
  return withTail(reader, i, phrases(tree, [...objects, ...more]));
}

/** Direct objects; a noun without a verb of its own is one, though the parser took it for a clause. */
function objectsOf({ tree }: CueReader, i: number): number[] {
  const objects = tree.dependents(i, 'obj');
  if (objects.length > 0) return objects;
  return tree
    .dependents(i, 'ccomp')
    .filter(
      (c) =>
        c > i && ['NOUN', 'PROPN'].includes(tree.upos(c)) && tree.dependents(c, 'cop', 'nsubj', 'mark').length === 0,
    );
}

function hasClause({ tree }: CueReader, i: number): boolean {
  return tree.dependents(i, 'acl', 'ccomp', 'acl:relcl').length > 0;
}
