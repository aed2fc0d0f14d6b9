import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';
import type { Draft } from './draft.ts';
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
  if (!cues.has('noun', tree.lemma[i]!) || tree.upos(i) !== 'NOUN') return undefined;
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

function speakerOf(tree: SentenceTree, source: readonly number[]): Pick<Draft, 'speaker'> {
  const speaker = source.findLast((k) => tree.upos(k) === 'PROPN') ?? source.at(-1);
  return speaker === undefined ? {} : { speaker };
}

function draft(tree: SentenceTree, cue: readonly number[], content: readonly number[]): Draft {
  return { source: [], cue, content: trim(tree, content), speech: false, form: 'whole' };
}
