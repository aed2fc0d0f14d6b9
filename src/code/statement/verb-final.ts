import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';
import type { CueReader, Draft } from './draft.ts';
import { cueAt, type FinalCue } from './final-cue.ts';
import { trim } from './phrase.ts';

/**
 * Languages whose verb ends its clause: the words said are a participle clause or an object right before the verb of
 * saying, the speaker a bare noun phrase at the head of the clause, mostly with a comma after it. Read from endings
 * and word order, so that it stands when the tree is wrong.
 */
export function readVerbFinal(reader: CueReader): Draft[] {
  const { tree, cues } = reader;
  const drafts: Draft[] = [];
  let start = 0;
  let speaker: readonly number[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const said = postposed(tree, cues, i, start);
    if (said) drafts.push(said);
    const cue = cueAt(tree, cues, i);
    if (cue) {
      const clause: Clause = { tree, cues, cue, start, inherited: speaker };
      const draft = cue.shape === 'participle' ? participle(clause) : finite(clause);
      if (draft) drafts.push(draft);
      if (draft && draft.source.length > 0 && cue.shape !== 'participle') speaker = draft.source;
    }
    if (endsClause(tree, cues, i, cue)) {
      if (speaker.length === 0) speaker = headSpeaker(tree, start, i)?.source ?? [];
      start = i + 1;
    }
  }
  return drafts;
}

interface Clause {
  readonly tree: SentenceTree;
  readonly cues: CueWords;
  readonly cue: FinalCue;
  /** First token of the clause. */
  readonly start: number;
  /** The speaker of the clause before, who goes on speaking when this one names none. */
  readonly inherited: readonly number[];
}

/** "X, … olduğunu söyledi"; "… olduğunu belirterek"; "açıklamada … belirtildi". */
function finite({ tree, cues, cue, start, inherited }: Clause): Draft | undefined {
  const head = cue.passive ? documentSpeaker(tree, cues, start, cue.first) : headSpeaker(tree, start, cue.first);
  const from = head ? head.after : start;
  const content = isContent(tree, cues, cue) ? trim(tree, range(skipMarks(tree, from, cue.first), cue.first)) : [];
  if (content.length === 0 && !cue.speech) return undefined;
  return draftOf(tree, cue, head?.source ?? (cue.passive ? [] : inherited), content);
}

/** "… olduğunu belirten Peskov": the speaker follows. */
function participle({ tree, cues, cue, start }: Clause): Draft | undefined {
  const last = nameEnd(tree, cue.last + 1);
  if (last === cue.last) return undefined;
  const head = headSpeaker(tree, start, cue.first);
  const content = isContent(tree, cues, cue)
    ? trim(tree, range(head && isTopic(tree, head) ? head.after : start, cue.first))
    : [];
  if (content.length === 0 && !cue.speech) return undefined;
  return draftOf(tree, cue, range(cue.last + 1, last + 1), content);
}

/** What stands before "söyleyen Fidan" up to a comma is no speaker, unless the comma ends an adverbial. */
function isTopic(tree: SentenceTree, { after }: Head): boolean {
  return tree.form[after - 1] === ',' && tree.tokens[after - 2]?.feats['Case'] !== 'Nom';
}

function draftOf(tree: SentenceTree, cue: FinalCue, source: readonly number[], content: readonly number[]): Draft {
  const named = source.filter((k) => ['PROPN', 'NOUN', 'PRON'].includes(tree.upos(k)));
  const speaker = named.findLast((k) => tree.upos(k) === 'PROPN') ?? named.at(-1) ?? source.at(-1);
  return {
    source,
    cue: range(cue.first, cue.last + 1),
    content,
    ...(speaker === undefined ? {} : { speaker }),
    speech: cue.speech,
    explicit: cue.speech && content.length > 0 && source.length > 0,
    form: 'clause',
    about: !cue.tells,
  };
}

interface Head {
  readonly source: readonly number[];
  /** First token that is no longer the speaker's phrase. */
  readonly after: number;
}

const MAX_HEAD = 14;
const OBLIQUE = ['Gen', 'Acc', 'Dat', 'Loc', 'Abl', 'Ins', 'Equ'];

/** The bare noun phrase that opens the clause: up to its comma, else the name that stands first. */
function headSpeaker(tree: SentenceTree, start: number, end: number): Head | undefined {
  const limit = Math.min(end, start + MAX_HEAD);
  for (let k = start + 1; k < limit; k++) {
    if (tree.form[k] !== ',') continue;
    if (!isBare(tree, k - 1)) continue;
    const from = phraseStart(tree, start, k - 1);
    return { source: trim(tree, range(from, k)), after: k + 1 };
  }
  const first = skipMarks(tree, start, end);
  const last = nameEnd(tree, first);
  if (last < first || last >= end - 1) return undefined;
  return { source: range(first, last + 1), after: last + 1 };
}

/** The nearest words of the phrase: nothing before a participle ("konuşan"), an adverbial case or a mark. */
function phraseStart(tree: SentenceTree, start: number, last: number): number {
  let from = last;
  while (from > start) {
    const before = from - 1;
    const { feats, form } = tree.tokens[before]!;
    if (tree.upos(before) === 'PUNCT' && form !== '.') break;
    if (feats['VerbForm'] !== undefined || tree.upos(before) === 'ADV' || tree.upos(before) === 'ADP') break;
    if (OBLIQUE.includes(feats['Case'] ?? '') && feats['Case'] !== 'Gen') break;
    from = before;
  }
  return from;
}

function isBare(tree: SentenceTree, k: number): boolean {
  const { upos, feats, form } = tree.tokens[k]!;
  if (/['’]\p{L}/u.test(form) || feats['VerbForm'] !== undefined) return false;
  return ['PROPN', 'NOUN', 'PRON'].includes(upos) && !OBLIQUE.includes(feats['Case'] ?? '');
}

/** Last token of the run of capitalised bare words from k on; k - 1 when there is none. */
function nameEnd(tree: SentenceTree, k: number): number {
  let last = k - 1;
  while (last + 1 < tree.tokens.length) {
    const { form } = tree.tokens[last + 1]!;
    if (!/^\p{Lu}/u.test(form) && form !== '.') break;
    last += 1;
    if (/['’]\p{L}/u.test(form)) {
      // a case ending: "Rusya'nın" is of the clause, and all before it with it
      return k - 1;
    }
  }
  while (last >= k && tree.form[last] === '.') last -= 1;
  if (last >= k) return last;
  return isBare(tree, k) && k < tree.tokens.length ? lowerEnd(tree, k) : k - 1;
}

function lowerEnd(tree: SentenceTree, k: number): number {
  let last = k;
  while (
    last + 1 < tree.tokens.length &&
    tree.tokens[last]!.feats['Number[psor]'] === undefined &&
    /^\p{Lu}/u.test(tree.tokens[last + 1]!.form)
  )
    last += 1;
  return last;
}

/** "Açıklamada", "Bakanlıktan yapılan yazılı açıklamada": the document at the head of a passive. */
function documentSpeaker(tree: SentenceTree, cues: CueWords, start: number, end: number): Head | undefined {
  for (let k = start; k < Math.min(end, start + MAX_HEAD); k++) {
    if (tree.tokens[k]!.feats['Case'] !== 'Loc' && !/(?:da|de|ta|te)$/.test(tree.form[k]!)) continue;
    const form = tree.form[k]!;
    for (const stem of cues.words('document'))
      if (form.startsWith(stem))
        return { source: trim(tree, range(start, k + 1)), after: tree.form[k + 1] === ',' ? k + 2 : k + 1 };
  }
  return undefined;
}

/** "X'e göre, …": the phrase before it speaks the rest of the clause. */
function postposed(tree: SentenceTree, cues: CueWords, i: number, start: number): Draft | undefined {
  if (!cues.has('according', tree.form[i]!) || i === start) return undefined;
  let from = i - 1;
  while (from > start && tree.form[from - 1] !== ',' && i - from < MAX_HEAD) from -= 1;
  const source = trim(tree, range(from, i));
  const after = tree.form[i + 1] === ',' ? i + 2 : i + 1;
  const before = trim(tree, range(start, from));
  const content = [...before, ...trim(tree, range(after, tree.tokens.length))];
  if (content.length < 2) return undefined;
  return { source, cue: [i], content, speaker: source.at(-1)!, speech: false, form: 'whole' };
}

/** The clause or object right before the cue has an ending that what is said has. */
function isContent(tree: SentenceTree, cues: CueWords, cue: FinalCue): boolean {
  for (let k = cue.first - 1; k >= Math.max(0, cue.first - 3); k--) {
    const form = tree.form[k]!;
    if (tree.upos(k) === 'PUNCT') return false;
    if (hasEnding(form, cues.words(cue.passive ? 'subject-ending' : 'content-ending'))) return true;
    if (cue.object && k === cue.first - 1)
      return tree.tokens[k]!.feats['Case'] === 'Acc' || /[iuü]$/.test(form) || cues.has('as', form);
    if (!['ADV', 'ADJ', 'DET', 'NUM', 'PROPN'].includes(tree.upos(k)) && !cues.has('filler', form)) return false;
  }
  return false;
}

function hasEnding(form: string, endings: ReadonlySet<string>): boolean {
  for (let n = 2; n <= 7 && n < form.length; n++) if (endings.has(form.slice(-n))) return true;
  return false;
}

/** A finite verb before a conjunction or comma closes a clause; so does a cue with a converb's ending. */
function endsClause(tree: SentenceTree, cues: CueWords, i: number, cue: FinalCue | undefined): boolean {
  const next = tree.form[i + 1];
  if (tree.form[i] === ';') return true;
  if (cue && cue.shape === 'converb') return true;
  if (cue && cue.shape === 'participle') return false;
  const { feats, upos } = tree.tokens[i]!;
  const isVerb =
    cue !== undefined ||
    (upos === 'VERB' && feats['Case'] === undefined && feats['VerbForm'] === undefined && feats['Tense'] !== undefined);
  return isVerb && next !== undefined && (next === ',' || next === ';' || cues.has('joint', next));
}

function skipMarks(tree: SentenceTree, from: number, end: number): number {
  let k = from;
  while (k < end && (tree.upos(k) === 'PUNCT' || tree.upos(k) === 'CCONJ')) k += 1;
  return k;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
