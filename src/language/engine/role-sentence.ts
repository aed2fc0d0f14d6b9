import type { Draft } from './analyser.ts';
import { hashOn, hashText } from './hash.ts';

/** What a language can say of a form beyond its last letters and its lemma. */
export interface RoleSpelling {
  /** What a lower-case form ends in. */
  ending(lower: string): string;
  /** The form without it. */
  stem(lower: string): string;
  /** The case that the end of a form shows or allows. */
  caseShape(lower: string): string;
}

export interface RoleView extends Partial<RoleSpelling> {
  /** Annotation style, 0 for none. */
  readonly style: number;
  lower(form: string): string;
  /** Words that can play no part, whatever the weights say. */
  bars?(draft: Draft, word: number): boolean;
}

const QUOTES = /^["'“”‘’«»]+$/;
const CLAUSE_MARKS: ReadonlySet<string> = new Set([';', ':']);
const NOMINALS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** What a form's letters say, in hashes. */
interface Letters {
  readonly form: number;
  readonly suffix: number;
  readonly ending: number;
  /** -1 where the language reads no stem from the form. */
  readonly stem: number;
  readonly caseShape: number;
}

/** Hashes of forms that were met, by what reads them. Forgets all of one reader when full. */
const met = new WeakMap<object, Map<string, Letters>>();
const MOST_MET = 20_000;
const NO_READER = {};

function lettersOf(view: RoleView): (lower: string) => Letters {
  const reader = view.ending ?? NO_READER;
  const known = met.get(reader) ?? new Map<string, Letters>();
  met.set(reader, known);
  return (lower) => {
    const found = known.get(lower);
    if (found !== undefined) return found;
    const letters = {
      form: hashText(lower),
      suffix: hashText(lower.slice(-3), 2),
      ending: hashText(view.ending?.(lower) ?? '', 8),
      stem: view.stem === undefined ? -1 : hashText(view.stem(lower), 10),
      caseShape: hashText(view.caseShape?.(lower) ?? '', 12),
    };
    if (known.size >= MOST_MET) known.clear();
    known.set(lower, letters);
    return letters;
  };
}

/** What stands for a feature that a word lacks where the nets were taught so. */
const UNKNOWN = 'undefined';

/** Hash of texts with blanks between them. */
function hashTexts(seed: number, first: string, second: string, third?: string): number {
  const two = hashOn(hashOn(hashText(first, seed), ' '), second);
  return third === undefined ? two : hashOn(hashOn(two, ' '), third);
}

/** Signs that stand between phrases. */
const [MARK, QUOTE, CONJUNCTION, ADPOSITION] = [1, 2, 3, 4] as const;

/** A number a word. No typed array: sentences are short, and making one costs more than filling it. */
export type Column = readonly number[];

/** The words of a tagged and parsed sentence in numbers: one hash a word and column. */
export class WordColumns {
  readonly draft: Draft;
  /** Annotation style, as in the model. */
  readonly style: number;
  readonly lowers: readonly string[];
  readonly form: Column;
  readonly suffix: Column;
  readonly ending: Column;
  readonly stem: Column;
  readonly caseShape: Column;
  /** Universal tag and case. */
  readonly kind: Column;
  /** The same with the possessive. */
  readonly owned: Column;
  readonly shape: Column;
  readonly voice: Column;
  /** Verb form, person and number. */
  readonly verb: Column;
  readonly relation: Column;
  /** Verbs whose tree holds a subject (1), an object (2). */
  readonly served: Column;

  constructor(draft: Draft, view: RoleView) {
    const { forms, lemmas, upos, feats, deprels } = draft;
    const column = (value: (i: number) => number): Column => forms.map((_, i) => value(i));
    const lowers = forms.map((form) => view.lower(form));
    const letters = lowers.map(lettersOf(view));
    const caseOf = (i: number): string => feats[i]!['Case'] ?? '';
    this.draft = draft;
    this.style = view.style;
    this.lowers = lowers;
    this.form = column((i) => letters[i]!.form);
    this.suffix = column((i) => letters[i]!.suffix);
    this.ending = column((i) => letters[i]!.ending);
    this.stem = view.stem === undefined ? column((i) => hashText(lemmas[i]!, 10)) : column((i) => letters[i]!.stem);
    this.caseShape = column((i) => letters[i]!.caseShape);
    this.kind = column((i) => hashTexts(3, upos[i]!, caseOf(i)));
    this.owned = column((i) => hashTexts(4, upos[i]!, caseOf(i), feats[i]!['Person[psor]'] ?? ''));
    this.shape = column((i) => (lowers[i] === forms[i] ? 1 : 2));
    this.voice = column((i) => hashTexts(5, feats[i]!['Voice'] ?? '', feats[i]!['VerbForm'] ?? ''));
    this.verb = column((i) => {
      const { VerbForm: form = UNKNOWN, Person: person = UNKNOWN, Number: number = UNKNOWN } = feats[i]!;
      return hashTexts(6, form, person, number);
    });
    this.relation = column((i) => hashText(deprels[i]!, 7));
    this.served = servedVerbs(draft);
  }
}

/** The same with what lies between two words as running counts, and the order of its phrases. */
export class RoleSentence extends WordColumns {
  readonly number: Column;
  /** Number of such words before each place. */
  readonly verbs: Column;
  readonly marks: Column;
  readonly bare: Column;
  readonly accusatives: Column;
  readonly finite: Column;
  readonly quotes: Column;
  /** The same for words that end a phrase. */
  readonly bareEnds: Column;
  readonly accusativeEnds: Column;
  /** What a word is to the order of phrases: a verb form, the end of a phrase with its case, a sign; 0 for all within. */
  readonly item: Column;
  /** The nearest items behind and before each word; the length and -1 where there is none. */
  readonly nextItem: Column;
  readonly lastItem: Column;
  /** Where the clause begins that a finite verb at this place would end. */
  readonly clause: Column;

  constructor(draft: Draft, view: RoleView) {
    super(draft, view);
    const { forms, upos, feats } = draft;
    const caseOf = (i: number): string => feats[i]!['Case'] ?? '';
    const isBare = (i: number): boolean => NOMINALS.has(upos[i]!) && (feats[i]!['Case'] ?? 'Nom') === 'Nom';
    const endsPhrase = (i: number): boolean => NOMINALS.has(upos[i]!) && !isInside(draft, i);
    this.number = feats.map((given) => hashText(given['Number'] ?? '', 9));
    this.verbs = counts(upos, (i) => upos[i] === 'VERB');
    this.marks = counts(upos, (i) => upos[i] === 'PUNCT');
    this.bare = counts(upos, isBare);
    this.accusatives = counts(upos, (i) => caseOf(i) === 'Acc');
    this.finite = counts(upos, (i) => isFiniteWord(draft, i));
    this.quotes = counts(upos, (i) => QUOTES.test(forms[i]!));
    this.bareEnds = counts(upos, (i) => endsPhrase(i) && isBare(i));
    this.accusativeEnds = counts(upos, (i) => endsPhrase(i) && caseOf(i) === 'Acc');
    this.item = forms.map((_, i) => itemOf(draft, i));
    [this.nextItem, this.lastItem] = neighbours(this.item);
    this.clause = clauseStarts(draft);
  }
}

export function isFiniteWord({ upos, feats }: Draft, i: number): boolean {
  return upos[i] === 'VERB' && (feats[i]!['VerbForm'] ?? 'Fin') === 'Fin';
}

function counts(words: readonly string[], test: (i: number) => boolean): Column {
  const out = [0];
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    if (test(i)) count += 1;
    out.push(count);
  }
  return out;
}

/** A noun without a case suffix, or an owner, in front of the noun that shows it; a name between two others. */
function isInside({ upos, feats }: Draft, i: number): boolean {
  if (i + 1 === upos.length || !NOMINALS.has(upos[i + 1]!)) return false;
  const shown = feats[i]!['Case'] ?? 'Nom';
  if (shown !== 'Nom' && shown !== 'Gen') return false;
  if (upos[i] === 'PROPN') return upos[i + 1] === 'PROPN' && upos[i - 1] === 'PROPN';
  return feats[i + 1]!['Person[psor]'] !== undefined && feats[i]!['Person[psor]'] === undefined;
}

function itemOf(draft: Draft, i: number): number {
  const { upos, feats, forms } = draft;
  const shown = feats[i]!['Case'] ?? 'Nom';
  if (upos[i] === 'VERB') return hashText(isFiniteWord(draft, i) ? 'vFin' : `v${feats[i]!['VerbForm']}${shown}`, 11);
  if (upos[i] === 'PUNCT') return QUOTES.test(forms[i]!) ? QUOTE : MARK;
  if (upos[i] === 'CCONJ') return CONJUNCTION;
  if (upos[i] === 'ADP') return ADPOSITION;
  if (!NOMINALS.has(upos[i]!) || isInside(draft, i)) return 0;
  const owner = feats[i]!['Person[psor]'] === undefined ? '' : 'p';
  return hashText(`n${upos[i] === 'PRON' ? 'P' : ''}${shown}${owner}`, 11);
}

function neighbours(items: Column): [Column, Column] {
  const next = items.map(() => items.length);
  const last = items.map(() => -1);
  for (let i = items.length - 2; i >= 0; i--) next[i] = items[i + 1] === 0 ? next[i + 1]! : i + 1;
  for (let i = 1; i < items.length; i++) last[i] = items[i - 1] === 0 ? last[i - 1]! : i - 1;
  return [next, last];
}

function clauseStarts(draft: Draft): Column {
  let start = 0;
  return draft.forms.map((form, i) => {
    const begin = start;
    if (isFiniteWord(draft, i) || CLAUSE_MARKS.has(form)) start = i + 1;
    return begin;
  });
}

function servedVerbs({ heads, deprels }: Draft): Column {
  const out = heads.map(() => 0);
  heads.forEach((head, i) => {
    if (head < 0) return;
    if (deprels[i] === 'nsubj' || deprels[i] === 'nsubj:pass') out[head]! |= 1;
    else if (deprels[i] === 'obj') out[head]! |= 2;
  });
  return out;
}
