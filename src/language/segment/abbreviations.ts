import { parseTsv } from '../../model/index.ts';
import { classAt, LOWER, UPPER } from './characters.ts';
import { fold } from './fold.ts';

/**
 * What a listed form does to a full stop behind it:
 * never - no sentence ends here (titles) · number - none before a figure (No. 5) · maybe - one ends only before a usual first
 * word (U.S., Inc.) · year - the same behind a figure, else never (2019 г. / г. Москва) · final - one ends before any capital (etc.).
 */
export type AbbreviationKind = 'never' | 'number' | 'maybe' | 'year' | 'final';

export interface Abbreviations {
  /** Folded form without its last full stop -> kind. */
  readonly kinds: ReadonlyMap<string, AbbreviationKind>;
  /** Folded forms that are abbreviations only with a capital: "Mass." is a state, "mass." ends a sentence. */
  readonly capitalised: ReadonlySet<string>;
  /** Words that usually begin a sentence: behind "U.S." they show that it ended one. */
  readonly starters: ReadonlySet<string>;
  /** Verbs of saying: `"Why?" Putin asked` is one sentence. */
  readonly speech: ReadonlySet<string>;
  /** Prefixes that keep their hyphen inside one word. */
  readonly prefixes: ReadonlySet<string>;
  /** Folded word -> where it is cut, e.g. cannot -> [3]. */
  readonly cuts: ReadonlyMap<string, readonly number[]>;
}

const KINDS: readonly string[] = ['never', 'number', 'maybe', 'year', 'final'];

/** Reads data/words/<language>/abbreviations.tsv: form, kind, example. A `cut` form shows its parts with "|". */
export function readAbbreviations(tsv: string): Abbreviations {
  const kinds = new Map<string, AbbreviationKind>();
  const capitalised = new Set<string>();
  const sets = { starter: new Set<string>(), speech: new Set<string>(), prefix: new Set<string>() };
  const cuts = new Map<string, readonly number[]>();
  for (const { fields } of parseTsv(tsv, 'abbreviations.tsv', ['form', 'kind'])) {
    const form = fold(fields['form']!);
    const kind = fields['kind']!;
    if (KINDS.includes(kind)) {
      kinds.set(form, kind as AbbreviationKind);
      if (classAt(fields['form']!, 0) === UPPER) capitalised.add(form);
    } else if (kind === 'cut') cuts.set(form.replaceAll('|', ''), cutPoints(form));
    else sets[kind as keyof typeof sets]?.add(form);
  }
  return { kinds, capitalised, starters: sets.starter, speech: sets.speech, prefixes: sets.prefix, cuts };
}

function cutPoints(form: string): number[] {
  const points: number[] = [];
  for (const part of form.split('|').slice(0, -1)) points.push((points.at(-1) ?? 0) + part.length);
  return points;
}

/** Kind of the word before a full stop, if it is listed. */
export function kindOf(abbreviations: Abbreviations, word: string): AbbreviationKind | undefined {
  const key = fold(word);
  const kind = abbreviations.kinds.get(key);
  return kind !== undefined && classAt(word, 0) === LOWER && abbreviations.capitalised.has(key) ? undefined : kind;
}
