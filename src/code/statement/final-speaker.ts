import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';
import { trim } from './phrase.ts';

/** Who speaks in a clause that its verb ends: the bare noun phrase at its head, from endings and marks. */

export interface Head {
  readonly source: readonly number[];
  /** First token that is no longer the speaker's phrase. */
  readonly after: number;
}

export const MAX_HEAD = 14;
const OBLIQUE = ['Gen', 'Acc', 'Dat', 'Loc', 'Abl', 'Ins', 'Equ'];

/** The bare noun phrase that opens the clause: up to its comma, else the name that stands first. */
export function headSpeaker(tree: SentenceTree, start: number, end: number): Head | undefined {
  const limit = Math.min(end, start + MAX_HEAD);
  for (let k = start + 1; k < limit; k++) {
    if (tree.form[k] !== ',') continue;
    if (!isBare(tree, k - 1)) continue;
    const from = phraseStart(tree, start, k - 1);
    return { source: trim(tree, range(from, k)), after: k + 1 };
  }
  const first = skipCircumstance(tree, skipMarks(tree, start, end));
  const last = nameEnd(tree, first);
  if (last < first || last >= end - 1) return undefined;
  return { source: range(first, last + 1), after: last + 1 };
}

/** "Bu konuda X şunları kaydetti": a word that points and a noun in a case of place or means say nothing. */
function skipCircumstance(tree: SentenceTree, k: number): number {
  const given = tree.tokens[k + 1]?.feats['Case'];
  return tree.upos(k) === 'DET' && ['Loc', 'Ins', 'Abl'].includes(given ?? '') ? k + 2 : k;
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
export function nameEnd(tree: SentenceTree, k: number): number {
  let last = k - 1;
  while (last + 1 < tree.tokens.length) {
    const { form } = tree.tokens[last + 1]!;
    if (!/^\p{Lu}/u.test(form) && form !== '.' && !isTitle(tree, last + 1, k)) break;
    last += 1;
    if (/['’]\p{L}/u.test(form)) {
      // a case ending: "Rusya'nın" is of the clause, and all before it with it
      return k - 1;
    }
  }
  while (last >= k && tree.form[last] === '.') last -= 1;
  if (last >= k) return last;
  // "… gönderilmesi bekleniyor": a headline has no mark behind its verb
  return k < tree.tokens.length && isBare(tree, k) ? lowerEnd(tree, k) : k - 1;
}

/** "Husi sözcüsü Yahya Seri": a possessed noun between two names. */
function isTitle(tree: SentenceTree, at: number, first: number): boolean {
  const { upos, feats } = tree.tokens[at]!;
  const next = tree.tokens[at + 1]?.form ?? '';
  const isPossessed = feats['Number[psor]'] !== undefined || feats['Person[psor]'] !== undefined;
  return at > first && upos === 'NOUN' && isPossessed && /^\p{Lu}/u.test(next) && !/['’]\p{L}/u.test(next);
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
export function documentSpeaker(tree: SentenceTree, cues: CueWords, start: number, end: number): Head | undefined {
  for (let k = start; k < Math.min(end, start + MAX_HEAD); k++) {
    if (tree.tokens[k]!.feats['Case'] !== 'Loc' && !/(?:da|de|ta|te)$/.test(tree.form[k]!)) continue;
    const form = tree.form[k]!;
    for (const stem of cues.words('document'))
      if (form.startsWith(stem))
        return { source: trim(tree, range(start, k + 1)), after: tree.form[k + 1] === ',' ? k + 2 : k + 1 };
  }
  return undefined;
}

/** What stands before "söyleyen Fidan" up to a comma is no speaker, unless the comma ends an adverbial. */
export function isTopic(tree: SentenceTree, { after }: Head): boolean {
  return tree.form[after - 1] === ',' && tree.tokens[after - 2]?.feats['Case'] !== 'Nom';
}

export function skipMarks(tree: SentenceTree, from: number, end: number): number {
  let k = from;
  while (k < end && (tree.upos(k) === 'PUNCT' || tree.upos(k) === 'CCONJ')) k += 1;
  return k;
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

export function hasEnding(form: string, endings: ReadonlySet<string>): boolean {
  for (let n = 2; n <= MAX_ENDING && n < form.length; n++) if (endings.has(form.slice(-n))) return true;
  return false;
}

const MAX_ENDING = 11;
