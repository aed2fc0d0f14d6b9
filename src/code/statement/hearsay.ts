import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';
import type { Draft } from './draft.ts';
import { cueAt } from './final-cue.ts';
import { hasEnding, headSpeaker, range } from './final-speaker.ts';
import { trim } from './phrase.ts';

const MIN_WORDS = 2;

/** Told from nobody's mouth: a word of doubt at the head of its sentence, or a verb with the ending of what was heard. */
export function hearsay(tree: SentenceTree, cues: CueWords, i: number): Draft | undefined {
  const isDoubt = cues.has('adverb', tree.form[i]!) && (i === 0 || tree.upos(i - 1) === 'PUNCT');
  if (isDoubt) return draft(tree, [i], range(i + 1, tree.tokens.length));
  const next = tree.form[i + 1];
  const isLast = next === undefined || /^[.!?…]+$/.test(next);
  const isHeard = isLast && i > MIN_WORDS && hasEnding(tree.form[i]!, cues.words('hearsay-ending'));
  return isHeard && tree.upos(i) === 'VERB' ? draft(tree, [i], range(0, i + 1)) : undefined;
}

/** "… vurduğu iddiasını yalanladı", "… çekildiği yönündeki haberler": a clause under a noun of saying. */
export function namedClaim(tree: SentenceTree, cues: CueWords, i: number, start: number): Draft | undefined {
  if (!isClaim(tree, cues, i)) return undefined;
  let end = i;
  while (end > start && (cues.has('noun-link', tree.form[end - 1]!) || tree.upos(end - 1) === 'ADJ')) end -= 1;
  const clause = tree.form[end - 1];
  if (clause === undefined || end - 1 <= start) return undefined;
  const isLinked = end < i && hasEnding(clause, cues.words('content-ending'));
  if (!isLinked && !hasEnding(clause, cues.words('subject-ending'))) return undefined;
  const head = headSpeaker(tree, start, end - 1);
  const isSetOff = head !== undefined && tree.form[head.after - 1] === ',';
  const source = isSetOff ? head.source : [];
  return { ...draft(tree, [i], range(isSetOff ? head.after : start, end)), source, ...speakerOf(tree, source) };
}

const MAX_LEAD = 10;

/** "Deby'nin iddiası net: …", "Köylüler anlatıyor: …": a short clause of saying before a colon, no quotation after it. */
export function afterColon(
  tree: SentenceTree,
  cues: CueWords,
  { start, colon }: { readonly start: number; readonly colon: number },
): Draft | undefined {
  if (tree.form[colon] !== ':' || colon - start > MAX_LEAD || /^["“«„']/.test(tree.form[colon + 1] ?? ''))
    return undefined;
  const cue = range(start + 1, colon).findLast(
    (k) => cueAt(tree, cues, k)?.tells === true || isClaim(tree, cues, k) || isDocument(tree, cues, k),
  );
  if (cue === undefined) return undefined;
  const source = trim(tree, range(start, cue));
  return { ...draft(tree, [cue], range(colon + 1, tree.tokens.length)), source, ...speakerOf(tree, source) };
}

const MIN_STEM = 5;

/** A noun of saying, by its lemma or, where the tagger took it for a verb's, by its stem. */
function isClaim(tree: SentenceTree, cues: CueWords, i: number): boolean {
  const { upos, feats } = tree.tokens[i]!;
  if (upos !== 'NOUN' && feats['VerbForm'] !== 'Vnoun') return false;
  if (cues.has('noun', tree.lemma[i]!)) return true;
  const form = tree.form[i]!;
  for (let n = MIN_STEM; n <= form.length; n++) if (cues.has('noun', form.slice(0, n))) return true;
  return false;
}

function isDocument(tree: SentenceTree, cues: CueWords, k: number): boolean {
  return cues.has('document', tree.lemma[k]!) || cues.has('document', tree.form[k]!);
}

function speakerOf(tree: SentenceTree, source: readonly number[]): Pick<Draft, 'speaker'> {
  const speaker = source.findLast((k) => tree.upos(k) === 'PROPN') ?? source.at(-1);
  return speaker === undefined ? {} : { speaker };
}

function draft(tree: SentenceTree, cue: readonly number[], content: readonly number[]): Draft {
  return { source: [], cue, content: trim(tree, content), speech: false, form: 'whole' };
}
