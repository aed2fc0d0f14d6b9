import { hashText } from './hash.ts';
import type { Column, WordColumns } from './role-sentence.ts';

/** What a lexicon of stems knows. */
export interface KnownStems {
  isVerb(stem: string): boolean;
  isNoun(word: string): boolean;
}

const CANDIDATES: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'AUX', 'ADV', 'X', 'PROPN']);

/** Whether word i may turn out to be a finite verb. */
export function mayBeFinite({ draft }: WordColumns, i: number): boolean {
  return CANDIDATES.has(draft.upos[i]!);
}

/** Values of the fields that tell whether word i is a finite verb, always as many. */
export function finiteFields(s: WordColumns, i: number, stems: KnownStems | undefined): number[] {
  const { upos, lemmas, feats, tags, heads } = s.draft;
  const length = upos.length;
  const at = (column: Column, k: number): number => (k < 0 ? 1 : k >= length ? 2 : column[k]!);
  const lower = s.lowers[i]!;
  const { Tense: tense, Mood: mood, Aspect: aspect, Person: person, VerbForm: form } = feats[i]!;
  const above = heads[i]!;
  return [
    s.style,
    s.form[i]!,
    s.suffix[i]!,
    hashText(lower.slice(-2)),
    hashText(lower.slice(-4)),
    hashText(lower.slice(-5)),
    s.ending[i]!,
    s.stem[i]!,
    s.kind[i]!,
    s.owned[i]!,
    s.verb[i]!,
    s.voice[i]!,
    hashText(tags[i]!),
    hashText(`${tense} ${mood} ${aspect} ${person} ${form}`),
    s.shape[i]! * 2 + (i === 0 ? 1 : 0),
    at(s.kind, i - 1),
    at(s.owned, i - 1),
    at(s.form, i - 1),
    at(s.kind, i - 2),
    at(s.kind, i + 1),
    at(s.form, i + 1),
    at(s.ending, i + 1),
    at(s.kind, i + 2),
    at(s.form, i + 2),
    Math.min(length - i, 5),
    Math.min(i, 3),
    s.relation[i]!,
    above < 0 ? 0 : s.kind[above]!,
    above < i ? 1 : 2,
    s.served[i]!,
    stems?.isVerb(lemmas[i]!) === true ? 1 : 0,
    stems?.isNoun(lower) === true ? 1 : 0,
  ];
}
