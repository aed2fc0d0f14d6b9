import type { SentenceTree } from '../sentence-tree.ts';
import type { CueReader, Draft } from './draft.ts';
import { invertedSpeaker } from './inverted-speaker.ts';
import { trim } from './phrase.ts';

const MAX_SEGMENT = 14;
const MAX_TELLER = 8;
const SEPARATOR = /^[—–:;,-]$/;

/**
 * What a short last clause takes up again: "…: so the inspectors wrote", "… — that is how Warsaw sees it"; and in a
 * headline a bare name after the dash ("… — Reuters").
 */
export function readResumed({ tree, cues, grammar }: CueReader): Draft | undefined {
  const { length } = tree.tokens;
  const end = endOf(tree);
  for (let k = length - 2; k > 2 && length - k <= MAX_SEGMENT + 1; k--) {
    if (!isSeparator(tree, k) || !hasClause(tree, k)) continue;
    const content = trim(tree, range(0, k));
    const told = resumption({ tree, cues, grammar }, k + 1, end);
    if (told) return { ...told, content, speech: false, form: 'whole' };
    // a bare name ends a headline; ", — Reuters." any sentence
    if (!/^[—–-]$/.test(tree.form[k]!) || (end < length && tree.form[k - 1] !== ',')) continue;
    const source = trim(tree, range(k + 1, end));
    if (isTeller({ tree, cues, grammar }, source))
      return { source, cue: [k], content, speaker: headOf(tree, source), speech: false, form: 'whole' };
  }
  return undefined;
}

/** A dash stands between spaces: "al-Nusra" has none. */
function isSeparator(tree: SentenceTree, k: number): boolean {
  if (!SEPARATOR.test(tree.form[k]!)) return false;
  return tree.form[k] !== '-' || tree.tokens[k]!.start > tree.tokens[k - 1]!.end;
}

/** A whole sentence that says who told the one before: "Об этом сообщил …", "That is according to …". */
export function readResumption(reader: CueReader): Draft | undefined {
  const { tree } = reader;
  if (tree.tokens.length > MAX_SEGMENT + MAX_TELLER || !opensResumption(reader)) return undefined;
  const told = resumption(reader, 0, endOf(tree));
  return told && told.source.length > 0 ? { ...told, content: [], speech: false, form: 'whole' } : undefined;
}

/** One word ("So says …") or two ("Об этом …", "That is …") that can only mean the sentence before. */
function opensResumption({ tree, cues }: CueReader): boolean {
  const [first = '', second = ''] = tree.form;
  return cues.has('resuming-sentence', first) || cues.has('resuming-sentence', `${first} ${second}`);
}

/** A word that takes up ("so", "that") at the head of the stretch, a word of saying after it, and the speaker. */
function resumption(
  reader: CueReader,
  start: number,
  end: number,
): Pick<Draft, 'source' | 'cue' | 'speaker'> | undefined {
  const { tree, cues } = reader;
  const kind = tree.form[start - 1] === ',' ? 'resuming-comma' : 'resuming';
  const isTaken = (k: number): boolean => cues.has(kind, tree.form[k]!) || cues.has(kind, tree.lemma[k]!);
  // behind a comma the speaker may come first ("…, the ministry says so")
  const reach = kind === 'resuming' ? 2 : MAX_TELLER;
  if (!range(start, Math.min(end, start + reach)).some(isTaken)) return undefined;
  if (range(start, end).some((k) => /^["“”«»„]$/.test(tree.form[k]!))) return undefined;
  for (let i = start + 1; i < end; i++) {
    if (!isCue(reader, i)) continue;
    if (range(i + 1, end).some((k) => tree.upos(k) === 'SCONJ' || isFiniteVerb(tree, k))) return undefined;
    const behind = invertedSpeaker(reader, i).filter((k) => k < end);
    const ahead = trim(
      tree,
      range(start, i).filter((k) => !isTaken(k) && isPhrasePart(tree, k)),
    );
    const isVerb = tree.upos(i) === 'VERB' || tree.upos(i) === 'ADJ';
    const source = trim(tree, isVerb && ahead.some((k) => isSubject(tree, k)) ? ahead : behind);
    const last = source.length > 0 ? source : ofPaper(reader, i, end);
    return { source: last, cue: [i], ...(last.length > 0 ? { speaker: headOf(tree, last) } : {}) };
  }
  return undefined;
}

/** "… is said in a report of the agency": the words after the adposition. */
function ofPaper({ tree, cues }: CueReader, i: number, end: number): number[] {
  const paper = range(i + 1, end).find((k) => cues.has('document', tree.lemma[k]!));
  return paper === undefined ? [] : trim(tree, range(paper, end));
}

function isCue({ tree, cues }: CueReader, i: number): boolean {
  const lemma = tree.lemma[i]!;
  if (['NOUN', 'ADP'].includes(tree.upos(i))) return cues.has('according', tree.form[i]!);
  return ['clause', 'speech', 'inserted', 'resuming-verb'].some((kind) => cues.has(kind, lemma));
}

function isFiniteVerb(tree: SentenceTree, k: number): boolean {
  return ['VERB', 'AUX'].includes(tree.upos(k)) && tree.tokens[k]!.feats['VerbForm'] === 'Fin';
}

function isPhrasePart(tree: SentenceTree, k: number): boolean {
  return ['NOUN', 'PROPN', 'PRON', 'ADJ', 'DET', 'NUM', 'X'].includes(tree.upos(k));
}

function isName(tree: SentenceTree, k: number): boolean {
  return ['NOUN', 'PROPN', 'X'].includes(tree.upos(k));
}

/** "к такому выводу" is none. */
function isSubject(tree: SentenceTree, k: number): boolean {
  const { Case: form } = tree.tokens[k]!.feats;
  return isName(tree, k) && (form === undefined || form === 'Nom') && tree.marker(k) === undefined;
}

/** A name or a word for those who tell, and no verb. */
function isTeller({ tree, cues }: CueReader, tokens: readonly number[]): boolean {
  if (tokens.length === 0 || tokens.length > MAX_TELLER) return false;
  if (tokens.some((k) => ['VERB', 'AUX', 'SCONJ', 'NUM'].includes(tree.upos(k)))) return false;
  const first = tokens[0]!;
  const isNamed = tokens.length <= 3 && /^\p{Lu}/u.test(tree.tokens[first]!.form) && isName(tree, first);
  return isNamed || tokens.some((k) => cues.has('teller', tree.lemma[k]!) || cues.has('document', tree.lemma[k]!));
}

function headOf(tree: SentenceTree, source: readonly number[]): number {
  return (
    source.find((k) => !source.includes(tree.head(k)) && isName(tree, k)) ??
    source.find((k) => isName(tree, k)) ??
    source[0]!
  );
}

/** More than a heading: a finite verb before the mark. */
function hasClause(tree: SentenceTree, end: number): boolean {
  return range(0, end).some(
    (k) => ['VERB', 'AUX'].includes(tree.upos(k)) && tree.tokens[k]!.feats['VerbForm'] !== 'Inf',
  );
}

/** Without the point; the length for a line that has none. */
function endOf(tree: SentenceTree): number {
  const { length } = tree.tokens;
  return /^[.!?…]+$/.test(tree.form[length - 1] ?? '') ? length - 1 : length;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
